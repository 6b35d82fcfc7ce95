import Checks
import Interface
import Journal
import Publishing
import Storage

/// Why a file was not understood, in the writer's words.
extension Catalogue {
  func text(of reason: TemplateFault.Reason) -> String {
    switch reason {
    case .tooLong: self[.faultTooLong]
    case .notUTF8: self[.problemNotUTF8]
    case .unreadable: self[.faultUnreadable]
    case .frontMatter(let reason): text(of: reason)
    case .missingKey(let key): self[.faultMissingKey, ["key": key]]
    case .invalidValue(let key): self[.faultInvalidValue, ["key": key]]
    case .body(let reason): text(of: reason)
    case .duplicateTemplate(let path): self[.faultDuplicateTemplate, ["path": path]]
    }
  }

  func text(of fault: Keymap.Fault) -> String {
    switch fault {
    case .unknownPlace(let name):
      let places = KeyPlace.allCases.map(\.rawValue).joined(separator: ", ")
      return self[.faultUnknownPlace, ["place": name, "places": places]]
    case .notAKey(let key): return self[.faultNotAKey, ["key": key]]
    case .unknownCommand(let name): return self[.faultUnknownCommand, ["command": name]]
    }
  }

  func text(of reason: RuleFault.Reason) -> String {
    switch reason {
    case .tooLong: self[.faultTooLong]
    case .notYAML: self[.faultNotYAML]
    case .notARule: self[.faultNotARule]
    case .unknownKey(let key): self[.faultUnknownKey, ["key": key]]
    case .duplicateKey(let key): self[.faultDuplicateKey, ["key": key]]
    case .missingKey(let key): self[.faultMissingKey, ["key": key]]
    case .invalidValue(let key): self[.faultInvalidValue, ["key": key]]
    case .patternSyntax(let pattern, let sign): self[.faultPatternSyntax, ["pattern": pattern, "sign": sign]]
    case .unknownClass(let name): self[.faultUnknownClass, ["class": name]]
    case .patternTooLarge(let pattern): self[.faultPatternTooLarge, ["pattern": pattern]]
    case .patternMatchesNothing(let pattern): self[.faultPatternMatchesNothing, ["pattern": pattern]]
    case .patternNeverMatches(let pattern): self[.faultPatternNeverMatches, ["pattern": pattern]]
    case .specNotFlagged(let text): self[.faultSpecNotFlagged, ["text": text]]
    case .specNotPassed(let text): self[.faultSpecNotPassed, ["text": text]]
    case .duplicateName(let path): self[.faultDuplicateRule, ["path": path]]
    }
  }

  func text(of reason: FrontMatterFault.Reason) -> String {
    switch reason {
    case .tooLong: self[.faultTooLong]
    case .malformed: self[.faultNotYAML]
    case .notKeysAndValues: self[.faultNotKeysAndValues]
    case .duplicateKey(let key): self[.faultDuplicateKey, ["key": key]]
    case .mergeKey: self[.faultIndirection, ["key": "<<"]]
    case .indirection(let key): self[.faultIndirection, ["key": key]]
    case .nestedValue(let key): self[.faultNestedValue, ["key": key]]
    case .noLineOfItsOwn(let key): self[.faultNoLineOfItsOwn, ["key": key]]
    }
  }

  func text(of reason: ChannelFault.Reason) -> String {
    switch reason {
    case .tooLong: self[.faultTooLong]
    case .malformed: self[.faultNotYAML]
    case .missing(let key): self[.faultMissingKey, ["key": key]]
    case .unknownKey(let key): self[.faultUnknownKey, ["key": key]]
    case .invalidValue(let key): self[.faultInvalidValue, ["key": key]]
    case .invalidName(let name): self[.faultInvalidName, ["name": name]]
    }
  }

  private func text(of reason: TemplateBodyFault.Reason) -> String {
    switch reason {
    case .unclosedComment: self[.faultUnclosedComment]
    case .invalidID(let id): self[.faultInvalidID, ["id": id]]
    case .duplicateID(let id): self[.faultDuplicateID, ["id": id]]
    case .tooManySections: self[.faultTooManySections]
    }
  }
}
