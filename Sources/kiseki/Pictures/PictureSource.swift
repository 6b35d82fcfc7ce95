import Interface
import Journal
import Publishing
import Resources
import Storage

/// The cards of entries as pictures, one file each; what their writer should know goes to standard error.
struct PictureSource {
  private let workspace: Workspace
  private let drafts: DraftSource
  private let theme: PictureTheme
  /// Nil where pictures stay SVG.
  private let renderer: PictureRenderer?
  /// Those that were drawn.
  private var texts: [String] = []

  init(_ workspace: Workspace, _ drafts: DraftSource, form: DraftForm) throws(CommandFailure) {
    guard drafts.channel.picture != nil else {
      let known = workspace.loadChannels().channels.filter { $0.picture != nil }.map(\.id)
      let words = ["channel": drafts.channel.id, "channels": known.joined(separator: " ")]
      throw .usage(workspace.catalogue[.cliPictureNone, words])
    }
    self.workspace = workspace
    self.drafts = drafts
    theme = try workspace.pictureTheme()
    renderer = form == .png ? PictureRenderer(searchPath: workspace.searchPath) : nil
    guard form != .png || renderer != nil else {
      throw .failed(workspace.catalogue[.cliPictureNoRenderer])
    }
  }

  mutating func files(of path: EntryPath) throws(CommandFailure) -> [ExportedFile] {
    let pictures = try drafts.pictures(of: path, theme: theme)
    if pictures.contains(where: \.isTooSmall) { workspace.say(.cliPictureSmall, ["entry": path.text]) }
    guard let renderer else {
      return pictures.enumerated().map {
        ExportedFile(ending: DraftForm.svg.ending(ofPart: $0 + 1), content: .text($1.svg))
      }
    }
    texts += pictures.map(\.text)
    do throws(ChildProgram.Failure) {
      let drawn = try renderer.png(of: pictures.map(\.svg))
      return drawn.enumerated().map {
        ExportedFile(ending: DraftForm.png.ending(ofPart: $0 + 1), content: .bytes($1))
      }
    } catch {
      let words = ["entry": path.text, "reason": error.reason]
      throw .failed(workspace.catalogue[.cliPictureFailed, words])
    }
  }

  /// Tells which letters of the pictures no font here has.
  func sayMissingLetters() {
    guard !texts.isEmpty, let fonts = MissingLetters(searchPath: workspace.searchPath) else { return }
    let missing = fonts.letters(of: texts)
    guard !missing.isEmpty else { return }
    let shown = missing.prefix(20).map(String.init).joined(separator: " ")
    workspace.say(.cliPictureNoFont, ["letters": shown + (missing.count > 20 ? " ..." : "")])
  }
}

extension Workspace {
  /// The colours that the writer's settings say. Colours that are hard to tell apart are told of.
  fileprivate func pictureTheme() throws(CommandFailure) -> PictureTheme {
    let themes = PictureTheme.themes(Resources.file("themes.yml") ?? "")
    let theme: PictureTheme
    do throws(PictureTheme.Fault) {
      theme = try PictureTheme(pictureColors, of: themes)
    } catch {
      let words = [
        "path": settingsFile.path, "line": String(error.setting.line), "key": error.setting.key,
        "value": error.setting.text, "themes": themes.map(\.name).joined(separator: " "),
      ]
      throw .failed(catalogue[error.reason == .noTheme ? .cliPictureNoTheme : .cliPictureNoColor, words])
    }
    if theme.contrast < PictureTheme.leastContrast {
      let words = ["contrast": theme.contrast, "least": PictureTheme.leastContrast].mapValues {
        "\($0 / 10).\($0 % 10)"
      }
      say(.cliPictureContrast, words)
    }
    return theme
  }
}
