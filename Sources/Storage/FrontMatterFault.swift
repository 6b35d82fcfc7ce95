/// Why a front matter is not understood, and so is never rewritten.
package struct FrontMatterFault: Error, Equatable, Sendable {
  /// The line in the file, from 1.
  package let line: Int
  package let reason: Reason

  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  package enum Reason: Equatable, Sendable {
    /// Longer than `FrontMatter.sizeLimit`.
    case tooLong
    /// Not YAML.
    case malformed
    /// YAML, but not lines of "key: value".
    case notKeysAndValues
    /// A key that stands there twice.
    case duplicateKey(String)
    /// `<<`, which brings in keys from elsewhere.
    case mergeKey
    /// An anchor, an alias or a tag at one of our keys.
    case indirection(String)
    /// A collection where one of our keys has a text, or inside a list of texts.
    case nestedValue(String)
    /// A key and another key on one line, or a key written with "?", so that it has no lines of its own.
    case noLineOfItsOwn(String)
  }
}
