/// How often a rule has been evaluated.
public struct RuleCounters: Sendable, Hashable {
  /// The draws made for its probability.
  public var draws: UInt64
  /// The calls that met every condition apart from the call window.
  public var calls: UInt64

  /// Makes counters.
  public init(draws: UInt64 = 0, calls: UInt64 = 0) {
    self.draws = draws
    self.calls = calls
  }
}
