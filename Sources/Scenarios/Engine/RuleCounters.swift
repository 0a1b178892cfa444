/// How often a rule was looked at.
public struct RuleCounters: Sendable, Hashable {
  /// Draws made for its probability.
  public var draws: UInt64
  /// Calls for which all held but the window of calls.
  public var calls: UInt64

  /// Makes counters.
  public init(draws: UInt64 = 0, calls: UInt64 = 0) {
    self.draws = draws
    self.calls = calls
  }
}
