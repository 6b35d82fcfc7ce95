package import Journal

/// Why a template file cannot be used.
package struct TemplateFault: Error, Equatable, Sendable {
  /// The line in the file, from 1.
  package let line: Int
  package let reason: Reason

  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  package enum Reason: Equatable, Sendable {
    /// Longer than `TemplateFile.sizeLimit`.
    case tooLong
    /// The bytes are not text in UTF-8.
    case notUTF8
    /// The file's permissions, or the disk, keep it from being read.
    case unreadable
    /// The front matter cannot be read.
    case frontMatter(FrontMatterFault.Reason)
    /// A key that every template has is not there, or says nothing.
    case missingKey(String)
    /// A key says something that it cannot say, as a language that the program does not have.
    case invalidValue(String)
    case body(TemplateBodyFault.Reason)
    /// Another of the writer's files is the same template in the same language.
    case duplicateTemplate(path: String)
  }
}

extension TemplateFault {
  init(_ fault: FrontMatterFault) {
    self.init(line: fault.line, reason: .frontMatter(fault.reason))
  }

  init(_ fault: TemplateBodyFault) {
    self.init(line: fault.line, reason: .body(fault.reason))
  }
}
