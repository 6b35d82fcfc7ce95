import CTerminal
import Display

/// How text of a role looks: a weight, and a colour where there are colours. The background is always the terminal's
/// own, and the colours are those that palettes for dark and for light backgrounds alike keep legible; blue and yellow
/// are not among them.
struct Look: Hashable {
  enum Color: Int32 {
    case red = 1
    case green = 2
    case magenta = 5
    case cyan = 6
  }

  struct Weight: OptionSet, Hashable {
    let rawValue: Int
    static let bold = Weight(rawValue: KISEKI_BOLD)
    static let faint = Weight(rawValue: KISEKI_FAINT)
    static let underline = Weight(rawValue: KISEKI_UNDERLINE)
    static let reverse = Weight(rawValue: KISEKI_REVERSE)
  }

  let weight: Weight
  let color: Color?

  init(_ weight: Weight = [], _ color: Color? = nil) {
    self.weight = weight
    self.color = color
  }
}

extension Style {
  /// The one table of looks. Colours only add to what weight, place and words say.
  var look: Look {
    switch self {
    case .plain: Look()
    case .title: Look(.bold)
    case .heading: Look(.bold)
    case .ghost: Look(.faint)
    case .muted: Look(.faint)
    case .accent: Look(.bold, .cyan)
    case .selected: Look(.reverse)
    case .statusBar: Look()
    case .statusAlert: Look([.reverse, .bold], .red)
    case .key: Look(.bold)
    case .hint: Look([], .cyan)
    case .example: Look([], .green)
    case .caution: Look([], .magenta)
    case .done: Look([], .green)
    case .rule: Look(.faint)
    case .error: Look(.bold, .red)
    case .substitute: Look(.underline, .magenta)
    }
  }
}
