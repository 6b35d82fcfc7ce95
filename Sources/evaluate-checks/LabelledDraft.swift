import Checks
import Journal
import YAML

/// A draft of the evaluation set, with what a careful editor would want shown.
struct LabelledDraft {
  let id: String
  let language: Language
  let kind: Kind
  let text: String
  let expected: Set<FindingClass>
  /// Nil where it is not labelled.
  let hasLearning: Bool?
  let hasNextStep: Bool?
  /// The one class that it is labelled for; nil where it is for all.
  let subject: String?

  /// The drafts of a file.
  static func drafts(in yaml: String) throws -> [LabelledDraft] {
    guard case .list(let items, _) = try YAMLNode.parse(yaml)?.content else { return [] }
    return try items.map(LabelledDraft.init)
  }

  private init(_ node: YAMLNode) throws {
    guard case .mapping(let pairs, _) = node.content else { throw Malformed(id: "") }
    var values: [String: YAMLNode] = [:]
    for pair in pairs { values[pair.key.text ?? ""] = pair.value }
    id = values["id"]?.text ?? ""
    guard let language = values["lang"]?.text.flatMap(Language.init(rawValue:)),
      let text = values["text"]?.text
    else {
      throw Malformed(id: id)
    }
    self.language = language
    self.text = text
    kind = Kind(rawValue: values["kind"]?.text ?? "free")
    guard case .list(let classes, _) = values["expect"]?.content else { throw Malformed(id: id) }
    expected = Set(classes.compactMap { $0.text.flatMap(FindingClass.init(rawValue:)) })
    hasLearning = values["learning"]?.text.map { $0 == "true" }
    subject = values["about"]?.text
    hasNextStep = values["next_step"]?.text.map { $0 == "true" }
  }

  struct Malformed: Error {
    let id: String
  }
}
