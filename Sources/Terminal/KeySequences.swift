package import Display

/// The bytes that this very terminal sends for its keys, as its description in terminfo says.
package struct KeySequences: Sendable {
  enum Match: Equatable {
    case none
    /// The bytes may become a key's.
    case beginning
    case key(Key, length: Int)
  }

  private let keys: [[UInt8]: Key]
  private let beginnings: Set<[UInt8]>
  private let longest: Int

  /// Only sequences that begin with ESC and one other byte are taken: single bytes mean the same on every terminal.
  package init(_ sequences: [(bytes: [UInt8], key: Key)]) {
    let usable = sequences.filter {
      $0.bytes.count >= 2 && $0.bytes[0] == Byte.escape && $0.bytes[1] != Byte.escape
    }
    keys = Dictionary(usable.map { ($0.bytes, $0.key) }, uniquingKeysWith: { first, _ in first })
    beginnings = Set(keys.keys.flatMap { bytes in (1..<bytes.count).map { Array(bytes.prefix($0)) } })
    longest = keys.keys.map(\.count).max() ?? 0
  }

  /// The longest sequence at the beginning of bytes; `beginning` if a longer one may be under way.
  func match(_ bytes: ArraySlice<UInt8>, isAll: Bool) -> Match {
    if !isAll, bytes.count < longest, beginnings.contains(Array(bytes)) { return .beginning }
    for length in stride(from: min(longest, bytes.count), to: 1, by: -1) {
      if let key = keys[Array(bytes.prefix(length))] { return .key(key, length: length) }
    }
    return .none
  }
}

extension KeySequences {
  /// terminfo's names of keys. Only those without modifiers: xterm's description gives Shift-F1 as the thirteenth.
  static let capabilities: [(name: String, key: Key)] =
    [
      ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
      ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
      ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kcbt", Key(.tab, .shift)), ("kent", Key(.enter)),
    ] + (1...12).map { ("kf\($0)", Key(.function($0))) }
}
