/// Cuts texts into parts that a channel takes.
///
/// The writer's own cuts stay. Where a piece is too long, it is cut between paragraphs rather than between lines, there
/// rather than between sentences, then phrases, then characters; never inside a link, a hashtag, a mention, a number or
/// an emoji. Parts are of a size, as far as the good places allow it, so that the last is no scrap. White space at a cut
/// goes. What cannot be cut stays whole, however long.
struct ThreadSplitter {
  private let channel: Channel

  init(_ channel: Channel) {
    self.channel = channel
  }

  func parts(of pieces: [String]) -> [String] {
    guard pieces.count > 1 || !pieces.allSatisfy(channel.holds) else { return pieces }
    var total = pieces.count
    var parts = pieces
    // The marks take room, and more room makes more parts: from one count of digits to the next.
    for _ in 0..<4 {
      let marks = channel.marks.widest(of: total)
      parts = pieces.flatMap { split($0, leavingRoomFor: marks) }
      if String(parts.count).count <= String(total).count { return parts }
      total = parts.count
    }
    return parts
  }

  private func split(_ piece: String, leavingRoomFor marks: ThreadMarks.Around) -> [String] {
    guard !channel.holds(marks.marking(piece)) else { return [piece] }
    var capacity = PartCapacity(channel, leavingRoomFor: marks)
    var parts: [String] = []
    // Lengths add up but for rare links that depend on what stands before them.
    for _ in 0..<4 {
      let text = SplittableText(piece, capacity: capacity)
      parts = PartPacking(text, capacity: capacity).parts
      let uncuttable = text.uncuttable
      let excess = capacity.excess(of: parts.filter { !uncuttable.contains($0) }, with: marks)
      guard excess.contains(where: { $0 > 0 }) else { return parts }
      capacity.shrink(by: excess)
    }
    return parts
  }
}

/// How much a part may hold, by each of the channel's limits.
struct PartCapacity {
  private(set) var lengths: [Int]
  private let channel: Channel
  /// By how much parts will be too long, as what is always there takes more than its share.
  private let unavoidable: [Int]

  /// What is always there takes at most three quarters of a part, so that an absurd warning makes no thread of single
  /// letters.
  init(_ channel: Channel, leavingRoomFor marks: ThreadMarks.Around) {
    self.channel = channel
    let rooms = zip(Self.measure(marks.front, channel), Self.measure(marks.back, channel)).map(+)
    let taken = zip(channel.limits, rooms).map { $1 + channel.warningLength(in: $0.unit) }
    let shares = zip(channel.limits, taken).map { min($1, $0.length * 3 / 4) }
    unavoidable = zip(taken, shares).map(-)
    lengths = zip(channel.limits, shares).map { limit, share in
      max(1, limit.length - (limit.unit == .lines ? 1 : 0) - share)
    }
  }

  /// By each limit, so that the sum of two texts' is that of the texts one behind the other.
  func measure(_ text: String) -> [Int] { Self.measure(text, channel) }

  private static func measure(_ text: String, _ channel: Channel) -> [Int] {
    channel.limits.map { limit in
      limit.unit == .lines
        ? text.utf8.count { $0 == UInt8(ascii: "\n") }
        : limit.unit.length(of: text, linkLength: channel.linkLength)
    }
  }

  func holds(_ lengths: [Int]) -> Bool { zip(lengths, self.lengths).allSatisfy { $0 <= $1 } }

  /// By how much the longest part is too long.
  func excess(of parts: [String], with marks: ThreadMarks.Around) -> [Int] {
    let measured = parts.map { channel.count(marks.marking($0)).measures.map(\.excess) }
    return lengths.indices.map { index in
      max(0, (measured.map { $0[index] }.max() ?? 0) - unavoidable[index])
    }
  }

  mutating func shrink(by excess: [Int]) {
    for index in lengths.indices { lengths[index] = max(1, lengths[index] - excess[index]) }
  }
}
