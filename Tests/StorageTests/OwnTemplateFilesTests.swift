import Journal
import Storage
import Testing

@Suite struct OwnTemplateFilesTests {
  private let journal = SimulatedJournal()

  private func paths() -> [String] { journal.folder.templateFiles().texts.map(\.path) }

  @Test func theMarkdownFilesOfTheFolderAreTemplates() {
    journal.disk.addFile("/journal/templates/own/b.ja.md", "# b")
    journal.disk.addFile("/journal/templates/a.md", "# a")
    journal.disk.addFile("/journal/templates/own/note.txt", "")
    journal.disk.addFile("/journal/templates/.hidden/c.md", "")
    journal.disk.addFile("/journal/2026/d.md", "")
    #expect(paths() == ["templates/a.md", "templates/own/b.ja.md"])
    #expect(journal.folder.templateFiles().texts.map(\.text) == ["# a", "# b"])
  }

  @Test func withoutTheFolderThereAreNone() {
    #expect(paths() == [])
    journal.disk.addFile("/elsewhere/a.md", "")
    journal.disk.addLink("/journal/templates", to: "/elsewhere")
    #expect(paths() == [])
  }

  @Test func whatHasNoTextIsBrokenAndSaysWhy() {
    journal.disk.addFile("/journal/templates/large.md", String(repeating: "a", count: 256 << 10 + 1))
    journal.disk.addFile("/journal/templates/binary.md", bytes: [0xFF])
    journal.disk.addFile("/journal/templates/locked.md", "", permissions: 0)
    journal.disk.addFile("/journal/templates/good.md", "# good")
    let files = journal.folder.templateFiles()
    let library = TemplateLibrary(embedded: [], own: files.texts, unread: files.broken)
    #expect(library.templates.map(\.reference.name).contains("good"))
    #expect(library.broken.map(\.path) == ["binary", "large", "locked"].map { "templates/\($0).md" })
    #expect(library.broken.map(\.reason) == [.notUTF8, .tooLong, .unreadable])
  }

  @Test func whatCannotBeATemplateIsLeftOut() {
    journal.disk.addFile("/journal/templates/1/2/3/4/5/deep.md", "")
    journal.disk.addLink("/journal/templates/link.md", to: "/etc/passwd")
    journal.disk.addFile("/journal/templates/1/2/3/4/good.md", "")
    #expect(journal.folder.templateFiles().broken == [])
    #expect(paths() == ["templates/1/2/3/4/good.md"])
  }

  @Test func thereIsALimit() {
    for number in 0..<1_010 { journal.disk.addFile("/journal/templates/\(number).md", "") }
    #expect(paths().count == 1_000)
  }
}
