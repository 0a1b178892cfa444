import CSystem

/// A moment in real time, on a clock that nobody sets and that counts while the machine sleeps; only differences mean
/// anything.
///
/// A number of nanoseconds, read from the system's clock directly: a `ContinuousClock.Instant` asks the runtime where its
/// fields are and counts in 128 bits, which every request would pay for many times. Adding saturates.
public struct RealInstant: Sendable, Comparable {
  /// What the clock shows, counted from anywhere.
  public let nanoseconds: Int64

  /// The present moment.
  public static var now: RealInstant { RealInstant(nanoseconds: csystem_steady_time()) }

  private init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Whether one moment is before another.
  public static func < (one: RealInstant, other: RealInstant) -> Bool { one.nanoseconds < other.nanoseconds }

  /// The moment that is later by a duration, of which any fraction of a nanosecond is dropped.
  public static func + (instant: RealInstant, duration: Duration) -> RealInstant {
    // Nearly always, and converting takes longer than anything else that is done with an instant.
    if duration == .zero { return instant }
    let (seconds, attoseconds) = duration.components
    let (product, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, isTooLate) = instant.nanoseconds.addingReportingOverflow(product)
    let end: Int64 = seconds < 0 ? .min : .max
    if isTooLong || isTooLate { return RealInstant(nanoseconds: end) }
    let (exact, isBeyond) = sum.addingReportingOverflow(attoseconds / 1_000_000_000)
    return RealInstant(nanoseconds: isBeyond ? end : exact)
  }

  /// Moves the moment later, in place.
  public static func += (instant: inout RealInstant, duration: Duration) { instant = instant + duration }

  /// The nanoseconds from this moment to another; negative if the other is earlier.
  public func nanoseconds(to other: RealInstant) -> Int64 { other.nanoseconds &- nanoseconds }

  /// The time from this moment to another; negative if the other is earlier.
  public func duration(to other: RealInstant) -> Duration { .nanoseconds(nanoseconds(to: other)) }
}
