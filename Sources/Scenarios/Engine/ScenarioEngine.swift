/// Decides which requests to a sandbox get an unusual treatment, and counts them.
///
/// Precedence, highest first: the scenario in a request's header, faults in the order in which they were posted,
/// scenarios of the sandbox, scenarios of the server. Later scenarios come before earlier ones; within a scenario, the
/// first rule wins. At most one rule fires for a request. This is a value: copies share what has not changed.
public struct ScenarioEngine: Sendable {
  /// The server's scenarios, in ascending precedence.
  public private(set) var server: [Scenario]
  /// The sandbox's own scenarios, faults and counts.
  public private(set) var state = State()

  private var index: RuleIndex
  private var liveFaults = 0
  private var liveFaultBytes = 0

  /// How many faults are kept: this many with calls remaining, and this many used up.
  public static let faultLimit = 1_000
  /// The most bytes of JSON that those with calls remaining may have in total, and likewise those used up.
  public static let faultByteLimit = 4 * 1024 * 1024

  /// Makes the engine of a new sandbox.
  ///
  /// - Parameter server: the server's scenarios; of two with the same name, the later one is kept.
  public init(server: [Scenario] = []) {
    self.server = Self.lastOfEachName(server)
    index = RuleIndex(server: self.server, sandbox: [])
  }

  /// The sandbox's scenarios, in ascending precedence.
  public var sandbox: [Scenario] { state.sandbox }

  /// The faults, in the order in which they were posted; used-up faults have no calls remaining.
  public var faults: [OneOffFault] { state.faults }

  /// All active scenarios, in descending precedence.
  var active: some Sequence<Scenario> { [state.sandbox.reversed(), server.reversed()].joined() }

  // MARK: Selection

  /// Whether no rule can fire for an operation unless a request's header names a scenario.
  public func isEmpty(_ operation: String) -> Bool {
    index.lane(for: operation).entries.isEmpty && !hasLiveFault(for: operation) { _ in true }
  }

  /// Whether a rule for an operation looks at the body.
  ///
  /// - Parameter header: the scenario that the request's header names.
  public func needsBody(_ operation: String, header: Scenario? = nil) -> Bool {
    if index.lane(for: operation).needsBody { return true }
    if let header, header.rules.contains(where: { Self.looksAtBody($0.condition, operation) }) { return true }
    return hasLiveFault(for: operation) { !$0.body.isEmpty }
  }

  /// Finds the rule that fires for a request, and updates the counts.
  ///
  /// - Parameters:
  ///   - facts: what is known about the request.
  ///   - seed: the sandbox's seed, which decides draws and delays.
  ///   - header: the scenario that the request's header names; it applies to this request only, but its calls are
  ///     counted across requests, by its name.
  public mutating func select(_ facts: some RequestFacts, seed: UInt64, header: Scenario? = nil) -> Firing? {
    for rule in header?.rules ?? [] {
      let key = RuleKey(origin: .header, scenario: header?.name ?? "", rule: rule.name)
      if let firing = state.counting.fire(rule, key, facts, seed: seed) { return firing }
    }
    if liveFaults > 0, let firing = fireFault(facts, seed: seed) { return firing }
    for entry in index.lane(for: facts.operation).entries {
      if let firing = state.counting.fire(entry.rule, entry.key, facts, seed: seed) { return firing }
    }
    return nil
  }

  private mutating func fireFault(_ facts: some RequestFacts, seed: UInt64) -> Firing? {
    for place in state.faults.indices where state.faults[place].remaining > 0 {
      guard state.faults[place].rule.condition.operations.contains(facts.operation) else { continue }
      let fault = state.faults[place]
      let rule = Rule(
        name: "", condition: fault.rule.condition, outcome: fault.rule.outcome, delay: fault.rule.delay,
        clock: fault.rule.clock)
      let key = RuleKey(origin: .fault, scenario: fault.id, rule: "")
      guard let firing = state.counting.fire(rule, key, facts, seed: seed) else { continue }
      state.faults[place].remaining -= 1
      if fault.remaining == 1 { settleFaults() }
      return firing
    }
    return nil
  }

