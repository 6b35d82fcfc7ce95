extension String {
  /// A Swift string literal on one line that has exactly these scalars as its value.
  ///
  /// Everything that an editor, a compiler or a reader could take for something else is escaped: quotes
  /// and backslashes, control characters (CR and LF among them), and invisible format characters such as
  /// the byte order mark.
  var asStringLiteral: String {
    var literal = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\\(scalar)"
      case "\n": literal += "\\n"
      default: literal += scalar.isPlain ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return literal + "\""
  }
}

extension Unicode.Scalar {
  /// Draws something of its own, so it may stand in a literal as it is.
  fileprivate var isPlain: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: false
    default: true
    }
  }
}
