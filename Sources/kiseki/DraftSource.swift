import Interface
import Journal
import Publishing
import Resources
import Storage

/// Drafts of entries for one channel, as text for a file or for standard output.
struct DraftSource {
  let channel: Channel
  private let workspace: Workspace
  private let library: TemplateLibrary

  init(_ workspace: Workspace, for channel: Channel, library: TemplateLibrary) {
    self.workspace = workspace
    self.channel = channel
    self.library = library
  }

  var fileEnding: String {
    switch channel.shows.markup {
    case .markdown: ".md"
    case .html: ".html"
    case .plain: ".txt"
    }
  }

  /// The draft of an entry as text.
  func text(of path: EntryPath) throws(CommandFailure) -> String {
    let draft = try draft(of: path).draft
    guard channel.form != .article else { return draft.parts.joined() }
    let warning = draft.contentWarning.map { "CW: \($0)\n\n" } ?? ""
    let text = channel.posts(of: draft.parts).map { warning + $0 }.joined(separator: "\n\n---\n\n")
    return text.isEmpty ? "" : text + "\n"
  }

  /// The cards of an entry's draft.
  func pictures(of path: EntryPath, theme: PictureTheme) throws(CommandFailure) -> [CardPicture] {
    let (draft, entry) = try draft(of: path)
    return channel.pictures(of: draft, of: entry, template: library.template(of: entry), theme: theme)
  }

  /// What the writer should know goes to standard error.
  private func draft(of path: EntryPath) throws(CommandFailure) -> (draft: Draft, entry: Entry) {
    let entry = try workspace.entry(at: path, for: .drafting).entry
    let draft = channel.draft(of: entry, template: library.template(of: entry))
    for notice in draft.notices { workspace.say(notice, of: path.text) }
    return (draft, entry)
  }
}

/// One file of an export.
struct ExportedFile {
  /// What comes behind the entry's name: ".txt", "-1.png".
  let ending: String
  let content: Content

  enum Content {
    case text(String)
    case bytes([UInt8])
  }
}

extension Workspace {
  /// A message on standard error.
  func say(_ phrase: Phrase, _ values: [String: String]) {
    StandardError.tell(catalogue[phrase, values])
  }

  func say(_ notice: Draft.Notice, of entry: String) {
    say(.cliDraft, ["entry": entry, "notice": catalogue.text(of: notice)])
  }
}

/// The channels.
extension Workspace {
  /// The program's channels and the writer's own. Files that cannot be used are told of.
  func loadChannels() -> ChannelLibrary {
    let library = ChannelLibrary(embedded: Resources.files(under: "channels/"), own: folder.channelFiles())
    for file in library.broken { StandardError.tell(text(of: file)) }
    return library
  }

  /// Which channel file can't be used, and why.
  func text(of file: BrokenChannel) -> String {
    let words = [
      "path": file.path, "line": String(file.fault.line), "reason": catalogue.text(of: file.fault.reason),
    ]
    return catalogue[.templateBroken, words]
  }

  func channel(named name: String) throws(CommandFailure) -> Channel {
    let library = loadChannels()
    if let channel = library.channel(name) { return channel }
    let known = library.channels.map(\.id).joined(separator: " ")
    throw .usage(catalogue[.cliNoChannel, ["channel": name, "channels": known]])
  }
}
