import Display

/// Keys and text as a test writes them.
enum KeyScript {
  enum Step: Equatable {
    case event(InputEvent)
    case wait(Int64)
  }

  /// `<c-n>` and the like are keys, `<late a-down>` is a key whose bytes came apart, `<u+3099>` is a character by number,
  /// `<wait 500>` is half a second, `<paste>...</paste>` a paste, `<burst>...</burst>` one commit of an input method. Line
  /// breaks of the script itself mean nothing outside those.
  static func steps(of script: String) -> [Step] {
    var steps: [Step] = []
    var rest = script[...]
    while let first = rest.first {
      if first == "<", let close = rest.firstIndex(of: ">") {
        let name = rest[rest.index(after: rest.startIndex)..<close]
        rest = rest[rest.index(after: close)...]
        if name == "paste" || name == "burst" {
          let (text, after) = enclosed(in: rest, by: String(name))
          steps.append(.event(name == "paste" ? .paste(text) : .text(text)))
          rest = after
        } else {
          steps.append(step(named: String(name)))
        }
      } else {
        rest = rest.dropFirst()
        if !first.isNewline { steps.append(.event(.text(String(first)))) }
      }
    }
    return steps
  }

  private static func step(named name: String) -> Step {
    if name.hasPrefix("wait "), let duration = Int64(name.dropFirst(5)) { return .wait(duration) }
    if name.hasPrefix("u+"), let scalar = UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) {
      return .event(.text(String(Character(scalar))))
    }
    if name.hasPrefix("size ") {
      let sides = name.dropFirst(5).split(separator: "x").compactMap { Int($0) }
      if sides.count == 2 { return .event(.resize(Size(columns: sides[0], rows: sides[1]))) }
    }
    if name.hasPrefix("late "), let key = Key(notation: "<\(name.dropFirst(5))>") {
      return .event(.lateKey(key))
    }
    guard let key = Key(notation: "<\(name)>") else { preconditionFailure("no such key: <\(name)>") }
    return .event(.key(key))
  }

  private static func enclosed(
    in rest: Substring, by name: String
  ) -> (text: String, after: Substring) {
    let parts = rest.split(separator: "</\(name)>", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? parts[1] : "")
  }
}
