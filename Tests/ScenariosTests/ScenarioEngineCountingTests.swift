import JSONText
import Scenarios
import Testing

@Suite struct ScenarioEngineCountingTests {
  private static func scenario(_ name: String, _ condition: String) throws -> Scenario {
    try Sample.scenario(name, when: #""operation": "availability", \#(condition)"#, then: #""fault": "hang""#)
  }

  /// For which of so many calls, from 1, a rule fires.
  private static func fired(_ engine: inout ScenarioEngine, _ calls: Int, seed: UInt64 = 1) -> [Int] {
    (1...calls).filter { _ in engine.label("availability", seed: seed) != nil }
  }

  @Test(arguments: [
    (#""calls": {"first": 2}"#, [1, 2]),
    (#""calls": {"after": 3}"#, [4, 5, 6]),
    (#""calls": {"after": 0}"#, [1, 2, 3, 4, 5, 6]),
    (#""calls": {"after": 1, "first": 3}"#, [2, 3, 4]),
    (#""calls": {"after": 6, "first": 1}"#, []),
  ])
  func theWindowCountsCalls(condition: String, expected: [Int]) throws {
    var engine = ScenarioEngine(server: [try Self.scenario("s", condition)])
    #expect(Self.fired(&engine, 6) == expected)
  }

  @Test func callsThatDoNotMatchAreNotCounted() throws {
    var engine = ScenarioEngine(server: [try Self.scenario("s", #""account": "1", "calls": {"after": 1, "first": 1}"#)])
    var request = SampleRequest("availability")
    var labels: [String?] = []
    for account in ["1", "2", "2", "1", "1"] {
      request.account = account
      labels.append(engine.select(request, seed: 1)?.label)
    }
    #expect(labels == [nil, nil, nil, "s/rule", nil])
    #expect(engine.label("cart.commit") == nil)
  }

  @Test func aRuleIsNotCountedWhileOneBeforeItFires() throws {
    var engine = ScenarioEngine(
      server: [
        try Self.scenario("low", #""calls": {"first": 1}"#), try Self.scenario("high", #""calls": {"first": 2}"#),
      ])
    let labels = (0..<4).map { _ in engine.label("availability") }
    #expect(labels == ["high/rule", "high/rule", "low/rule", nil])
  }

  @Test func aRuleWhoseWindowIsStillShutLeavesTheCallToTheNext() throws {
    var engine = ScenarioEngine(
      server: [
        try Self.scenario("low", #""calls": {"first": 5}"#), try Self.scenario("high", #""calls": {"after": 2}"#),
      ])
    let labels = (0..<4).map { _ in engine.label("availability") }
    #expect(labels == ["low/rule", "low/rule", "high/rule", "high/rule"])
  }

  @Test func aLostDrawKeepsTheCount() throws {
    var engine = ScenarioEngine(server: [try Self.scenario("s", #""probability": 0.3, "calls": {"first": 4}"#)])
    let fired = Self.fired(&engine, 200)
    #expect(fired.count == 4)
    #expect((fired.last ?? 0) > 4)
    let key = RuleKey(origin: .server, scenario: "s", rule: "rule")
    // Once the window is over nothing is drawn any more.
    #expect(engine.state.counters == [key: RuleCounters(draws: UInt64(fired.last ?? 0), calls: 4)])
  }

  @Test func drawsDependOnSeedScenarioAndRuleOnly() throws {
    func fired(_ name: String, rule: String = "rule", seed: UInt64) throws -> [Int] {
      let scenario = try Sample.scenario(
        name, rule: rule, when: #""operation": "availability", "probability": 0.5"#, then: #""fault": "hang""#)
      var engine = ScenarioEngine(server: [scenario])
      return (1...64).filter { call in
        // Other calls between them change nothing.
        if call % 3 == 0 { _ = engine.label("cart.commit", seed: seed) }
        return engine.label("availability", seed: seed) != nil
      }
    }
    let first = try fired("a", seed: 1)
    #expect(try fired("a", seed: 1) == first)
    #expect(try fired("a", seed: 2) != first)
    #expect(try fired("b", seed: 1) != first)
    #expect(try fired("a", rule: "other", seed: 1) != first)
    // Computed independently; a change would play every seeded test of our users differently.
    #expect(first.prefix(12) == [1, 2, 3, 4, 6, 7, 8, 9, 11, 13, 14, 15])
  }

  @Test(arguments: [0.01, 0.25, 0.5, 0.99])
  func drawsAreWonAsOftenAsTheySay(probability: Double) throws {
    var engine = ScenarioEngine(server: [try Self.scenario("s", #""probability": \#(probability)"#)])
    let share = Double(Self.fired(&engine, 20_000).count) / 20_000
    #expect(abs(share - probability) < 0.012)
  }

  @Test func sandboxesCountForThemselves() throws {
    var first = ScenarioEngine(server: [try Self.scenario("s", #""calls": {"first": 1}"#)])
    var second = first
    #expect(first.label("availability") == "s/rule")
    #expect(first.label("availability") == nil)
    #expect(second.label("availability") == "s/rule")
  }

  @Test func aHeaderScenarioCountsFromRequestToRequestByItsName() throws {
    let header = try Self.scenario("h", #""calls": {"first": 2}"#)
    var engine = ScenarioEngine(server: [header])
    #expect(engine.label("availability", header: header) == "h/rule")
    #expect(engine.label("availability", header: header) == "h/rule")
    // Used up as a header's, but not as the server's.
    let firing = engine.select(SampleRequest("availability"), seed: 1, header: header)
    #expect(firing?.key.origin == .server)
    let other = try Self.scenario("other", #""calls": {"first": 1}"#)
    #expect(engine.label("availability", header: other) == "other/rule")
  }

  @Test func choosingScenariosAgainBeginsToCountAgain() throws {
    let scenario = try Self.scenario("s", #""calls": {"first": 1}"#)
    var engine = ScenarioEngine()
    for _ in 0..<2 {
      engine.setSandboxScenarios([scenario])
      #expect(Self.fired(&engine, 3) == [1])
    }
  }

  @Test func anEditedServerScenarioBeginsToCountAgainButNotTheOthers() throws {
    let edited = try Self.scenario("edited", #""calls": {"first": 1}"#)
    let same = try Self.scenario("same", #""calls": {"first": 1}"#)
    var engine = ScenarioEngine(server: [edited, same])
    #expect(Self.fired(&engine, 3) == [1, 2])
    engine.setServerScenarios([try Self.scenario("edited", #""calls": {"first": 2}"#), same])
    #expect(Self.fired(&engine, 3) == [1, 2])
  }

  @Test func resettingForgetsTheSandboxesScenariosAndAllCountsButKeepsFaults() throws {
    var engine = ScenarioEngine(server: [try Self.scenario("s", #""calls": {"first": 1}"#)])
    engine.setSandboxScenarios([try Self.scenario("mine", #""calls": {"first": 1}"#)])
    let header = try Self.scenario("h", #""calls": {"first": 1}"#)
    _ = engine.addFault(
      try Sample.fault(when: #""operation": "availability", "calls": {"after": 1}"#, then: #""fault": "hang""#))
    #expect(engine.label("availability", header: header) == "h/rule")
    #expect((0..<3).map { _ in engine.label("availability") } == ["mine/rule", "fault-1", "s/rule"])
    engine.resetScenarios()
    #expect(engine.sandbox.isEmpty)
    #expect(engine.faults.map(\.remaining) == [0])
    #expect(engine.label("availability", header: header) == "h/rule")
    #expect((0..<2).map { _ in engine.label("availability") } == ["s/rule", nil])
  }

  @Test func aRestoredStateGoesOnWhereItWas() throws {
    let server = try Self.scenario("s", #""probability": 0.5, "calls": {"first": 40}"#)
    var engine = ScenarioEngine(server: [server])
    engine.setSandboxScenarios([try Self.scenario("mine", #""calls": {"first": 3}"#)])
    _ = engine.addFault(try Sample.fault(when: #""operation": "availability""#, then: #""fault": "hang""#, times: 2))
    for _ in 0..<10 { _ = engine.label("availability") }
    _ = engine.addFault(try Sample.fault(when: #""operation": "tracking""#, then: #""fault": "hang""#))
    let state = engine.state
    var other = ScenarioEngine(server: [server])
    other.restore(
      ScenarioEngine.State(
        sandbox: state.sandbox, faults: state.faults, lastFault: state.lastFault, counters: state.counters,
        quotaUsage: state.quotaUsage))
    #expect(other.state == state)
    #expect((0..<50).map { _ in other.label("availability") } == (0..<50).map { _ in engine.label("availability") })
    #expect(other.label("tracking") == "fault-2")
  }
}
