/// A heading as a template writes it, with the section's id behind it: "学び {#learning}".
struct TemplateHeading {
  let text: String
  /// Nil without "{#…}".
  let id: String?

  init(_ heading: String) {
    guard heading.hasSuffix("}"), let open = heading.lastIndex(of: "{"),
      heading[open...].hasPrefix("{#")
    else {
      text = heading
      id = nil
      return
    }
    text = heading[..<open].trimmed
    id = String(heading[open...].dropFirst(2).dropLast())
  }
}
