// swift-tools-version: 6.2
import PackageDescription

// Every Swift target is held to the same rules; the modules' arrows (docs/ARCHITECTURE.md) are the
// `dependencies` below, and `--explicit-target-dependency-import-check error` makes the build refuse others.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "kiseki",
  products: [.executable(name: "kiseki", targets: ["kiseki"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The edge to C: one thin target for each library.
    .target(
      name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icudata")]),
    .systemLibrary(name: "CYAML"),
    .target(
      name: "CMarkdown",
      linkerSettings: [.linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm")]),
    .target(
      name: "CTerminal", dependencies: ["CICU"], linkerSettings: [.linkedLibrary("ncursesw")]),

    // What the program ships as data, put into the executable when it is built.
    .executableTarget(name: "embed-resources", swiftSettings: strict),
    .plugin(
      name: "EmbedResources", capability: .buildTool(), dependencies: ["embed-resources"]),
    .target(
      name: "Resources", path: "Resources", swiftSettings: strict, plugins: ["EmbedResources"]),

    .target(name: "Typography", dependencies: ["CICU"], swiftSettings: strict),
    .target(name: "TextEditing", dependencies: ["Typography"], swiftSettings: strict),
    .target(name: "Display", dependencies: ["Typography"], swiftSettings: strict),
    .target(name: "Journal", swiftSettings: strict),
    .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: strict),
    .target(
      name: "Storage", dependencies: ["Journal", "Typography", "YAML"], swiftSettings: strict),
    .target(
      name: "Checks", dependencies: ["Journal", "Typography", "YAML", "CICU"], swiftSettings: strict),
    .target(
      name: "Publishing", dependencies: ["Journal", "Typography", "YAML", "CMarkdown"],
      swiftSettings: strict),
    .target(
      name: "Terminal", dependencies: ["Display", "Typography", "CTerminal"], swiftSettings: strict),
    .target(
      name: "Interface", dependencies: ["Checks", "Journal", "TextEditing", "Display", "Typography"],
      swiftSettings: strict),
    .executableTarget(
      name: "kiseki",
      dependencies: [
        "Resources", "Typography", "Journal", "Storage", "Publishing", "Checks", "TextEditing", "Display",
        "Terminal",
        "Interface", "YAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // For those who write rules: how the checks do on the labelled drafts of Evaluation/.
    .executableTarget(
      name: "evaluate-checks", dependencies: ["Checks", "Journal", "YAML"], swiftSettings: strict),

    .target(name: "RandomNumbers", path: "Tests/RandomNumbers", swiftSettings: strict),
    .testTarget(
      name: "ResourcesTests", dependencies: ["Resources", "embed-resources"], swiftSettings: strict),
    .testTarget(
      name: "TypographyTests", dependencies: ["RandomNumbers", "Typography", "CICU"], exclude: ["Data"],
      swiftSettings: strict),
    .testTarget(
      name: "TextEditingTests", dependencies: ["RandomNumbers", "TextEditing", "Typography"],
      swiftSettings: strict),
    .testTarget(
      name: "DisplayTests", dependencies: ["RandomNumbers", "Display", "Typography"], swiftSettings: strict),
    .testTarget(name: "JournalTests", dependencies: ["RandomNumbers", "Journal"], swiftSettings: strict),
    .testTarget(
      name: "StorageTests", dependencies: ["RandomNumbers", "Storage", "Journal", "Resources"],
      exclude: ["Imports"], swiftSettings: strict),
    .testTarget(
      name: "ChecksTests", dependencies: ["RandomNumbers", "Checks", "Journal", "Resources"],
      swiftSettings: strict),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["RandomNumbers", "Publishing", "Journal", "Storage", "Typography", "Resources"],
      exclude: ["Data", "Goldens"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["RandomNumbers", "Terminal", "Display", "Typography"],
      swiftSettings: strict),
    .testTarget(
      name: "InterfaceTests",
      dependencies: [
        "Checks", "Interface", "Journal", "Storage", "TextEditing", "Display", "Typography", "Resources",
        "YAML",
      ],
      exclude: ["Goldens", "Scenarios"],
      swiftSettings: strict),
    .testTarget(name: "SessionTests", swiftSettings: strict),
  ]
)
