import Glibc
import Journal
import Storage
import Testing

@Suite struct RealFileSystemTests {
  private let temporary: TemporaryFolder
  private let journal: JournalFolder

  init() throws {
    temporary = try TemporaryFolder()
    journal = JournalFolder(root: temporary.path + "/journal", fileSystem: RealFileSystem())
    try journal.prepare()
  }

  private func adding(_ path: String, _ bytes: [UInt8]) throws -> StoredEntry {
    try temporary.write(bytes, to: "journal/" + path)
    return try journal.read(EntryPath(path))
  }

  private func text(_ path: String) -> String? {
    temporary.bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func names(in folder: String) throws -> Set<String> {
    let system = RealFileSystem()
    let opened = try system.openFolder(temporary.path + "/" + folder, in: nil, followsLink: false)
    defer { try? system.close(opened) }
    return Set(try system.items(in: opened).map(\.name))
  }

  @Test func whatIsMadeIsPrivate() throws {
    let inner = JournalFolder(root: temporary.path + "/a/b", fileSystem: RealFileSystem())
    let stored = try inner.create(Entry(body: "text"), now: .evening)
    #expect(temporary.permissions(of: "a") == 0o700)
    #expect(temporary.permissions(of: "a/b/2026") == 0o700)
    #expect(temporary.permissions(of: "a/b/" + stored.path.text) == 0o600)
  }

  @Test func aBOMCarriageReturnsAndAMissingLineEndSurvive() throws {
    let text = "\u{FEFF}---\r\ntitle: \"a\" # remark\r\nmine: [1,  2]\r\n---\r\nbody\r\nか\u{3099}"
    let stored = try adding("a.md", Array(text.utf8))
    var entry = stored.with(body: stored.entry.body + "x")
    entry.metadata.title = "b"
    _ = try journal.save(entry, over: stored)
    let wanted = "\u{FEFF}---\r\ntitle: b # remark\r\nmine: [1,  2]\r\n---\r\nbody\r\nか\u{3099}x"
    #expect(temporary.bytes(of: "journal/a.md") == Array(wanted.utf8))
  }

  @Test func aSaveReplacesTheFileAndKeepsItsPermissions() throws {
    let stored = try adding("a.md", Array("old".utf8))
    chmod(temporary.path + "/journal/a.md", 0o640)
    let outcome = try journal.save(stored.with(body: "new"), over: stored)
    #expect(outcome == .saved(try journal.read(EntryPath("a.md"))))
    #expect(text("journal/a.md") == "new")
    #expect(temporary.permissions(of: "journal/a.md") == 0o640)
    #expect(try names(in: "journal") == ["a.md"])
  }

  @Test func aLinkStaysALink() throws {
    try temporary.write(Array("old".utf8), to: "real.md")
    symlink("../real.md", temporary.path + "/journal/link.md")
    let stored = try journal.read(EntryPath("link.md"))
    _ = try journal.save(stored.with(body: "new"), over: stored)
    #expect(text("real.md") == "new")
    #expect(temporary.permissions(of: "journal/link.md") == 0o777)
    #expect(try names(in: "") == ["journal", "real.md"])
  }

  @Test func aFileWithTwoNamesKeepsBoth() throws {
    let stored = try adding("a.md", Array("a longer old text".utf8))
    link(temporary.path + "/journal/a.md", temporary.path + "/other.md")
    _ = try journal.save(stored.with(body: "new"), over: stored)
    #expect(text("journal/a.md") == "new")
    #expect(text("other.md") == "new")
    #expect(try names(in: "journal") == ["a.md"])
  }

  @Test func aChangeOutsideStays() throws {
    let stored = try adding("a.md", Array("old".utf8))
    try temporary.write(Array("OLD".utf8), to: "journal/a.md")
    let outcome = try journal.save(stored.with(body: "ours"), over: stored)
    #expect(text("journal/a.md") == "OLD")
    #expect(text("journal/" + outcome.stored.path.text) == "ours")
    #expect(Set(try journal.entryPaths()) == [EntryPath("a.md"), outcome.stored.path])
    #expect(try journal.conflictCopies() == [outcome.stored.path])
  }

  @Test func aDeletedFileIsMadeAgain() throws {
    let stored = try adding("a.md", Array("old".utf8))
    unlink(temporary.path + "/journal/a.md")
    let outcome = try journal.save(stored.with(body: "new"), over: stored)
    #expect(outcome == .recreated(outcome.stored))
    #expect(text("journal/a.md") == "new")
  }

  @Test func bytesThatAreNoTextStay() throws {
    let bytes: [UInt8] = [0x93, 0xFA, 0x96, 0x7B, 0x0A]
    let stored = try adding("sjis.md", bytes)
    #expect(stored.condition == .notUTF8)
    #expect(throws: JournalError.notEditable(path: "sjis.md")) {
      try journal.save(stored.with(body: "x"), over: stored)
    }
    #expect(temporary.bytes(of: "journal/sjis.md") == bytes)
  }

  @Test func tenMegabytesAreSavedByteForByte() throws {
    let text = String(repeating: "日本語の長い文章。\r\n", count: 350_000)
    let stored = try adding("a.md", Array(text.utf8))
    #expect(stored.condition == .editable)
    _ = try journal.save(stored.with(body: text + "x"), over: stored)
    #expect(temporary.bytes(of: "journal/a.md") == Array((text + "x").utf8))
  }
}

// MARK: - What is no file

extension RealFileSystemTests {
  @Test func aJournalThatIsAFileSaysSo() throws {
    try temporary.write([], to: "file")
    for path in [temporary.path + "/file", temporary.path + "/file/inner"] {
      let journal = JournalFolder(root: path, fileSystem: RealFileSystem())
      #expect(throws: JournalError.notAFolder(path: path)) { try journal.prepare() }
      #expect(throws: JournalError.notAFolder(path: path)) { try journal.entryPaths() }
    }
  }

