import Display
import Foundation
import Interface
import Journal
import Testing
import TextEditing

/// A folder under `Scenarios` is a test: what there is, what is pressed, what comes of it. See its README.
struct Scenario: CustomTestStringConvertible {
  let name: String
  private let folder: URL

  /// Marks the caret in a text.
  static let caretMark: Character = "\u{2038}"

  static let all: [Scenario] = {
    let root = TestFiles.folder("Scenarios")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { Scenario(name: $0, folder: root.appending(path: $0)) }
      .filter { $0.file("keys") != nil }
  }()

  var testDescription: String { name }

  func file(_ name: String) -> String? {
    try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func url(_ name: String) -> URL { folder.appending(path: name) }
}

struct ScenarioTests {
  @Test(arguments: Scenario.all)
  func `What is pressed leads to what is expected`(_ scenario: Scenario) throws {
    var session = try start(scenario)
    session.press(try #require(scenario.file("keys")))
    if let expected = scenario.file("out") {
      let editor = try #require(session.editor, "no entry is open")
      TestFiles.compare(editor.markedText + "\n", with: expected, at: scenario.url("out"))
    }
    if let expected = scenario.file("screen") {
      TestFiles.compare(session.screen.golden, with: expected, at: scenario.url("screen"))
    }
    #expect(scenario.file("out") != nil || scenario.file("screen") != nil, "nothing is expected")
  }

  /// `in` is an entry with the caret marked, already open; without it the session begins on the home.
  private func start(_ scenario: Scenario) throws -> TestSession {
    let options = Options(scenario.file("options") ?? "")
    var session = try TestSession(language: options.language, size: options.size)
    guard let marked = scenario.file("in") else { return session }
    let body = marked.hasSuffix("\n") ? String(marked.dropLast()) : marked
    let parts = body.split(separator: Scenario.caretMark, maxSplits: 1, omittingEmptySubsequences: false)
    var metadata = EntryMetadata()
    metadata.template = options.template
    metadata.language = options.language
    let entry = Entry(metadata: metadata, body: parts.joined())
    session.open(entry, caretAfter: parts[0].count)
    return session
  }

  /// `options`: lines "lang en", "size 50x15", "template failure/ywt".
  private struct Options {
    var language = Language.japanese
    var size = Size(columns: 80, rows: 24)
    var template: TemplateName?

    init(_ text: String) {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.count == 2 else { continue }
        switch words[0] {
        case "lang": language = Language(rawValue: String(words[1])) ?? language
        case "size":
          let sides = words[1].split(separator: "x").compactMap { Int($0) }
          if sides.count == 2 { size = Size(columns: sides[0], rows: sides[1]) }
        case "template":
          let parts = words[1].split(separator: "/")
          if parts.count == 2 { template = TemplateName(family: String(parts[0]), name: String(parts[1])) }
        default: break
        }
      }
    }
  }
}

extension EditorState {
  /// The text with the caret marked.
  var markedText: String {
    let buffer = text.buffer
    let before = buffer.text(in: buffer.start..<text.caret)
    let after = buffer.text(in: text.caret..<buffer.end)
    return before + String(Scenario.caretMark) + after
  }
}
