import Checks
import FoundationEssentials
import Journal

#if canImport(Glibc)
  import Glibc
#endif

/// `evaluate-checks [seen|unseen|PATH] [class] [ja|en]`: how the rules in Resources/rules do on the labelled drafts of
/// a folder of Evaluation/drafts, or of any folder or file, as a table in Markdown. With a class it also tells where
/// they are wrong, but never for the unseen half: nobody who writes rules reads it.
@main
struct Evaluate {
  private var checker: Checker
  private var rows: [Row: Score] = [:]
  private var mistakes: [String] = []
  private let detail: Set<String>

  private struct Row: Hashable {
    let name: String
    let language: Language
  }

  private static let counted: [FindingClass] = [
    .blame, .negative, .private, .sponsorship, .borrowed, .invisible, .care,
  ]
  private static let learning = "learning present"
  private static let nextStep = "next step present"

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let part = arguments.first { $0 == "unseen" || $0.contains("/") } ?? "seen"
    let rules = try files(in: "Resources/rules", ending: ".yml").map { ("rules/" + $0.path, $0.text) }
    let start = ContinuousClock.now
    let classifiers = Classifiers.byLanguage(try files(in: "Resources/classifiers", ending: ".tsv"))
    let set = CheckSet(embedded: rules, classifiers: classifiers, verifiesEmbedded: true)
    let loading = ContinuousClock.now - start
    for rule in set.refused where arguments.first != "grams" {
      print("refused: \(rule.path):\(rule.fault.line): \(rule.name): \(rule.fault.reason)")
    }
    if arguments.first == "speed" {
      let reading = ContinuousClock().measure { _ = CheckSet(embedded: rules, classifiers: classifiers) }
      print("read without trying the specs: \(reading)")
      return try SpeedTrial.run(
        Checker(set),
        files(in: "Evaluation/drafts/seen", ending: ".yml").flatMap { file in
          try LabelledDraft.drafts(in: file.text)
        })
    }
    if arguments.first == "grams" { return try printGrams(arguments.dropFirst(), Checker(set)) }
    if arguments.first == "try" { return attempt(Array(arguments), Checker(set)) }
    let isUnseen = part.contains("unseen")
    var evaluation = Evaluate(checker: Checker(set), detail: isUnseen ? [] : Set(arguments))
    let drafts = try files(in: part.contains("/") ? part : "Evaluation/drafts/\(part)", ending: ".yml")
      .flatMap { file in try LabelledDraft.drafts(in: file.text) }
    for draft in drafts { evaluation.measure(draft) }
    for mistake in evaluation.mistakes { print(mistake) }
    evaluation.report(part, drafts.count, set.ruleNames.count, loading)
  }

  /// `evaluate-checks grams PATH...`: what classifiers read of the drafts, for scripts/learn.py: a line with a draft's
  /// id, and a line for each of its sentences, with its length and its grams.
  private static func printGrams(_ paths: ArraySlice<String>, _ checker: Checker) throws {
    var checker = checker
    for path in paths {
      for draft in try files(in: path, ending: ".yml").flatMap({ try LabelledDraft.drafts(in: $0.text) }) {
        print(draft.id)
        let manuscript = Manuscript(body: draft.text, kind: draft.kind, language: draft.language)
        for sentence in checker.grams(of: manuscript) {
          let cells = ["", String(sentence.length), sentence.sentence] + sentence.grams.sorted()
          print(cells.joined(separator: "\t"))
        }
      }
    }
  }

  /// `evaluate-checks try ja failure "text"`: what is found in one text, and why.
  private static func attempt(_ arguments: [String], _ checker: Checker) {
    guard arguments.count == 4, let language = Language(rawValue: arguments[1]) else {
      return print("usage: evaluate-checks try ja|en KIND TEXT")
    }
    var checker = checker
    let manuscript = Manuscript(
      body: arguments[3], kind: Kind(rawValue: arguments[2]), language: language)
    let explanation = checker.explanation(of: manuscript)
    for sentence in explanation.sentences { print("  | \(sentence)") }
    for finding in checker.findings(in: manuscript) {
      print(
        "\(finding.class.rawValue) \(finding.rule) \(finding.place.line + 1):\(finding.place.column + 1) \(finding.text)"
      )
    }
    for sum in explanation.sums { print(described(sum)) }
  }

  private static func described(_ sum: Explanation.Sum) -> String {
    "\(sum.rule) = \(sum.total): " + sum.signs.map { "\($0.weight) \($0.words)" }.joined(separator: ", ")
  }

  private init(checker: Checker, detail: Set<String>) {
    self.checker = checker
    self.detail = detail
  }

  private mutating func measure(_ draft: LabelledDraft) {
    let findings = checker.findings(
      in: Manuscript(body: draft.text, kind: draft.kind, language: draft.language))
    let classes = Set(findings.map(\.class))
    for name in Self.counted where draft.subject == nil || draft.subject == name.rawValue {
      add(
        name.rawValue, draft, isThere: draft.expected.contains(name), isFound: classes.contains(name),
        findings)
    }
    if let has = draft.hasLearning {
      add(Self.learning, draft, isThere: has, isFound: !classes.contains(.learningMissing), findings)
    }
    if let has = draft.hasNextStep {
      add(Self.nextStep, draft, isThere: has, isFound: !classes.contains(.nextStepMissing), findings)
    }
  }

  private mutating func add(
    _ name: String, _ draft: LabelledDraft, isThere: Bool, isFound: Bool, _ findings: [Finding]
  ) {
    rows[Row(name: name, language: draft.language), default: Score()].add(isThere: isThere, isFound: isFound)
    let wanted = detail.contains(name) || detail.contains(name.split(separator: " ")[0].description)
    guard isThere != isFound, wanted || detail.contains("all") else { return }
    if detail.contains("ja") && draft.language != .japanese
      || detail.contains("en") && draft.language != .english
    {
      return
    }
    let by = findings.filter { $0.class.rawValue == name }.map { "\($0.rule) \"\($0.text)\"" }.joined(
      separator: ", ")
    let manuscript = Manuscript(body: draft.text, kind: draft.kind, language: draft.language)
    let sums = checker.explanation(of: manuscript).sums.filter { name.hasPrefix($0.class.rawValue.prefix(4)) }
    mistakes.append(
      "\(isThere ? "missed" : "wrong") \(name) \(draft.id) \(by)\n    \(draft.text.replacing("\n", with: "\n    "))"
    )
    mistakes += sums.map { "  " + Self.described($0) } + [""]
  }

  private func report(_ part: String, _ drafts: Int, _ rules: Int, _ loading: Duration) {
    print("\(drafts) drafts of \(part), \(rules) rules, read and verified in \(loading)\n")
    print("| class | ja precision | ja recall | ja +/-/wrong | en precision | en recall | en +/-/wrong |")
    print("|---|---|---|---|---|---|---|")
    for name in Self.counted.map(\.rawValue) + [Self.learning, Self.nextStep] {
      let cells = [Language.japanese, .english].map { language in
        let score = rows[Row(name: name, language: language)] ?? Score()
        return
          "\(Self.figure(score.precision)) | \(Self.figure(score.recall)) | \(score.found)/\(score.missed)/\(score.wrong)"
      }
      print("| \(name) | \(cells.joined(separator: " | ")) |")
    }
  }

  private static func figure(_ value: Double?) -> String {
    guard let value else { return "-" }
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private static func files(in folder: String, ending: String) throws -> [(path: String, text: String)] {
    let paths =
      folder.hasSuffix(ending)
      ? [""]
      : try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }.sorted()
    return try paths.map { path in
      let file = path.isEmpty ? folder : folder + "/" + path
      return (path, String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self))
    }
  }
}
