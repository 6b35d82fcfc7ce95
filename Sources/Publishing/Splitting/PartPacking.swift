/// Puts the atoms of a text together to parts: as few as do, of a size, cut at good places.
///
/// Each part costs the square of the room it leaves, each cut what its place is worth; the cheapest way through the
/// text is found from its start to its end. A part holds few atoms, so the time grows with the text's length.
struct PartPacking {
  private(set) var parts: [String] = []
  private let text: SplittableText
  private let capacity: PartCapacity
  /// By each limit, the lengths of the text up to each atom's start and end.
  private var starts: [[Int]]
  private var ends: [[Int]]

  init(_ text: SplittableText, capacity: PartCapacity) {
    self.text = text
    self.capacity = capacity
    starts = capacity.lengths.map { _ in [] }
    ends = starts
    measureAtoms()
    parts = cuts.map { range in
      let first = text.atoms[range.lowerBound].lowerBound
      return text.text(of: first..<text.atoms[range.upperBound - 1].upperBound)
    }
  }

  private mutating func measureAtoms() {
    var totals = capacity.lengths.map { _ in 0 }
    var place = 0
    for atom in text.atoms {
      let gap = text.measure(place..<atom.lowerBound)
      let lengths = text.measure(atom)
      for limit in totals.indices {
        starts[limit].append(totals[limit] + gap[limit])
        totals[limit] += gap[limit] + lengths[limit]
        ends[limit].append(totals[limit])
      }
      place = atom.upperBound
    }
  }

  /// How full a part is, of 1, by the limit that is nearest.
  private func use(from first: Int, through last: Int) -> Double {
    var use = 0.0
    for limit in starts.indices {
      use = max(use, Double(ends[limit][last] - starts[limit][first]) / Double(capacity.lengths[limit]))
    }
    return use
  }

  /// The atoms of each part.
  private var cuts: [Range<Int>] {
    var costs: [Double] = [0]
    var origins: [Int] = [0]
    for last in text.atoms.indices {
      let way = bestWay(through: last, costs)
      costs.append(way.cost)
      origins.append(way.origin)
    }
    var cuts: [Range<Int>] = []
    var end = text.atoms.count
    while end > 0 {
      cuts.append(origins[end]..<end)
      end = origins[end]
    }
    return cuts.reversed()
  }

  /// The cheapest way to a part that ends with an atom. An atom alone is a part, be it too long.
  private func bestWay(through last: Int, _ costs: [Double]) -> (cost: Double, origin: Int) {
    var best = (cost: costs[last] + cost(of: use(from: last, through: last), from: last), origin: last)
    for first in (0..<last).reversed() {
      let use = use(from: first, through: last)
      guard use <= 1 else { break }
      let cost = costs[first] + cost(of: use, from: first)
      if cost < best.cost { best = (cost, first) }
    }
    return best
  }

  private func cost(of use: Double, from first: Int) -> Double {
    let room = max(0, 1 - use)
    return room * room + (room > Self.scrapRoom ? Self.scrapCost : 0) + Self.partCost
      + (first == 0 ? 0 : Self.cutCost(text.ranks[first]))
  }

  /// A part that leaves more room is a scrap.
  private static let scrapRoom = 0.75
  private static let scrapCost = 0.5
  private static let partCost = 0.15

  private static func cutCost(_ rank: SplittableText.Rank) -> Double {
    switch rank {
    case .paragraph: 0
    case .line: 0.1
    case .sentence: 0.7
    case .phrase: 2
    case .character: 4
    }
  }
}
