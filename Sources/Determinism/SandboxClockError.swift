/// Why a sandbox's clock refused a change.
public enum SandboxClockError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The clock only moves forward; it shows `now`, and an earlier instant was requested.
  case backwards(now: Instant, requested: Instant)
  /// The rate is not a number from 0 to 1,000,000.
  case rate(Double)

  /// The error in one sentence.
  public var description: String {
    switch self {
    case .backwards(let now, let requested):
      "the clock only moves forward: it shows \(now), but \(requested) was requested"
    case .rate(let rate):
      "the clock's rate is a number from 0 to 1000000, not \(rate)"
    }
  }
}
