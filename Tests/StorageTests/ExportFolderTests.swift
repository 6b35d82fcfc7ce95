import Storage
import Testing

/// Drafts as files, anywhere on the disk.
struct ExportFolderTests {
  private let disk = SimulatedFileSystem()
  private var folder: ExportFolder { ExportFolder(path: "/out/drafts", fileSystem: disk) }

  @Test func `A draft is written into a folder that is made for it`() throws {
    #expect(try folder.write("本文\n", as: "学び.txt", replaces: false) == .written)
    #expect(disk.text(at: "/out/drafts/学び.txt") == "本文\n")
    #expect(disk.paths.filter { $0.contains(".tmp") }.isEmpty)
  }

  @Test func `The same text is not written again`() throws {
    _ = try folder.write("a", as: "a.txt", replaces: false)
    #expect(try folder.write("a", as: "a.txt", replaces: false) == .same)
  }

  @Test func `Another text stays, unless it is to be replaced`() throws {
    disk.addFolder("/out")
    disk.addFolder("/out/drafts")
    disk.addFile("/out/drafts/a.txt", "mine", permissions: 0o600)
    #expect(try folder.write("new", as: "a.txt", replaces: false) == .taken)
    #expect(disk.text(at: "/out/drafts/a.txt") == "mine")
    #expect(try folder.write("new", as: "a.txt", replaces: true) == .written)
    #expect(disk.text(at: "/out/drafts/a.txt") == "new")
    #expect(disk.paths.filter { $0.contains(".tmp") }.isEmpty)
  }

  @Test(arguments: ["", ".", "..", "../a.txt", "/etc/passwd", "a/b"])
  func `A name leads nowhere else`(name: String) {
    #expect(throws: JournalError.self) { try folder.write("x", as: name, replaces: true) }
  }
}
