internal import YAML

/// The colours of a picture.
package struct PictureTheme: Equatable, Sendable {
  /// "light", "dark"...
  package let name: String
  package var background: PictureColor
  package var text: PictureColor
  /// Of the line above the text, and of the card's number.
  package var accent: PictureColor

  /// The least contrast with which text of any size can be read, in tenths (WCAG 2.2, success criterion 1.4.3).
  package static let leastContrast = 45

  /// The contrast of what can be read least, in tenths.
  package var contrast: Int { min(text.contrast(with: background), accent.contrast(with: background)) }
}

// MARK: - As data

extension PictureTheme {
  /// A value of the settings, as it is written there.
  package struct Setting: Equatable, Sendable {
    package let key: String
    package let text: String
    /// In the file, from 1.
    package let line: Int

    package init(key: String, text: String, line: Int) {
      self.key = key
      self.text = text
      self.line = line
    }
  }

  /// Why a setting, or a theme, cannot be used.
  package struct Fault: Error, Equatable, Sendable {
    package let setting: Setting
    package let reason: Reason

    package enum Reason: Equatable, Sendable {
      case noColor
      case noTheme
    }
  }

  /// The keys of the settings that choose a theme and change its colours.
  package static let settingKeys = [themeKey, backgroundKey, textKey, accentKey]
  private static let themeKey = "story_theme"
  private static let backgroundKey = "story_background"
  private static let textKey = "story_text"
  private static let accentKey = "story_accent"

  /// The themes of a table of tables of colours, in its order; those that have not all three are none.
  package static func themes(_ yaml: String) -> [PictureTheme] {
    let groups = (try? StringTable.grouped(yaml)) ?? []
    return groups.compactMap { group in
      let colors = Dictionary(group.entries.map { ($0.key, $0.text) }) { first, _ in first }
        .compactMapValues(PictureColor.init)
      guard let background = colors["background"], let text = colors["text"], let accent = colors["accent"]
      else { return nil }
      return PictureTheme(name: group.name, background: background, text: text, accent: accent)
    }
  }

  /// The theme that the settings choose, the first where they choose none, with the colours that they set.
  package init(_ settings: [Setting], of themes: [PictureTheme]) throws(Fault) {
    let chosen = settings.last { $0.key == Self.themeKey }
    guard let theme = chosen.map({ setting in themes.first { $0.name == setting.text } }) ?? themes.first
    else {
      throw Fault(setting: chosen ?? Setting(key: Self.themeKey, text: "", line: 1), reason: .noTheme)
    }
    self = theme
    for setting in settings where setting.key != Self.themeKey {
      guard let color = PictureColor(setting.text) else { throw Fault(setting: setting, reason: .noColor) }
      switch setting.key {
      case Self.backgroundKey: background = color
      case Self.textKey: text = color
      case Self.accentKey: accent = color
      default: break
      }
    }
  }
}
