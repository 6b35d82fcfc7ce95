import Glibc

/// SVG drawn as PNG by librsvg's `rsvg-convert` (docs/decisions/013).
struct PictureRenderer {
  private let program: ChildProgram
  /// As many are drawn at a time as there are processors.
  private let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Nil where it is not installed.
  init?(searchPath: String) {
    guard let program = ChildProgram("rsvg-convert", searchPath: searchPath) else { return nil }
    self.program = program
  }

  func png(of pictures: [String]) throws(ChildProgram.Failure) -> [[UInt8]] {
    var drawn: [[UInt8]] = []
    for start in stride(from: 0, to: pictures.count, by: processors) {
      var running: [ChildProgram.Running] = []
      for svg in pictures[start...].prefix(processors) {
        running.append(try program.start(["--format", "png"], input: svg))
      }
      for process in running { drawn.append(try process.finish()) }
    }
    return drawn
  }
}

/// The letters that a text has and no font on this machine: a picture shows an empty box for them.
struct MissingLetters {
  private let program: ChildProgram

  /// How many letters are asked for at a time.
  private static let most = 1_000

  /// Nil where fontconfig's `fc-list` is not installed.
  init?(searchPath: String) {
    guard let program = ChildProgram("fc-list", searchPath: searchPath) else { return nil }
    self.program = program
  }

  func letters(of texts: [String]) -> [Unicode.Scalar] {
    var wanted: Set<Unicode.Scalar> = []
    for text in texts { wanted.formUnion(text.unicodeScalars.filter(\.isDrawnByFont)) }
    let sorted = wanted.sorted()
    return stride(from: 0, to: sorted.count, by: Self.most).flatMap { start in
      missing(sorted[start...].prefix(Self.most))
    }
  }

  /// Nearly always one font has them all; where none has, each half is asked for.
  private func missing(_ letters: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    let codes = letters.map { String($0.value, radix: 16) }.joined(separator: " ")
    guard let fonts = try? program.run([":charset=" + codes, "family"]), fonts.isEmpty else { return [] }
    guard letters.count > 1 else { return Array(letters) }
    let middle = letters.startIndex + letters.count / 2
    return missing(letters[..<middle]) + missing(letters[middle...])
  }
}

extension Unicode.Scalar {
  fileprivate var isDrawnByFont: Bool {
    !isASCII && !properties.isDefaultIgnorableCodePoint && !properties.isWhitespace
      && properties.generalCategory != .control
  }
}
