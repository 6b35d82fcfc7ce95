/// A vector statement (ベクトル宣言): where the writer comes from, where they are and where they go, in their
/// words.
package struct VectorStatement: Equatable, Sendable {
  package var past: String?
  package var turningPoint: String?
  package var present: String?
  package var destination: String?
  package var nextStep: String?
  /// All of it in one sentence.
  package var sentence: String?

  package init(
    past: String? = nil, turningPoint: String? = nil, present: String? = nil, destination: String? = nil,
    nextStep: String? = nil, sentence: String? = nil
  ) {
    self.past = past
    self.turningPoint = turningPoint
    self.present = present
    self.destination = destination
    self.nextStep = nextStep
    self.sentence = sentence
  }

  /// The parts, in the order in which they are told.
  package enum Part: String, CaseIterable, Sendable {
    case past
    case turningPoint = "turning-point"
    case present, destination
    case nextStep = "next-step"
    case sentence
  }

  /// What is written in a part; nil where nothing is.
  package subscript(part: Part) -> String? {
    switch part {
    case .past: past
    case .turningPoint: turningPoint
    case .present: present
    case .destination: destination
    case .nextStep: nextStep
    case .sentence: sentence
    }
  }

  /// What an entry's text says, beside the format that it follows, in the entry's language: from the sections
  /// `past`, `turning-point`, `present`, `destination`, `next-step` and `sentence` of an entry;
  /// nil where nothing is written in any of them.
  package init?(_ text: GuidedText) {
    self.init(
      past: text.text(ofSection: "past"), turningPoint: text.text(ofSection: "turning-point"),
      present: text.text(ofSection: "present"), destination: text.text(ofSection: "destination"),
      nextStep: text.text(ofSection: "next-step"), sentence: text.text(ofSection: "sentence"))
    if self == VectorStatement() { return nil }
  }

  /// The vector in one line: the first paragraph of the sentence, else the first sentence about the destination,
  /// or about the nearest to it that is written.
  package var line: String? {
    let line = sentence?.firstParagraph
    let nearest = [destination, present, nextStep, turningPoint, past].compactMap(\.self).first
    return line ?? nearest.map { Sentence.first(of: $0.firstParagraph) }
  }
}
