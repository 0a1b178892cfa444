/// A moment in real time, as `ContinuousClock` tells it, of which only differences mean anything.
///
/// Unlike that clock's own instants, its size is known to the compiler. A value that holds one is therefore copied,
/// passed and released without asking the runtime where its fields are, which every request would pay for many times.
public struct RealInstant: Sendable, Comparable {
  private static let start = ContinuousClock.now

  private let sinceStart: Duration

  /// The present moment.
  public static var now: RealInstant { RealInstant(sinceStart: start.duration(to: .now)) }

  private init(sinceStart: Duration) {
    self.sinceStart = sinceStart
  }

  /// Whether one moment is before another.
  public static func < (one: RealInstant, other: RealInstant) -> Bool { one.sinceStart < other.sinceStart }

  /// The moment that is later by a duration.
  public static func + (instant: RealInstant, duration: Duration) -> RealInstant {
    RealInstant(sinceStart: instant.sinceStart + duration)
  }

  /// Moves the moment later, in place.
  public static func += (instant: inout RealInstant, duration: Duration) { instant = instant + duration }

  /// The time from this moment to another; negative if the other is earlier.
  public func duration(to other: RealInstant) -> Duration { other.sinceStart - sinceStart }
}
