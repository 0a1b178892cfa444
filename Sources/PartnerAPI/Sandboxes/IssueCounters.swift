/// Counts the tokens issued for each pair of ticket and device, so that refresh n of a pair always gives the same token.
///
/// Beyond the limit of pairs, new ones share one counter: tokens stay new at each issue, only their numbering is common.
struct IssueCounters: Sendable {
  private struct Pair: Hashable, Sendable {
    let ticket: UInt64
    let device: UInt64
  }

  private let limit: Int
  private var counts: [Pair: UInt64] = [:]
  private var shared: UInt64 = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// The number of the next token of a pair, from 1.
  mutating func next(ticket: UInt64, device: UInt64) -> UInt64 {
    let pair = Pair(ticket: ticket, device: device)
    if let count = counts[pair] {
      counts[pair] = count + 1
      return count + 1
    }
    guard counts.count < limit else {
      shared += 1
      return shared << 32
    }
    counts[pair] = 1
    return 1
  }
}
