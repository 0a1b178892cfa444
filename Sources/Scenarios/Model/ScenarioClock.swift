public import Determinism

/// How the clock of a sandbox begins.
public struct ScenarioClock: Sendable, Hashable {
  /// What it shows first; `nil`: whatever it would show without the scenario.
  public var start: Instant?
  /// Sandbox seconds in a real second, 0 (frozen) to 1,000,000; `nil`: as without the scenario.
  public var rate: Double?

  /// Makes a clock's beginning.
  public init(start: Instant? = nil, rate: Double? = nil) {
    self.start = start
    self.rate = rate
  }

  /// This beginning, with the gaps filled by another's.
  func filled(from other: ScenarioClock) -> ScenarioClock {
    ScenarioClock(start: start ?? other.start, rate: rate ?? other.rate)
  }
}
