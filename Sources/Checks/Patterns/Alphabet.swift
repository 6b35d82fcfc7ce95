/// The letters that a set of patterns tells apart, numbered: letters that all of them treat alike have one number, so
/// that a table can tell where a letter leads.
struct Alphabet: Sendable {
  typealias Symbol = UInt16

  /// The symbol of each scalar of the basic plane.
  private let basic: [Symbol]
  /// Where stretches of scalars that are treated alike begin, and their symbols.
  private let stretches: [(first: UInt32, symbol: Symbol)]
  /// A scalar of each symbol.
  let members: [Unicode.Scalar]

  private static let basicSize = 0x10000

  init(_ automata: [Automaton]) {
    var single: Set<UInt32> = Set(0..<0x250)
    var edges: Set<UInt32> = [0]
    for state in automata.lazy.flatMap(\.states) {
      switch state {
      case .scalar(let scalar, _): single.insert(scalar.value)
      case .branches(let branches): for scalar in branches.keys { single.insert(scalar.value) }
      case .set(let set, _):
        for range in set.ranges { edges.formUnion([range.lowerBound.value, range.upperBound.value + 1]) }
      default: continue
      }
    }
    for scalar in single { edges.formUnion([scalar, scalar + 1]) }
    var members: [Unicode.Scalar] = []
    var stretches: [(first: UInt32, symbol: Symbol)] = []
    for edge in edges.sorted() {
      // Stretches that lie in the range of surrogates hold no scalar of their own before its end.
      let member = Unicode.Scalar(edge) ?? "\u{E000}"
      stretches.append((edge, Symbol(clamping: members.count)))
      members.append(member)
    }
    self.members = members
    self.stretches = stretches
    var basic: [Symbol] = []
    basic.reserveCapacity(Self.basicSize)
    for (index, stretch) in stretches.enumerated() where stretch.first < Self.basicSize {
      let end =
        index + 1 < stretches.count ? min(Int(stretches[index + 1].first), Self.basicSize) : Self.basicSize
      for _ in Int(stretch.first)..<end { basic.append(stretch.symbol) }
    }
    self.basic = basic
  }

  func symbol(of scalar: Unicode.Scalar) -> Symbol {
    let value = Int(scalar.value)
    if value < basic.count { return basic[value] }
    var low = 0
    var high = stretches.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if stretches[middle].first <= scalar.value { low = middle } else { high = middle }
    }
    return stretches[low].symbol
  }
}
