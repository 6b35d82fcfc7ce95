internal import Journal
internal import YAML

/// One file of rules and classes of words, before its patterns are read.
struct RuleFile {
  private(set) var rules: [RuleTable] = []
  private(set) var definitions: [(language: Language?, definition: WordClasses.Definition)] = []
  private(set) var refused: [RefusedRule] = []

  /// In UTF-8 bytes.
  static let sizeLimit = 256 * 1024
  static let mostRules = 1_000

  init(path: String, text: String) {
    do throws(RuleFault) {
      guard text.utf8.count <= Self.sizeLimit else { throw RuleFault(line: 1, reason: .tooLong) }
      try read(text, path: path)
    } catch {
      refuse(path, "", error)
    }
  }

  private mutating func refuse(_ path: String, _ name: String, _ fault: RuleFault) {
    refused.append(RefusedRule(path: path, name: name, fault: fault))
  }

  private mutating func read(_ text: String, path: String) throws(RuleFault) {
    guard let root = try Self.root(of: text) else { return }
    let file = RuleFileText(path: path, text: text)
    guard case .list(let items, _) = root.content else {
      return try readTable(RuleTable(root, in: file))
    }
    try readRules(items, in: file, defaults: nil)
  }

  private static func root(of text: String) throws(RuleFault) -> YAMLNode? {
    do throws(YAMLFault) {
      return try YAMLNode.parse(text)
    } catch {
      throw RuleFault(line: error.line + 1, reason: .notYAML)
    }
  }

  private mutating func readTable(_ table: RuleTable) throws(RuleFault) {
    if let classes = table["define"] { try readClasses(RuleTable(classes, in: table.file), of: table) }
    guard let rules = table["rules"] else {
      if table["extends"] != nil { self.rules.append(table) }
      if table["extends"] == nil, table["define"] == nil { throw RuleFault(line: 1, reason: .notARule) }
      return
    }
    guard case .list(let items, _) = rules.content else { throw table.fault("rules") }
    try readRules(items, in: table.file, defaults: table.withoutLists)
  }

  private mutating func readRules(
    _ items: [YAMLNode], in file: RuleFileText, defaults: RuleTable?
  ) throws(RuleFault) {
    guard items.count <= Self.mostRules else { throw RuleFault(line: 1, reason: .tooLong) }
    for item in items {
      do throws(RuleFault) {
        rules.append(try RuleTable(item, in: file, defaults: defaults))
      } catch {
        refuse(file.path, "", error)
      }
    }
  }

  private mutating func readClasses(_ classes: RuleTable, of table: RuleTable) throws(RuleFault) {
    let language = try table.value("lang", Language.init(rawValue:))
    for name in classes.values.keys.sorted() {
      for word in try classes.texts(name) {
        let definition = WordClasses.Definition(name: name, word: word, path: table.file.path)
        definitions.append((language, definition))
      }
    }
  }
}

extension RuleTable {
  /// The keys that a list's rules take over.
  fileprivate var withoutLists: RuleTable {
    var table = self
    for key in ["rules", "define"] { table.remove(key) }
    return table
  }
}
