package import Journal

/// A card as a picture that can be posted: its text, a short line above it, and which card it is of how many.
///
/// The picture is SVG without anything that runs or is fetched; the same card gives the same picture.
package struct CardPicture: Equatable, Sendable {
  package let svg: String
  /// Whether the text is so long that its letters are too small to be read on a telephone.
  package let isTooSmall: Bool
  /// The text on the picture.
  package let text: String
}

extension Channel {
  /// The cards of a draft as pictures, in letters of one size; none where the channel has no pictures.
  ///
  /// - Parameter template: the entry's format.
  package func pictures(
    of draft: Draft, of entry: Entry, template: Template?, theme: PictureTheme
  ) -> [CardPicture] {
    guard let canvas = picture else { return [] }
    let frame = CardFrame(
      canvas: canvas, theme: theme, language: Composition.language(of: entry, template),
      total: draft.parts.count)
    let texts = draft.parts.map(SVGText.printable)
    let layouts = CardLayout.cards(texts, in: canvas, width: frame.width, height: frame.height)
    return zip(texts, layouts).enumerated().map { index, card in
      CardPicture(
        svg: frame.svg(card.1, number: index + 1),
        isTooSmall: card.1.size < canvas.scaled(CardLayout.smallestLegible), text: card.0)
    }
  }
}

/// Where things stand on the cards of one draft.
private struct CardFrame {
  let canvas: PictureCanvas
  let theme: PictureTheme
  let language: Language
  /// Of cards.
  let total: Int

  /// Free for text.
  var width: Int { canvas.width - 2 * canvas.side }
  var height: Int { canvas.height - canvas.top - canvas.bottom - head - foot }

  /// The line above the text, with the room below it.
  private var head: Int { canvas.scaled(64) }
  /// The number of the card, with the room above it; there is none where the card is alone.
  private var foot: Int { total > 1 ? canvas.scaled(96) : 0 }
  private var numberSize: Int { canvas.scaled(40) }

  func svg(_ layout: CardLayout, number: Int) -> String {
    let top = canvas.top + head + max(0, height - layout.height) / 2
    let rows = layout.rows.map { row in
      text(
        row.text, x: canvas.side - (row.beginsWithBracket ? layout.size / 2 : 0),
        y: top + row.top + layout.baseline)
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(canvas.width)" height="\(canvas.height)" \
      viewBox="0 0 \(canvas.width) \(canvas.height)" xml:lang="\(language.rawValue)" xml:space="preserve">
      <rect width="\(canvas.width)" height="\(canvas.height)" fill="\(theme.background.text)"/>
      <rect x="\(canvas.side)" y="\(top - canvas.scaled(40))" width="\(canvas.scaled(72))" \
      height="\(canvas.scaled(8))" fill="\(theme.accent.text)"/>
      <g font-family="\(Self.fonts)" font-size="\(layout.size)" fill="\(theme.text.text)">
      \(rows.joined(separator: "\n"))
      </g>
      \(total > 1 ? numberLine(number) : "")</svg>

      """
  }

  private func numberLine(_ number: Int) -> String {
    let y = canvas.height - canvas.bottom - canvas.scaled(16)
    return "<g font-family=\"\(Self.fonts)\" font-size=\"\(numberSize)\" fill=\"\(theme.accent.text)\">\n"
      + text("\(number)/\(total)", x: canvas.side, y: y) + "\n</g>\n"
  }

  private func text(_ text: String, x: Int, y: Int) -> String {
    "<text x=\"\(x)\" y=\"\(y)\">\(SVGText.escaped(text))</text>"
  }

  /// Sans fonts with Japanese letters first: those of Linux, macOS and Windows.
  private static let fonts =
    "'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', 'Yu Gothic UI', Meiryo, sans-serif"
}

/// Texts inside an SVG file.
private enum SVGText {
  /// Without the characters that no XML file may hold (XML 1.0, "Char") and other controls; a tab is a space.
  static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { scalar in
          switch scalar.value {
          case 0x09: " "
          case 0x0A: scalar
          case ..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: nil
          default: scalar
          }
        }))
  }

  static func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
