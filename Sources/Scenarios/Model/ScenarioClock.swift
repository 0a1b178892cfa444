public import Determinism

/// How a sandbox's clock starts.
public struct ScenarioClock: Sendable, Hashable {
  /// The time at which it starts; `nil`: as without the scenario.
  public var start: Instant?
  /// Sandbox seconds per real second, 0 (frozen) to 1,000,000; `nil`: as without the scenario.
  public var rate: Double?

  /// Makes clock settings.
  public init(start: Instant? = nil, rate: Double? = nil) {
    self.start = start
    self.rate = rate
  }

  /// These settings, with gaps filled from others.
  func filled(from other: ScenarioClock) -> ScenarioClock {
    ScenarioClock(start: start ?? other.start, rate: rate ?? other.rate)
  }
}