  private func hasLiveFault(for operation: String, where holds: (Condition) -> Bool) -> Bool {
    guard liveFaults > 0 else { return false }
    return state.faults.contains {
      $0.remaining > 0 && $0.rule.condition.operations.contains(operation) && holds($0.rule.condition)
    }
  }

  private static func looksAtBody(_ condition: Condition, _ operation: String) -> Bool {
    !condition.body.isEmpty && condition.operations.contains(operation)
  }

  // MARK: Change

  /// Replaces the server's scenarios, for example after a file was edited.
  ///
  /// The rules of scenarios that have not changed keep their counts.
  public mutating func setServerScenarios(_ scenarios: [Scenario]) {
    let kept = Set(server.filter(scenarios.contains).map(\.name))
    server = Self.lastOfEachName(scenarios)
    state.counting.forget { $0.origin == .server && !kept.contains($0.scenario) }
    index = RuleIndex(server: server, sandbox: state.sandbox)
  }

  /// Replaces the sandbox's scenarios, in ascending precedence; the counts of their rules start afresh.
  public mutating func setSandboxScenarios(_ scenarios: [Scenario]) {
    state.sandbox = Self.lastOfEachName(scenarios)
    state.counting.forget { $0.origin == .sandbox }
    index = RuleIndex(server: server, sandbox: state.sandbox)
  }

  /// Puts a rule in force for a number of calls.
  ///
  /// - Returns: `nil` if ``faultLimit`` faults are in force, or if they would exceed ``faultByteLimit`` with this one.
  public mutating func addFault(_ rule: OneOffRule) -> OneOffFault? {
    let fault = OneOffFault(id: OneOffFault.id(state.lastFault + 1), rule: rule, remaining: rule.times)
    guard liveFaults < Self.faultLimit, liveFaultBytes + fault.weight <= Self.faultByteLimit else { return nil }
    state.lastFault += 1
    state.faults.append(fault)
    settleFaults()
    return fault
  }

  /// Removes a fault.
  ///
  /// - Returns: `nil` if there is none with this id.
  @discardableResult
  public mutating func removeFault(_ id: String) -> OneOffFault? {
    guard let place = state.faults.firstIndex(where: { $0.id == id }) else { return nil }
    let fault = state.faults.remove(at: place)
    settleFaults()
    return fault
  }

  /// Removes all faults.
  public mutating func removeFaults() {
    state.faults = []
    settleFaults()
  }

  /// Returns to the server's scenarios and clears all counts; faults stay.
  public mutating func resetScenarios() {
    state.sandbox = []
    state.counting.forget { $0.origin != .fault }
    state.quotaUsage = nil
    index = RuleIndex(server: server, sandbox: [])
  }

  /// Restores a sandbox's own state; the server's scenarios stay.
  public mutating func restore(_ state: State) {
    self.state = state
    index = RuleIndex(server: server, sandbox: state.sandbox)
    settleFaults()
  }

  /// Recounts the faults in force, and forgets the oldest used-up ones beyond the limits.
  private mutating func settleFaults() {
    let live = state.faults.filter { $0.remaining > 0 }
    liveFaults = live.count
    liveFaultBytes = live.reduce(0) { $0 + $1.weight }
    var surplus = state.faults.count - liveFaults - Self.faultLimit
    var surplusBytes = state.faults.reduce(0) { $0 + $1.weight } - liveFaultBytes - Self.faultByteLimit
    if surplus > 0 || surplusBytes > 0 {
      state.faults.removeAll { fault in
        guard surplus > 0 || surplusBytes > 0, fault.remaining <= 0 else { return false }
        surplus -= 1
        surplusBytes -= fault.weight
        return true
      }
    }
    let ids = Set(state.faults.map(\.id))
    state.counting.forget { $0.origin == .fault && !ids.contains($0.scenario) }
  }

  mutating func setQuotaUsage(_ usage: QuotaUsage) {
    state.quotaUsage = usage
  }

  private static func lastOfEachName(_ scenarios: [Scenario]) -> [Scenario] {
    var seen: Set<String> = []
    return scenarios.reversed().filter { seen.insert($0.name).inserted }.reversed()
  }
}
