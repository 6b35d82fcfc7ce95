/// The text between the marks of emphasis, and what goes outside them so that neither edge is punctuation.
struct EmphasisEdges {
  private(set) var before: [Unicode.Scalar] = []
  private(set) var content: ArraySlice<Unicode.Scalar>
  private(set) var after: [Unicode.Scalar] = []

  init(_ content: ArraySlice<Unicode.Scalar>) {
    self.content = content
    takeLinkOut()
  }

  /// A link keeps its marks inside: `**[文](url)**` becomes `[**文**](url)`.
  private mutating func takeLinkOut() {
    guard content.first == "[", content.last == ")", content.count(where: { $0 == "[" }) == 1,
      let end = content.firstIndex(of: "]"), content[end...].dropFirst().first == "("
    else { return }
    before = ["["]
    after = Array(content[end...])
    content = content[(content.startIndex + 1)..<end]
  }

  mutating func moveEnd() {
    while content.count > 1, let last = content.last, let start = startOfEnd(last) {
      after.insert(contentsOf: content[start...], at: 0)
      content = content[..<start]
    }
  }

  mutating func moveStart() {
    while content.count > 1, let first = content.first, let end = endOfStart(first) {
      before += content[..<end]
      content = content[end...]
    }
  }

  /// A remark in brackets goes as a whole, any other sign alone.
  private func startOfEnd(_ last: Unicode.Scalar) -> Int? {
    let lastIndex = content.endIndex - 1
    guard content[lastIndex - 1] != "\\" else { return nil }
    guard let opening = Self.remarks.first(where: { $0.value == last })?.key else {
      return Self.signs.contains(last) || Self.quotes.values.contains(last) ? lastIndex : nil
    }
    guard let start = content.lastIndex(of: opening), start > content.startIndex,
      content[start - 1] != "]", content[start - 1] != "\\",
      content[start...].count(where: { $0 == last }) == 1
    else { return nil }
    return start
  }

  private func endOfStart(_ first: Unicode.Scalar) -> Int? {
    guard let closing = Self.remarks[first] else {
      return Self.signs.contains(first) || Self.quotes.keys.contains(first) ? content.startIndex + 1 : nil
    }
    guard let end = content.firstIndex(of: closing), end < content.endIndex - 1,
      content[...end].count(where: { $0 == first }) == 1
    else { return nil }
    return end + 1
  }

  private static let remarks: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "（": "）"]

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "「": "」", "『": "』", "【": "】", "〈": "〉", "《": "》", "［": "］", "〔": "〕", "“": "”", "\"": "\"",
  ]

  private static let signs = Set("。、．，！？：；…・!?:;,.%％".unicodeScalars)
}
