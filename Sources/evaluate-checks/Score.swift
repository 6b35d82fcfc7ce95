/// How often something was found where it is, and where it is not.
struct Score {
  private(set) var found = 0
  private(set) var missed = 0
  private(set) var wrong = 0

  mutating func add(isThere: Bool, isFound: Bool) {
    switch (isThere, isFound) {
    case (true, true): found += 1
    case (true, false): missed += 1
    case (false, true): wrong += 1
    case (false, false): break
    }
  }

  /// Of what was found, how much was there.
  var precision: Double? { found + wrong == 0 ? nil : Double(found) / Double(found + wrong) }
  /// Of what was there, how much was found.
  var recall: Double? { found + missed == 0 ? nil : Double(found) / Double(found + missed) }
}
