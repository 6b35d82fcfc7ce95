import Foundation
import PackagePlugin

/// Puts every file of a target's folder that is no Swift source into the target, as `embeddedFiles`.
///
/// The files lie inside the target's folder because only there does SwiftPM notice that one has come or
/// gone.
@main
struct EmbedResources: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let files = Self.files(below: folder)
    return [
      .buildCommand(
        displayName: "Embedding Resources",
        executable: try context.tool(named: "embed-resources").url,
        arguments: [output.path, folder.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }

  private static func files(below folder: URL) -> [URL] {
    let entries = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    return (entries?.compactMap { $0 as? URL } ?? [])
      .filter { !$0.hasDirectoryPath && $0.pathExtension != "swift" }
      .sorted { $0.path < $1.path }
  }
}
