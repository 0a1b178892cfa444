import JSONText

/// Counts the tokens issued for each pair of ticket and device, so that refresh n of a pair always gives the same token.
///
/// Beyond the limit of pairs, new ones share one counter: tokens stay new at each issue, only their numbering is common.
package struct IssueCounters: Sendable {
  private struct Pair: Hashable, Sendable {
    let ticket: UInt64
    let device: UInt64
  }

  private let limit: Int
  private var counts: [Pair: UInt64] = [:]
  private var shared: UInt64 = 0

  init(limit: Int = 100_000) {
    self.limit = limit
  }

  /// The number of the next token of a pair, from 1.
  package mutating func next(ticket: UInt64, device: UInt64) -> UInt64 {
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

  // MARK: Export

  /// Writes all counts as one JSON object, which ``init(restoring:)`` reads.
  func export(into writer: inout JSONWriter) {
    let sorted = counts.sorted { ($0.key.ticket, $0.key.device) < ($1.key.ticket, $1.key.device) }
    writer.object { object in
      object.integer("shared", shared)
      object.array("pairs") { list in
        for (pair, count) in sorted {
          list.object { object in
            // As text, because most JSON readers keep 53 of their 64 bits.
            object.string("ticket", String(pair.ticket))
            object.string("device", String(pair.device))
            object.integer("count", count)
          }
        }
      }
    }
  }

  /// Reads counts.
  ///
  /// - Throws: `JSONMismatch` for the first thing that is wrong.
  init(restoring value: JSONValue) throws(JSONMismatch) {
    self.init()
    var reader = try value.asObject()
    shared = try Self.count(reader.value("shared"), from: 0)
    for element in try reader.array("pairs") {
      var reader = try element.asObject()
      let pair = Pair(
        ticket: try Self.label(reader.value("ticket")), device: try Self.label(reader.value("device")))
      let count = try Self.count(reader.value("count"), from: 1)
      try reader.rejectUnread()
      guard counts.count < limit else { throw element.mismatch(expected: "at most \(limit) pairs", found: "more") }
      guard counts.updateValue(count, forKey: pair) == nil else {
        throw element.mismatch(expected: "a pair that does not occur before", found: "one that does")
      }
    }
    try reader.rejectUnread()
  }

  private static func label(_ value: JSONValue) throws(JSONMismatch) -> UInt64 {
    guard let label = value.string.flatMap({ UInt64($0) }) else { throw value.mismatch(expected: "a number as text") }
    return label
  }

  private static func count(_ value: JSONValue, from least: Int64) throws(JSONMismatch) -> UInt64 {
    guard let count = value.integer, (least...100_000_000).contains(count) else {
      throw value.mismatch(expected: "a whole number from \(least) to 100000000")
    }
    return UInt64(count)
  }
}
