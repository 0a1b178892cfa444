import Determinism

/// The batch refunds requested from a sandbox; nothing is refunded.
///
/// An id is derived from its number, so only the numbers are stored; the oldest are forgotten first.
package struct RefundJobs: Sendable {
  private static let limit: UInt64 = 1_000
  /// How many there have been.
  package private(set) var count: UInt64 = 0
  private var ids: Set<String> = []

  init() {}

  /// Restores jobs from their count.
  init(count: UInt64, seed: UInt64) {
    self.count = count
    let first = count > Self.limit ? count - Self.limit + 1 : 1
    if first <= count { ids = Set((first...count).map { Self.id($0, seed: seed) }) }
  }

  /// Adds a job and returns its id.
  package mutating func add(seed: UInt64) -> String {
    count += 1
    if count > Self.limit { ids.remove(Self.id(count - Self.limit, seed: seed)) }
    let id = Self.id(count, seed: seed)
    ids.insert(id)
    return id
  }

  /// Whether there is a job with this id.
  package func contains(_ id: String) -> Bool { ids.contains(id) }

  private static func id(_ number: UInt64, seed: UInt64) -> String {
    var source = SeededSource(seed: seed, purpose: .refundJob, number)
    return source.uuid()
  }
}

extension SeededSource.Purpose {
  /// Ids of batch refunds, by their counter.
  static let refundJob = Self(rawValue: 0x7265_6675)
}
