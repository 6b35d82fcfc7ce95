import Journal
import Resources
import Storage
import Testing

/// Making template files: by copying one, and of an entry.
@Suite struct OwnTemplateMakingTests {
  private let journal = SimulatedJournal()

  @Test func aNewFileIsTheWritersAlone() throws {
    let name = TemplateName(family: "failure", name: "mine")
    let path = try journal.folder.createTemplate("# a\n", called: name, in: .japanese)
    #expect(path == "templates/failure/mine.ja.md")
    #expect(journal.folder.templateFiles().map(\.text) == ["# a\n"])
  }

  @Test func aFileThatIsThereStays() throws {
    let name = TemplateName(family: "failure", name: "ywt")
    try journal.folder.createTemplate("# a\n", called: name, in: .japanese)
    #expect(throws: JournalError.exists(path: "templates/failure/ywt.ja.md")) {
      try journal.folder.createTemplate("# b\n", called: name, in: .japanese)
    }
    #expect(journal.folder.templateFiles().map(\.text) == ["# a\n"])
  }

  @Test func aFolderThatIsALinkIsNotFollowed() {
    journal.disk.addFile("/elsewhere/a.md", "")
    journal.disk.addLink("/journal/templates", to: "/elsewhere")
    #expect(throws: JournalError.self) {
      try journal.folder.createTemplate("", called: TemplateName(family: "a", name: "b"), in: .japanese)
    }
  }

  @Test func whereTheNameIsTakenANumberFollows() throws {
    let template = Template(
      reference: TemplateName(family: "own", name: "ywt"), language: .japanese, title: "題", kind: .failure)
    #expect(try journal.folder.createTemplate(template) == "templates/own/ywt.ja.md")
    #expect(try journal.folder.createTemplate(template) == "templates/own/ywt-2.ja.md")
    let library = TemplateLibrary(embedded: [], own: journal.folder.templateFiles())
    #expect(library.broken.isEmpty)
    #expect(library.templates.map(\.reference.name).sorted() == ["ywt", "ywt-2"])
  }

  @Test("Every format of ours written as a file reads as itself")
  func shippedTemplates() throws {
    for template in TemplateLibrary(embedded: Resources.files(under: "templates/"), own: []).templates {
      #expect(try TemplateFile.templates(path: "", text: TemplateFile.text(of: template)) == [template])
    }
  }

  @Test("Whatever a template says, its file says the same")
  func strangeTexts() throws {
    let template = Template(
      reference: TemplateName(family: "a", name: "b"), language: .english, title: "yes: \"#\" [x]",
      summary: "- a", kind: Kind(rawValue: "my kind"), order: 2, channels: ["a, b"], tags: ["2026"],
      compose: ["x": "{{a}}\n\n{{b}}"], opening: "Hello {{title}}\n\n- one",
      openingPrompt: Prompt(hint: "first\n  second\n\nthird"),
      sections: [
        Template.Section(
          id: "a", heading: "A `b` # c", level: 3, prompt: Prompt(question: "?", caution: "x"),
          isOptional: true,
          startingText: "```\n## no heading\n```")
      ])
    #expect(try TemplateFile.templates(path: "", text: TemplateFile.text(of: template)) == [template])
  }

  @Test("All that is wrong with a file is told, by line")
  func faults() {
    let text = "---\nname: a\nlang: fr\norder: x\nnext: [A]\n---\n## a {#a}\n## b {#a}\n"
    #expect(
      TemplateFile.faults(path: "a.md", text: text) == [
        TemplateFault(line: 1, reason: .missingKey("template")),
        TemplateFault(line: 3, reason: .invalidValue("lang")),
        TemplateFault(line: 4, reason: .invalidValue("order")),
        TemplateFault(line: 5, reason: .invalidValue("next")),
        TemplateFault(line: 8, reason: .body(.duplicateID("a"))),
      ])
    #expect(TemplateFile.faults(path: "a.md", text: "# {{title}}\n").isEmpty)
  }
}
