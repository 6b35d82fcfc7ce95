/// Two vector statements side by side: what moved from the earlier one to the later one.
package struct VectorComparison: Equatable, Sendable {
  /// The parts that one of the statements has, in the order in which they are told.
  package let parts: [ComparedPart]

  package init(earlier: VectorStatement, later: VectorStatement) {
    parts = VectorStatement.Part.allCases.compactMap { part in
      ComparedPart(part, earlier: earlier[part], later: later[part])
    }
  }

  /// The times in which something moved.
  package var movedTimes: [VectorTime] {
    let moved = Set(parts.filter { $0.change != .same }.compactMap(\.part.time))
    return VectorTime.allCases.filter(moved.contains)
  }
}

/// The three times that a vector statement speaks of.
package enum VectorTime: String, CaseIterable, Sendable {
  case past, present, future
}

extension VectorStatement.Part {
  /// Nil for the sentence, which is about all of them.
  package var time: VectorTime? {
    switch self {
    case .past, .turningPoint: .past
    case .present: .present
    case .destination, .nextStep: .future
    case .sentence: nil
    }
  }
}

/// A part of two statements side by side.
package struct ComparedPart: Equatable, Sendable {
  package let part: VectorStatement.Part
  package let earlier: [ComparedSentence]
  package let later: [ComparedSentence]

  /// Nil where neither says anything.
  init?(_ part: VectorStatement.Part, earlier: String?, later: String?) {
    let before = Sentence.all(of: earlier ?? "")
    let after = Sentence.all(of: later ?? "")
    guard !before.isEmpty || !after.isEmpty else { return nil }
    self.part = part
    self.earlier = before.map { ComparedSentence(text: $0, isOnlyHere: !after.contains($0)) }
    self.later = after.map { ComparedSentence(text: $0, isOnlyHere: !before.contains($0)) }
  }

  /// What became of the part.
  package enum Change: String, CaseIterable, Sendable {
    case same, moved, added, gone
  }

  package var change: Change {
    if earlier.isEmpty { return .added }
    if later.isEmpty { return .gone }
    return earlier.map(\.text) == later.map(\.text) ? .same : .moved
  }
}

/// A sentence of one statement beside the other statement.
package struct ComparedSentence: Equatable, Sendable {
  package let text: String
  /// The other statement does not have it.
  package let isOnlyHere: Bool
}
