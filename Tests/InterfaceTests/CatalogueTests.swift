import Checks
import Display
import Interface
import Journal
import Resources
import Testing
import Typography
import YAML

struct CatalogueTests {
  /// The keys that code asks for, but for the short names of commands, which need not be there.
  private func asked() throws -> Set<String> {
    let families = try TemplateShelf.shipped().templates.map(\.reference.family) + ["own"]
    return Set(
      Phrase.allCases.map(\.rawValue) + Command.allCases.map { "command.\($0.rawValue)" }
        + KeyPlace.allCases.map { "place.\($0.rawValue)" }
        + FindingClass.allCases.map { "class.\($0.rawValue)" }
        + VectorStatement.Part.allCases.map { "vector.\($0.rawValue)" }
        + VectorTime.allCases.map { "time.\($0.rawValue)" }
        + ComparedPart.Change.allCases.map { "change.\($0.rawValue)" } + families.map { "family.\($0)" })
  }

  @Test(arguments: Language.allCases)
  func `All that code asks for has a text`(_ language: Language) throws {
    #expect(try asked().subtracting(Catalogue.shipped(language).keys) == [])
  }

  @Test(arguments: Language.allCases)
  func `No text is left that nothing asks for`(_ language: Language) throws {
    let short = Command.allCases.map { "command.\($0.rawValue).short" }
    #expect(try Catalogue.shipped(language).keys.subtracting(asked()).subtracting(short) == [])
  }

  @Test func `Both languages say the same things with the same values`() throws {
    let japanese = try Catalogue.shipped(.japanese)
    let english = try Catalogue.shipped(.english)
    let short = { (keys: Set<String>) in keys.filter { !$0.hasSuffix(".short") } }
    #expect(short(japanese.keys) == short(english.keys))
    for key in japanese.keys where english.keys.contains(key) {
      #expect(japanese.placeholders(ofKey: key) == english.placeholders(ofKey: key), "\(key)")
    }
  }

  @Test(arguments: Language.allCases)
  func `No text is of a width that terminals disagree about`(_ language: Language) throws {
    let narrow = ColumnWidths(ambiguous: .narrow)
    let wide = ColumnWidths(ambiguous: .wide)
    for (key, text) in try StringTable.flat(try #require(Resources.file("messages/\(language.rawValue).yml")))
    {
      #expect(narrow.columns(of: text) == wide.columns(of: text), "\(key): \(text)")
    }
  }

  /// A wrong digit here sends somebody to a stranger, so the numbers stand in two places.
  @Test func `The places that listen have the numbers that were looked up, in both languages`() throws {
    let groups = try StringTable.grouped(try #require(Resources.file("care/contacts.yml")))
    #expect(Set(groups.map(\.name)) == Set(Language.allCases.map(\.rawValue)))
    let text = groups.flatMap(\.entries).map { $0.key + " " + $0.text }.joined(separator: "\n")
    let numbers = Set(text.matches(of: #/0\d{2,3}-\d{3}-\d{3}/#).map { String($0.output) })
    #expect(numbers == ["0120-279-338", "0120-279-226", "0570-064-556"])
    #expect(
      text.contains("https://findahelpline.com") && text.contains("https://www.mhlw.go.jp/mamorouyokokoro/"))
  }

  @Test func `A value is filled in once and is never read as a pattern`() throws {
    let catalogue = Catalogue(language: .english, texts: ["save.kept-both": "{path} and {path}, not {other}"])
    #expect(catalogue[.saveKeptBoth, ["path": "{other}", "other": "x"]] == "{other} and {other}, not x")
  }
}
