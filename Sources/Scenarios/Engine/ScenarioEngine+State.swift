extension ScenarioEngine {
  /// A sandbox's own scenarios, faults and counts: everything that an export must contain.
  public struct State: Sendable, Hashable {
    /// The sandbox's scenarios, in ascending precedence.
    public var sandbox: [Scenario]
    /// The faults, in the order in which they were posted.
    public var faults: [OneOffFault]
    /// The number of the last fault posted.
    public var lastFault: UInt64
    /// How often rules have been evaluated; rules that were never counted are absent.
    public var counters: [RuleKey: RuleCounters] {
      get { counting.counters }
      set { counting.counters = newValue }
    }
    /// The calls made in the current hour, once a quota is in force.
    public var quotaUsage: QuotaUsage?

    var counting = RuleCounting()

    /// Makes a state; without arguments, that of a new sandbox.
    public init(
      sandbox: [Scenario] = [], faults: [OneOffFault] = [], lastFault: UInt64 = 0,
      counters: [RuleKey: RuleCounters] = [:], quotaUsage: QuotaUsage? = nil
    ) {
      self.sandbox = sandbox
      self.faults = faults
      self.lastFault = lastFault
      self.quotaUsage = quotaUsage
      counting.counters = counters
    }
  }
}
