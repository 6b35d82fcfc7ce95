import Foundation
import Resources
import Testing

@testable import embed_resources

@Suite struct EmbeddableFileTests {
  @Test func literalIsOneLineAndHidesNothing() {
    let literals = [
      ("", #""""#),
      ("軌跡 か\u{3099}", "\"軌跡 か\u{3099}\""),
      ("\"\\(1)\" #\"", #""\"\\(1)\" #\"""#),
      ("  a\r\n\tb\n", #""  a\u{d}\n\u{9}b\n""#),
      ("\u{feff}a\u{202e}b\u{0}", #""\u{feff}a\u{202e}b\u{0}""#),
    ]
    for (text, literal) in literals {
      #expect(text.asStringLiteral.unicodeScalars.elementsEqual(literal.unicodeScalars))
    }
  }

  @Test func declarationIsSorted() {
    let files = ["b.md", "a/c.md"].map { EmbeddableFile(path: $0, contents: "") }
    #expect(
      EmbeddableFile.declaration(of: files).hasSuffix(" = [\n  (\"a/c.md\", \"\"),\n  (\"b.md\", \"\"),\n]\n")
    )
    #expect(EmbeddableFile.declaration(of: []).hasSuffix(" = [\n]\n"))
  }

  @Test func fileKeepsItsBytesAndIsNamedFromTheFolder() throws {
    let text = "\u{feff}一\r\n二 か\u{3099}"
    let file = try embeddable(Data(text.utf8), at: "x/一.md")
    #expect(file.path == "x/一.md")
    #expect(file.contents.utf8.elementsEqual(text.utf8))
  }

  @Test func fileThatIsNotUTF8IsRefused() {
    let error = #expect(throws: EmbeddingError.self) { try embeddable(Data([0x93, 0xfa]), at: "sjis.md") }
    #expect(error?.description.hasSuffix("/sjis.md is not UTF-8 text") == true)
  }

  /// What becomes of a file with these bytes at `path` in a folder.
  private func embeddable(_ bytes: Data, at path: String) throws -> EmbeddableFile {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try bytes.write(to: file)
    return try EmbeddableFile(at: file.path, below: folder.path)
  }
}

@Suite struct ResourcesTests {
  @Test func whatIsListedCanBeRead() {
    for (path, text) in Resources.files(under: "") { #expect(Resources.file(path) == text) }
    #expect(Resources.file("no such file") == nil)
    #expect(Resources.files(under: "no such folder/").isEmpty)
  }
}
