import Journal
import Resources
import Storage
import Testing

@Suite struct TemplateLibraryTests {
  private static let text = """
    ---
    # a comment
    template: weekly/friday
    name: "金曜"
    summary: 一週間をふりかえる
    kind: plan
    order: 3
    lang: ja
    channels: [note, x]
    aliases:
      - きんよう
      - 2026
    next: [weekly/friday, plan/look-back]
    series: weeks
    tags: [週]
    compose:
      x: "{{scene}}"
      note: |
        {{scene}}
        {{next}}
    other: {a: [b]}
    ---
    <!-- ask: 今週は？ -->

    ## 場面 {#scene}
    <!-- ask: どんな場面でしたか。 -->
    """

  private func own(_ path: String, _ text: String) -> TemplateLibrary {
    TemplateLibrary(embedded: [], own: [(path, text)])
  }

  private func fault(_ text: String) -> TemplateFault? {
    own("a/b.ja.md", text).broken.first?.fault
  }

  @Test("A file says what its template is")
  func everyKey() {
    let library = own("weekly/friday.ja.md", Self.text)
    #expect(library.broken.isEmpty)
    #expect(
      library.templates == [
        Template(
          reference: TemplateName(family: "weekly", name: "friday"), language: .japanese, title: "金曜",
          summary: "一週間をふりかえる", kind: .plan, order: 3, channels: ["note", "x"], aliases: ["きんよう", "2026"],
          next: [
            TemplateName(family: "weekly", name: "friday"), TemplateName(family: "plan", name: "look-back"),
          ],
          series: "weeks", tags: ["週"],
          compose: ["x": "{{scene}}", "note": "{{scene}}\n{{next}}\n"],
          openingPrompt: Prompt(question: "今週は？"),
          sections: [Template.Section(id: "scene", heading: "場面", prompt: Prompt(question: "どんな場面でしたか。"))])
      ])
  }

  @Test("Line endings and a byte order mark make no difference")
  func lineEndings() {
    let other = own("weekly/friday.ja.md", "\u{FEFF}" + Self.text.replacing("\n", with: "\r\n"))
    #expect(other.templates.map(\.sections) == own("", Self.text).templates.map(\.sections))
    #expect(other.templates.map(\.title) == ["金曜"])
  }

  @Test(
    "Without a kind, the family tells it if it is one",
    arguments: [("failure", Kind.failure), ("weekly", .free)])
  func kindOfFamily(family: String, kind: Kind) {
    #expect(own("", "---\ntemplate: \(family)/a\nname: a\nlang: en\n---\n").templates.map(\.kind) == [kind])
  }

  @Test(
    "A file without front matter is a template of one's own",
    arguments: [
      ("templates/朝.ja.md", "朝", [Language.japanese]), ("Daily note.en.md", "Daily note", [.english]),
      ("a/会議.md", "会議", [.japanese, .english]), ("a.b.md", "a.b", [.japanese, .english]),
    ])
  func obsidianTemplates(path: String, name: String, languages: [Language]) {
    let library = own(path, "# {{title}}\n\n{{date}}\n")
    #expect(library.broken.isEmpty)
    #expect(library.templates.map(\.language) == languages)
    for template in library.templates {
      #expect(template.reference == TemplateName(family: "own", name: name))
      #expect(template.title == name)
      #expect(template.kind == .free)
      #expect(template.order == Template.lastOrder)
      #expect(template.sections.map(\.heading) == ["{{title}}"])
    }
  }

  @Test("Obsidian's properties make no other template of it; entries begin with its tags")
  func obsidianProperties() {
    let text = "---\ntags: [日記]\ncssclasses: wide\n---\n# {{date:YYYY年M月D日}}\n"
    let library = own("templates/日記.ja.md", text)
    #expect(library.broken.isEmpty)
    #expect(library.templates.map(\.title) == ["日記"])
    #expect(library.templates.map(\.tags) == [["日記"]])
    let body = library.templates.first?.startingBody(
      title: "", at: Timestamp(seconds: 0, offset: 0), vector: nil)
    #expect(body == "# 1970年1月1日\n\n\n")
  }

  @Test(
    "Faults say where and why",
    arguments: [
      ("name: a\nlang: ja", 1, TemplateFault.Reason.missingKey("template")),
      ("template: a/b\nlang: ja\nname:", 1, .missingKey("name")),
      ("template: a/b\nname: a", 1, .missingKey("lang")),
      ("template: a/b\nname: a\nlang: fr", 4, .invalidValue("lang")),
      ("template: a/b\nname: a\nlang: ja\norder: first", 5, .invalidValue("order")),
      ("name: a\ntemplate: ab", 3, .invalidValue("template")),
      ("template: a/b\nname: a\nlang: ja\nnext: [a/b, c]", 5, .invalidValue("next")),
      ("template: A/b", 2, .invalidValue("template")),
      ("template: a/b/c", 2, .invalidValue("template")),
      ("template: [a", 3, .frontMatter(.malformed)),
      ("just words", 2, .frontMatter(.notKeysAndValues)),
      ("name: a\nname: b", 3, .frontMatter(.duplicateKey("name"))),
      ("other: a\nother: b", 3, .frontMatter(.duplicateKey("other"))),
      ("template: *a", 2, .frontMatter(.indirection("template"))),
      ("template: a/b\nname: {a: b}", 3, .frontMatter(.nestedValue("name"))),
      ("template: a/b\nname: a\nlang: ja\naliases: [[a]]", 5, .frontMatter(.nestedValue("aliases"))),
      ("template: a/b\nname: a\nlang: ja\ncompose: {x: [a]}", 5, .frontMatter(.nestedValue("compose"))),
      ("template: a/b\nname: a\nlang: ja\ncompose: x", 5, .frontMatter(.nestedValue("compose"))),
      ("template: a/b\nname: a\nlang: ja\ncompose:\n  x: a\n  x: b", 7, .frontMatter(.duplicateKey("x"))),
    ])
  func frontMatterFaults(yaml: String, line: Int, reason: TemplateFault.Reason) {
    #expect(fault("---\n\(yaml)\n---\n## a\n") == TemplateFault(line: line, reason: reason))
  }

  @Test("A fault in the body has its line in the file")
  func bodyFaults() {
    let head = "---\ntemplate: a/b\nname: a\nlang: ja\n---\n"
    #expect(
      fault(head + "\n## a {#a}\n## a {#a}\n") == TemplateFault(line: 8, reason: .body(.duplicateID("a"))))
    #expect(fault("## a\n<!-- b") == TemplateFault(line: 2, reason: .body(.unclosedComment)))
  }

  @Test("A file that is too long is not read")
  func tooLong() {
    #expect(
      fault(String(repeating: "a", count: TemplateFile.sizeLimit + 1))
        == TemplateFault(line: 1, reason: .tooLong))
    #expect(fault(String(repeating: "a", count: TemplateFile.sizeLimit)) == nil)
    let yaml = "---\na: \(String(repeating: "a", count: FrontMatter.sizeLimit))\n---\n"
    #expect(fault(yaml) == TemplateFault(line: 1, reason: .frontMatter(.tooLong)))
  }

  @Test("The writer's own template takes the place of ours")
  func replacing() {
    func file(_ name: String, _ language: String, _ title: String) -> (path: String, text: String) {
      ("\(name).\(language).md", "---\ntemplate: \(name)\nname: \(title)\nlang: \(language)\n---\n")
    }
    let library = TemplateLibrary(
      embedded: [file("a/a", "ja", "一"), file("a/a", "en", "two"), file("a/b", "ja", "三")],
      own: [
        file("a/a", "en", "mine"), file("c/c", "ja", "四"),
        (path: "again.md", text: file("c/c", "ja", "五").text),
      ])
    #expect(library.templates.map(\.title) == ["一", "mine", "三", "四"])
    #expect(library.broken.map(\.path) == ["again.md"])
    #expect(library.broken.map(\.reason) == [.duplicateTemplate(path: "c/c.ja.md")])

    let name = TemplateName(family: "a", name: "b")
    #expect(library.template(name, language: .english)?.title == "三")
    #expect(library.template(TemplateName(family: "a", name: "a"), language: .english)?.title == "mine")
    #expect(library.template(TemplateName(family: "a", name: "x"), language: .english) == nil)
  }

  @Test("An entry's template is the one in the language that it was written in")
  func templateOfEntry() {
    func file(_ language: String, _ heading: String) -> (path: String, text: String) {
      (language, "---\ntemplate: a/b\nname: a\nlang: \(language)\n---\n## \(heading)\n")
    }
    let library = TemplateLibrary(embedded: [file("ja", "学び"), file("en", "Learned")], own: [])
    var entry = Entry(body: "## Learned\n")
    #expect(library.template(of: entry) == nil)
    entry.metadata.template = TemplateName(family: "a", name: "b")
    #expect(library.template(of: entry)?.language == .english)
    entry.metadata.language = .japanese
    #expect(library.template(of: entry)?.language == .japanese)
  }

  @Test("Our templates can be read, and have the same sections in both languages")
  func shippedTemplates() throws {
    let library = TemplateLibrary(embedded: Resources.files(under: "templates/"), own: [])
    #expect(library.broken.isEmpty)
    try #require(!library.templates.isEmpty)
    for template in library.templates {
      let other = try #require(
        library.templates.first { $0.reference == template.reference && $0.language != template.language })
      #expect(template.sections.map(\.id) == other.sections.map(\.id), "\(template.reference)")
      #expect(
        template.sections.map(\.isOptional) == other.sections.map(\.isOptional), "\(template.reference)")
      #expect((template.sections.map(\.prompt) + [template.openingPrompt]).contains { $0.question != nil })
      let moment = Timestamp(seconds: 0, offset: 0)
      let sections = GuidedText(
        body: template.startingBody(title: "", at: moment, vector: nil), template: template
      ).sections
      #expect(sections.compactMap { $0.section?.id }.filter { !$0.isEmpty } == template.sections.map(\.id))
      #expect(sections.allSatisfy { $0.state == .empty })
    }
  }

  @Test("What carries one of our formats on exists, and asks the origin only for what it can have")
  func shippedContinuations() {
    let library = TemplateLibrary(embedded: Resources.files(under: "templates/"), own: [])
    for template in library.templates {
      for name in template.next {
        let next = library.templates.filter { $0.reference == name }
        #expect(Set(next.map(\.language)) == Set(Language.allCases), "\(name)")
      }
      let known = library.templates.filter { $0.next.contains(template.reference) }
        .flatMap { $0.sections.map(\.id) }
      let texts = template.sections.map(\.startingText).joined(separator: "\n")
      let asked = texts.components(between: "{{origin.", and: "}}")
      #expect(asked.allSatisfy { $0 == "title" || known.contains($0) }, "\(template.reference): \(asked)")
    }
  }

  @Test("The statement's template has the sections of a vector statement", arguments: Language.allCases)
  func vectorStatement(language: Language) throws {
    let library = TemplateLibrary(embedded: Resources.files(under: "templates/"), own: [])
    let template = try #require(
      library.template(TemplateName(family: "vector", name: "statement"), language: language))
    let body = template.sections.map { "## \($0.heading)\n\($0.id)\n" }.joined()
    #expect(
      VectorStatement(GuidedText(body: body, template: template))
        == VectorStatement(
          past: "past", turningPoint: "turning-point", present: "present", destination: "destination",
          nextStep: "next-step", sentence: "sentence"))
  }
}

extension String {
  /// What stands between each `start` and the next `end`.
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: start, omittingEmptySubsequences: false).dropFirst().map { piece in
      String(piece.split(separator: end, omittingEmptySubsequences: false)[0])
    }
  }
}
