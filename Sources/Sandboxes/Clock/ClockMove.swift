public import Determinism

/// A change of a sandbox's clock.
public enum ClockMove: Sendable, Hashable {
  /// Forward by a duration.
  case advance(Duration)
  /// Forward to an instant.
  case set(Instant)
  /// The clock stands still.
  case freeze
  /// The clock runs again as before.
  case resume
  /// The clock runs this many times as fast as real time.
  case rate(Double)

  func apply(to clock: inout SandboxClock, realNow real: Instant) throws(SandboxClockError) {
    switch self {
    case .advance(let duration): clock.advance(by: duration, realNow: real)
    case .set(let instant): try clock.set(to: instant, realNow: real)
    case .freeze: clock.freeze(realNow: real)
    case .resume: clock.resume(realNow: real)
    case .rate(let rate): try clock.setRate(rate, realNow: real)
    }
  }
}
