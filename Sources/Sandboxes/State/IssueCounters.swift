package import Determinism
import JSONText

/// Counts the tokens issued for each pair of ticket and device, so that refresh n of a pair always gives the same
/// token.
///
/// Beyond the limit of pairs, new ones share one counter: each issue still gives a new token, only the numbering is
/// shared.
package struct IssueCounters: Sendable {
  private struct Pair: Hashable, Sendable {
    let ticket: UInt64
    let device: UInt64
  }

  /// What is known about the tokens of a pair.
  package struct Issues: Sendable, Hashable {
    /// How many instants are stored.
    fileprivate static let limit = 16

    /// How many tokens have been issued.
    package fileprivate(set) var count: UInt64
    /// When the newest of them were issued, most recent last; counts of an older version have none.
    fileprivate var instants: [Instant]

    /// Counts a token, and returns how many there are with it.
    fileprivate mutating func add(_ now: Instant) -> UInt64 {
      count += 1
      if instants.count == Self.limit { instants.removeFirst() }
      instants.append(now)
      return count
    }

    /// When the newest was issued; `nil` if no instant is stored.
    fileprivate var newest: Instant? { instants.last }

    /// When a token was issued at the latest: for tokens too old to be stored, the oldest instant that is; `nil` if
    /// none is, because the counts are those of an older version.
    package func instant(of issue: UInt64) -> Instant? {
      if instants.isEmpty { return nil }
      let place = Int(clamping: issue) - Int(clamping: count) + instants.count - 1
      return instants[min(max(place, 0), instants.count - 1)]
    }
  }

  private let limit: Int
  private var counts: [Pair: Issues] = [:]
  private var shared: UInt64 = 0

  init(limit: Int = 100_000) {
    self.limit = limit
  }

  /// The number of the next token of a pair, from 1.
  package mutating func next(ticket: UInt64, device: UInt64, at now: Instant) -> UInt64 {
    let pair = Pair(ticket: ticket, device: device)
    guard let place = counts.index(forKey: pair) else {
      guard counts.count < limit else {
        shared += 1
        return shared << 32
      }
      counts[pair] = Issues(count: 1, instants: [now])
      return 1
    }
    return counts.values[place].add(now)
  }

  /// The tokens of a ticket on a device, given by its fold; `nil` if none are counted individually.
  package func issues(ticket: UInt64, device: UInt64) -> Issues? { counts[Pair(ticket: ticket, device: device)] }

  /// The fold of the device that got the newest token of a ticket; `nil` if none did.
  ///
  /// Of several devices that got one at the same instant, it is always the same one.
  ///
  /// Complexity: O(pairs).
  package func newestDevice(ofTicket ticket: UInt64) -> UInt64? {
    let pairs = counts.lazy.filter { $0.key.ticket == ticket }
    let newest = pairs.max { one, other in
      guard let instant = one.value.newest, let later = other.value.newest, instant != later else {
        return one.value.newest == other.value.newest ? one.key.device < other.key.device : one.value.newest == nil
      }
      return instant < later
    }
    return newest?.key.device
  }

  /// How many tokens of a pair are examined.
  private static let depth: UInt64 = 10_000

  /// The first pair, and its token number, for which a condition holds; if there are many tokens, the newest are
  /// examined.
  ///
  /// Complexity: O(tokens issued).
  package func first(
    where isIt: (_ ticket: UInt64, _ device: UInt64, _ issue: UInt64) -> Bool
  ) -> (ticket: UInt64, device: UInt64, issue: UInt64)? {
    for (pair, issues) in counts {
      let oldest = issues.count > Self.depth ? issues.count - Self.depth + 1 : 1
      for issue in (oldest...issues.count).reversed() where isIt(pair.ticket, pair.device, issue) {
        return (pair.ticket, pair.device, issue)
      }
    }
    return nil
  }

  // MARK: Export

  /// Writes all counts as one JSON object, to be read by ``init(restoring:)``.
  func export(into writer: inout JSONWriter) {
    let sorted = counts.sorted { ($0.key.ticket, $0.key.device) < ($1.key.ticket, $1.key.device) }
    writer.object { object in
      object.integer("shared", shared)
      object.array("pairs") { list in
        for (pair, issues) in sorted {
          list.object { object in
            // As text, because most JSON readers preserve only 53 of the 64 bits.
            object.string("ticket", String(pair.ticket))
            object.string("device", String(pair.device))
            object.integer("count", issues.count)
            object.array("issued") { list in
              for instant in issues.instants { list.string(instant.rfc3339) }
            }
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
      let instants = try Self.instants(reader.optionalValue("issued"), count: count)
      try reader.rejectUnread()
      guard counts.count < limit else { throw element.mismatch(expected: "at most \(limit) pairs", found: "more") }
      guard counts.updateValue(Issues(count: count, instants: instants), forKey: pair) == nil else {
        throw element.mismatch(expected: "a pair that does not occur before", found: "one that does")
      }
    }
    try reader.rejectUnread()
  }

  /// When the latest tokens were issued; exports of older versions do not say it.
  private static func instants(_ value: JSONValue?, count: UInt64) throws(JSONMismatch) -> [Instant] {
    guard let value else { return [] }
    var instants: [Instant] = []
    for element in try value.asArray() {
      guard let instant = element.string.flatMap({ Instant(rfc3339: $0) }) else {
        throw element.mismatch(expected: "an RFC 3339 instant")
      }
      instants.append(instant)
    }
    let known = min(Int(clamping: count), Issues.limit)
    guard instants.count <= known else {
      throw value.mismatch(expected: "at most \(known) instants", found: "\(instants.count)")
    }
    return instants
  }

  private static func label(_ value: JSONValue) throws(JSONMismatch) -> UInt64 {
    guard let label = value.string.flatMap({ UInt64($0) }) else {
      throw value.mismatch(expected: "a number as a string")
    }
    return label
  }

  private static func count(_ value: JSONValue, from least: Int64) throws(JSONMismatch) -> UInt64 {
    guard let count = value.integer, (least...100_000_000).contains(count) else {
      throw value.mismatch(expected: "a whole number from \(least) to 100000000")
    }
    return UInt64(count)
  }
}
