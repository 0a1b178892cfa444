import JSONText
import Scenarios
import Testing

@Suite struct ScenarioEngineFaultTests {
  private static func fault(_ condition: String = "", error: String = "niterun", times: Int = 1) throws -> OneOffRule {
    try Sample.fault(when: #""operation": "availability"\#(condition)"#, then: #""error": "\#(error)""#, times: times)
  }

  @Test func aFaultFiresItsNumberOfTimes() throws {
    var engine = ScenarioEngine()
    let fault = try #require(engine.addFault(try Self.fault(times: 2)))
    #expect(fault.id == "fault-1")
    #expect(fault.remaining == 2)
    #expect(engine.label("cart.commit") == nil)
    let remaining = (0..<3).map { _ in
      _ = engine.label("availability")
      return engine.faults.map(\.remaining)
    }
    #expect(remaining == [[1], [0], [0]])
    #expect(engine.label("availability") == nil)
  }

  @Test func faultsFireInTheOrderInWhichTheyWerePosted() throws {
    var engine = ScenarioEngine()
    for error in ["no-funds", "invalid-cvv", "niterun"] { _ = engine.addFault(try Self.fault(error: error)) }
    let outcomes = (0..<4).map { _ in engine.select(SampleRequest("availability"), seed: 1)?.outcome }
    #expect(outcomes == [.error("no-funds"), .error("invalid-cvv"), .error("niterun"), nil])
  }

  @Test func whatDoesNotMatchOrLosesItsDrawKeepsItsCount() throws {
    var engine = ScenarioEngine()
    _ = engine.addFault(try Self.fault(#", "account": "1""#))
    _ = engine.addFault(try Self.fault(#", "probability": 0.1"#, times: 3))
    var draws = 0
    while engine.faults[1].remaining > 0, draws < 1_000 {
      _ = engine.label("availability")
      draws += 1
    }
    #expect(draws > 3 && draws < 1_000)
    #expect(engine.faults.map(\.remaining) == [1, 0])
  }

  @Test func aFaultMayWait() throws {
    var engine = ScenarioEngine()
    _ = engine.addFault(try Self.fault(#", "calls": {"after": 2}"#))
    #expect((0..<4).map { _ in engine.label("availability") } == [nil, nil, "fault-1", nil])
  }

  @Test func removedFaultsDoNotFireAndTheirIDsAreNotUsedAgain() throws {
    var engine = ScenarioEngine()
    _ = engine.addFault(try Self.fault())
    #expect(engine.removeFault("fault-1")?.id == "fault-1")
    #expect(engine.removeFault("fault-1") == nil)
    #expect(engine.label("availability") == nil)
    #expect(engine.addFault(try Self.fault())?.id == "fault-2")
    engine.removeFaults()
    #expect(engine.faults.isEmpty)
    #expect(engine.isEmpty("availability"))
    #expect(engine.addFault(try Self.fault())?.id == "fault-3")
  }

  @Test func asManyFaultsAsTheLimitAreInForce() throws {
    var engine = ScenarioEngine()
    let fault = try Self.fault()
    for _ in 0..<ScenarioEngine.faultLimit { _ = engine.addFault(fault) }
    #expect(engine.addFault(fault) == nil)
    #expect(engine.label("availability") == "fault-1")
    #expect(engine.addFault(fault)?.id == "fault-1001")
    #expect(engine.faults.count == ScenarioEngine.faultLimit + 1)
  }

  @Test func onlySoManyUsedUpFaultsAreRemembered() throws {
    var engine = ScenarioEngine()
    let fault = try Self.fault()
    for _ in 0..<(ScenarioEngine.faultLimit + 5) {
      _ = engine.addFault(fault)
      _ = engine.label("availability")
    }
    #expect(engine.faults.count == ScenarioEngine.faultLimit)
    #expect(engine.faults.first?.id == "fault-6")
  }

  @Test func theCountersOfFaultsGoWithThem() throws {
    var engine = ScenarioEngine()
    _ = engine.addFault(try Self.fault(#", "calls": {"after": 1}"#))
    _ = engine.label("availability")
    #expect(engine.state.counters.count == 1)
    engine.removeFaults()
    #expect(engine.state.counters.isEmpty)
  }
}
