import Checks
import Foundation
import Interface
import Journal
import Resources
import Storage
import Testing

/// The example entries are what the program would like its writers to end up with.
struct ExampleTests {
  @Test func `In the examples the checks find nothing`() throws {
    let folder = TestFiles.folder("../../docs/examples")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".ja.md") || $0.hasSuffix(".en.md")
    }
    let shelf = try TemplateShelf.shipped()
    var checker = Checker(
      CheckSet(
        embedded: Resources.files(under: "rules/"),
        classifiers: Classifiers.byLanguage(Resources.files(under: "classifiers/"))))
    #expect(files.count >= 28)
    for file in files {
      let entry = FrontMatter.entry(in: try String(contentsOf: folder.appending(path: file), encoding: .utf8))
      let language = try #require(entry.metadata.language)
      let template = entry.metadata.template.flatMap { shelf.template($0, in: language) }
      let findings = checker.findings(in: Manuscript(entry, template: template, language: language))
      #expect(findings.isEmpty, "\(file): \(findings.map { "\($0.rule) \($0.text)" })")
    }
  }
}
