import Glibc
import Typography

/// Data goes here. What comes from files is made safe when a terminal reads it.
enum StandardOutput {
  static func write(_ text: String) {
    StandardStream.write(isatty(STDOUT_FILENO) == 1 ? StandardStream.safe(text) : text, to: STDOUT_FILENO)
  }
}

/// Messages go here.
enum StandardError {
  static func write(_ text: String) {
    StandardStream.write(text, to: STDERR_FILENO)
  }

  /// A message of the program's own, on a line with its name before it.
  static func tell(_ message: String) {
    write("kiseki: \(safe(message))\n")
  }

  static func safe(_ text: String) -> String {
    isatty(STDERR_FILENO) == 1 ? StandardStream.safe(text) : text
  }
}

/// What is typed or piped in.
enum StandardInput {
  /// Everything up to the end, without a byte order mark; nil where it can't be read, is not UTF-8, or holds a NUL,
  /// which no text does.
  static func readText() -> String? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count > 0 { bytes += buffer[..<count] }
      if count == 0 { return TextFile.text(of: bytes) }
      if count < 0, errno != EINTR { return nil }
    }
  }
}

private enum StandardStream {
  /// The text with every character that a terminal might act on shown as what it is.
  static func safe(_ text: String) -> String {
    let widths = ColumnWidths()
    return text.reduce(into: "") { result, character in
      guard character != "\n", character != "\t" else { return result.append(character) }
      let glyphs = widths.glyphs(for: character)
      if glyphs.contains(where: \.isSubstitute) {
        for glyph in glyphs { result += glyph.text }
      } else {
        result.append(character)
      }
    }
  }

  static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      start += count
    }
  }
}
