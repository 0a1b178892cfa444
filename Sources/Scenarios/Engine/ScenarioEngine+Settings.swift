public import Determinism

/// The settings of scenarios other than rules.
extension ScenarioEngine {
  /// How a sandbox's clock starts; the start and the rate each come from the highest scenario that states one.
  public var clock: ScenarioClock? {
    active.compactMap(\.clock).reduce(nil) { result, clock in result?.filled(from: clock) ?? clock }
  }

  /// Whether any scenario changes an event.
  ///
  /// - Parameter header: the scenario that the request's header names.
  public func adjustsEvents(header: Scenario? = nil) -> Bool {
    header?.events.isEmpty == false || active.contains { !$0.events.isEmpty }
  }

  /// How an event differs from its fixture; each setting comes from the highest scenario that states one.
  ///
  /// - Parameters:
  ///   - id: the event's id.
  ///   - aliases: its other ids.
  ///   - header: the scenario that the request's header names.
  public func adjustment(
    forEvent id: String, aliases: [String] = [], header: Scenario? = nil
  ) -> EventAdjustment? {
    var result = header?.events.adjustment(forEvent: id, aliases: aliases)
    for scenario in active where !scenario.events.isEmpty {
      guard let lower = scenario.events.adjustment(forEvent: id, aliases: aliases) else { continue }
      result = result?.filled(from: lower) ?? lower
    }
    return result
  }

  /// Which card numbers are always refused.
  ///
  /// - Parameter header: the scenario that the request's header names.
  public func cards(header: Scenario? = nil) -> CardPolicy? {
    header?.cards ?? active.lazy.compactMap(\.cards).first
  }

  /// The quota of a key, from the highest scenario that states one.
  ///
  /// - Parameter header: the scenario that the request's header names.
  public func quota(header: Scenario? = nil) -> Quota? {
    header?.quota ?? active.lazy.compactMap(\.quota).first
  }

  /// Counts a call against the quota.
  ///
  /// An hour begins with the first call after the previous hour has ended. Calls over the quota are not counted.
  ///
  /// - Parameters:
  ///   - operation: the operation that is called.
  ///   - now: the sandbox's time.
  ///   - header: the scenario that the request's header names.
  /// - Returns: the state of the quota; `nil` if none is in force or it does not apply to the operation.
  public mutating func spendQuota(
    for operation: String, at now: Instant, header: Scenario? = nil
  ) -> QuotaStanding? {
    guard Quota.applies(to: operation), let quota = quota(header: header) else { return nil }
    var usage = state.quotaUsage ?? QuotaUsage(used: 0, expiry: now + .seconds(3_600))
    if usage.expiry <= now { usage = QuotaUsage(used: 0, expiry: now + .seconds(3_600)) }
    let isExceeded = usage.used >= quota.perHour
    if !isExceeded { usage.used += 1 }
    setQuotaUsage(usage)
    return QuotaStanding(
      allowed: quota.perHour, used: min(usage.used, quota.perHour), expiry: usage.expiry, isExceeded: isExceeded)
  }
}