  @Test func aDiskThatTakesNoFoldersSaysSo() {
    let journal = JournalFolder(root: "/proc/kiseki/journal", fileSystem: RealFileSystem())
    #expect(throws: JournalError.self) { try journal.prepare() }
    #expect(throws: JournalError.self) { try journal.create(Entry(body: "x"), now: .evening) }
  }

  @Test(.enabled(if: getuid() != 0)) func aFolderThatTakesNoFilesLeavesTheFileSavedInPlace() throws {
    mkdir(temporary.path + "/journal/locked", 0o700)
    let stored = try adding("locked/a.md", Array("a longer old text".utf8))
    chmod(temporary.path + "/journal/locked", 0o500)
    defer { chmod(temporary.path + "/journal/locked", 0o700) }
    _ = try journal.save(stored.with(body: "new"), over: stored)
    #expect(text("journal/locked/a.md") == "new")
  }

  @Test func aPipeDoesNotStopTheProgram() throws {
    mkfifo(temporary.path + "/journal/pipe.md", 0o600)
    #expect(throws: JournalError.self) { try journal.read(EntryPath("pipe.md")) }
    #expect(try journal.entryPaths() == [])
  }

  @Test func aNameThatIsNoTextIsLeftOut() throws {
    try temporary.write([], to: "journal/a.md")
    let name: [CChar] = [-126, -96]
    let bytes = Array((temporary.path + "/journal/").utf8CString.dropLast()) + name + Array(".md".utf8CString)
    close(open(bytes, O_WRONLY | O_CREAT, 0o600))
    #expect(try journal.entryPaths() == [EntryPath("a.md")])
  }

  @Test func aNameInSeparateLettersOpensAsItIs() throws {
    let stored = try adding("か\u{3099}くせい.md", Array("old".utf8))
    _ = try journal.save(stored.with(body: "new"), over: stored)
    #expect(text("journal/か\u{3099}くせい.md") == "new")
    #expect(try journal.find("がくせい") == .one(EntryPath("か\u{3099}くせい.md")))
    #expect(try names(in: "journal").count == 1)
  }

  @Test func theErrorsOfTheSystemAreToldApart() throws {
    let system = RealFileSystem()
    let folder = try system.openFolder(temporary.path, in: nil, followsLink: false)
    defer { try? system.close(folder) }
    try temporary.write([1, 2, 3], to: "a")
    symlink("a", temporary.path + "/link")
    symlink(".", temporary.path + "/folder")
    func code(_ body: () throws(FileError) -> Void) -> FileError.Code? {
      do throws(FileError) {
        try body()
        return nil
      } catch {
        return error.code
      }
    }
    #expect(
      code { () throws(FileError) in _ = try system.openFile("none", in: folder, for: .reading) } == .notFound
    )
    #expect(
      code { () throws(FileError) in _ = try system.openFile("a", in: folder, for: .creating) } == .exists)
    #expect(
      code { () throws(FileError) in _ = try system.openFile("link", in: folder, for: .reading) } == .isLink)
    #expect(
      code { () throws(FileError) in _ = try system.openFolder("a", in: folder, followsLink: true) }
        == .notADirectory)
    #expect(code { () throws(FileError) in try system.link("a", to: "link", in: folder) } == .exists)
    #expect(
      code { () throws(FileError) in _ = try system.canonicalPath(of: temporary.path + "/none") } == .notFound
    )
    #expect(
      code { () throws(FileError) in _ = try system.openFolder("folder", in: folder, followsLink: false) }
        == .notADirectory)
    let file = try system.openFile("a", in: folder, for: .overwriting)
    #expect(try system.read(file, at: 1, upTo: 10) == [2, 3])
    #expect(try system.read(file, at: 3, upTo: 10) == [])
    try system.truncate(file, to: 1)
    #expect(try system.status(of: file).size == 1)
    try system.close(file)
    #expect(code { () throws(FileError) in try system.synchronize(file) } == .other(EBADF))
    let full = try system.openFile("/dev/full", in: nil, for: .overwriting)
    #expect(
      code { () throws(FileError) in _ = try system.write("x".utf8.span.bytes, to: full, at: 0) } == .noSpace)
    try system.close(full)
  }
}

// MARK: - Many entries

extension RealFileSystemTests {
  @Test func tenThousandEntriesAreListedAndSummarized() throws {
    for year in 2017...2026 { mkdir("\(temporary.path)/journal/\(year)", 0o700) }
    for number in 0..<10_000 {
      let date = "\(2017 + number / 1_000)-\(10 + number / 100 % 3)-\(10 + number % 19)"
      let text =
        "---\ntitle: 記事 \(number)\ndate: \(date)\nstatus: draft\ntags: [a, b]\n---\n\n## やったこと\n\n今日は走った。\n"
      try temporary.write(Array(text.utf8), to: "journal/\(date.prefix(4))/\(date)-記事-\(number).md")
    }
    let paths = try journal.entryPaths()
    #expect(paths.count == 10_000)
    #expect(paths.first?.text.hasPrefix("2026/2026-12-") == true)
    #expect(paths.last?.text.hasPrefix("2017/2017-10-") == true)
    let summaries = journal.summarize(paths, templates: TemplateLibrary(embedded: [], own: []))
    #expect(summaries.allSatisfy { $0.metadata.title?.hasPrefix("記事 ") ?? false })
    #expect(summaries.allSatisfy { $0.excerpt == "今日は走った。" })
  }
}
