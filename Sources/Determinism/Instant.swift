/// A moment, to the millisecond, on the UTC time scale without leap seconds.
///
/// Limited to the years 0001 to 9999, which RFC 3339 can represent; arithmetic saturates at both ends.
public struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z, negative before.
  public let millisecondsSinceEpoch: Int64

  /// 0001-01-01T00:00:00.000Z to 9999-12-31T23:59:59.999Z.
  static let millisecondRange: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

  /// The first instant that can be represented: 0001-01-01T00:00:00Z.
  public static let distantPast = Instant(millisecondsSinceEpoch: .min)
  /// The last instant that can be represented: 9999-12-31T23:59:59.999Z.
  public static let distantFuture = Instant(millisecondsSinceEpoch: .max)

  /// Creates an instant from milliseconds since 1970, clamped to the years 0001 to 9999.
  public init(millisecondsSinceEpoch: Int64) {
    let bounds = Self.millisecondRange
    self.millisecondsSinceEpoch = min(max(millisecondsSinceEpoch, bounds.lowerBound), bounds.upperBound)
  }

  /// Creates an instant from seconds since 1970, clamped to the years 0001 to 9999.
  public init(secondsSinceEpoch: Int64) {
    let product = secondsSinceEpoch.multipliedReportingOverflow(by: 1_000)
    self.init(millisecondsSinceEpoch: product.overflow ? (secondsSinceEpoch < 0 ? .min : .max) : product.partialValue)
  }

  /// Whole seconds since 1970, rounded towards the past.
  public var secondsSinceEpoch: Int64 {
    (millisecondsSinceEpoch >= 0 ? millisecondsSinceEpoch : millisecondsSinceEpoch - 999) / 1_000
  }

  /// The instant later by a duration, of which any fraction of a millisecond is dropped.
  public static func + (instant: Instant, duration: Duration) -> Instant {
    instant.moved(bySeconds: duration.components.seconds, attoseconds: duration.components.attoseconds)
  }

  /// The instant earlier by a duration, of which any fraction of a millisecond is dropped.
  public static func - (instant: Instant, duration: Duration) -> Instant {
    let (seconds, attoseconds) = duration.components
    return instant.moved(bySeconds: seconds == .min ? .max : -seconds, attoseconds: -attoseconds)
  }

  /// Moves the instant later, in place.
  public static func += (instant: inout Instant, duration: Duration) {
    instant = instant + duration
  }

  /// Moves the instant earlier, in place.
  public static func -= (instant: inout Instant, duration: Duration) {
    instant = instant - duration
  }

  /// The time from this instant to another; negative if the other is earlier.
  public func duration(to other: Instant) -> Duration {
    .milliseconds(other.millisecondsSinceEpoch - millisecondsSinceEpoch)
  }

  private func moved(bySeconds seconds: Int64, attoseconds: Int64) -> Instant {
    // Far outside the range of instants, yet small enough for the sums below.
    let bounded = min(max(seconds, -1_000_000_000_000), 1_000_000_000_000)
    return Instant(
      millisecondsSinceEpoch: millisecondsSinceEpoch + bounded * 1_000 + attoseconds / 1_000_000_000_000_000)
  }

  /// Whether the first instant is earlier than the second.
  public static func < (first: Instant, second: Instant) -> Bool {
    first.millisecondsSinceEpoch < second.millisecondsSinceEpoch
  }

  /// The instant as RFC 3339 in UTC.
  public var description: String { rfc3339 }
}
