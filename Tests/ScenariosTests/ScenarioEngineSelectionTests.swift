import JSONText
import Scenarios
import Testing

@Suite struct ScenarioEngineSelectionTests {
  /// A scenario with one rule that answers every availability call with an error.
  private static func always(_ name: String, _ error: String = "niterun") throws -> Scenario {
    try Sample.scenario(name, when: #""operation": "availability""#, then: #""error": "\#(error)""#)
  }

  private static func request() throws -> SampleRequest {
    var request = SampleRequest("cart.payment")
    request.account = "12313131"
    request.events = ["3F00AA", "1Alias"]
    request.host = "PHX"
    request.headers = ["x-demo": "1", "x-empty": ""]
    request.body = try Sample.json(
      #"{"payment": {"type": "BRAINTREE", "amount": 57.00}, "list": [{"id": 1}], "no": null}"#)
    return request
  }

  @Test(arguments: [
    #""operation": "*""#,
    #""operation": "cart.payment""#,
    #""operation": ["cart.commit", "cart.payment"]"#,
    #""operation": "*", "event": "3F00AA""#,
    #""operation": "*", "event": "1Alias""#,
    #""operation": "*", "account": "12313131""#,
    #""operation": "*", "host": "PHX""#,
    #""operation": "*", "header": {"x-demo": "1"}"#,
    #""operation": "*", "header": {"X-Demo": "1", "x-empty": ""}"#,
    #""operation": "*", "body": {"/payment/type": "BRAINTREE"}"#,
    #""operation": "*", "body": {"/payment/amount": 5.7e1, "/list/0/id": 1.0, "/no": null}"#,
    #""operation": "*", "body": {"/payment": {"amount": 57, "type": "BRAINTREE"}}"#,
    #""operation": "*", "calls": {"first": 1}"#,
    #""operation": "*", "probability": 1"#,
    #""operation": "cart.payment", "event": "3F00AA", "account": "12313131", "host": "PHX", "header": {"x-demo": "1"}"#,
  ])
  func aRuleFiresIfAllOfItsConditionsHold(when: String) throws {
    var engine = ScenarioEngine(server: [try Sample.scenario("s", when: when, then: #""fault": "hang""#)])
    let firing = engine.select(try Self.request(), seed: 1)
    #expect(firing == Firing(key: RuleKey(origin: .server, scenario: "s", rule: "rule"), outcome: .fault(.hang)))
  }

  @Test(arguments: [
    #""operation": "cart.commit""#,
    #""operation": ["cart.commit", "cart.delete"]"#,
    #""operation": "*", "event": "3F00AB""#,
    #""operation": "*", "event": "3f00aa""#,
    #""operation": "*", "account": "1""#,
    #""operation": "*", "host": "LA2""#,
    #""operation": "*", "header": {"x-demo": "2"}"#,
    #""operation": "*", "header": {"x-demo": "1", "x-other": "1"}"#,
    #""operation": "*", "body": {"/payment/type": "CARD"}"#,
    #""operation": "*", "body": {"/payment/amount": "57.00"}"#,
    #""operation": "*", "body": {"/payment/amount": 57.01}"#,
    #""operation": "*", "body": {"/payment/type": "BRAINTREE", "/payment/none": null}"#,
    #""operation": "*", "body": {"": {}}"#,
    #""operation": "*", "calls": {"after": 1}"#,
    #""operation": "*", "probability": 0"#,
    #""operation": "cart.payment", "event": "3F00AA", "account": "12313131", "host": "LA2""#,
  ])
  func aRuleDoesNotFireIfOneConditionFails(when: String) throws {
    var engine = ScenarioEngine(server: [try Sample.scenario("s", when: when, then: #""fault": "hang""#)])
    #expect(engine.select(try Self.request(), seed: 1) == nil)
  }

  @Test func conditionsOnWhatARequestDoesNotHaveFail() throws {
    for when in [
      #""event": "A""#, #""account": "1""#, #""host": "PHX""#, #""header": {"x": ""}"#, #""body": {"": null}"#,
    ] {
      var engine = ScenarioEngine(
        server: [try Sample.scenario("s", when: #""operation": "*", \#(when)"#, then: #""fault": "hang""#)])
      #expect(engine.label("tracking") == nil, "\(when)")
    }
  }

  @Test func theFirstRuleOfAScenarioThatFiresDecides() throws {
    let scenario = try Sample.scenario(
      """
      {"name": "s", "rules": [
        {"name": "other", "when": {"operation": "cart.commit"}, "then": {"fault": "hang"}},
        {"name": "any", "when": {"operation": "*", "account": "1"}, "then": {"fault": "hang"}},
        {"name": "named", "when": {"operation": ["availability", "tracking"]}, "then": {"fault": "hang"}},
        {"name": "last", "when": {"operation": "*"}, "then": {"fault": "hang"}}
      ]}
      """)
    var engine = ScenarioEngine(server: [scenario])
    #expect(engine.label("availability") == "s/named")
    #expect(engine.label("cart.commit") == "s/other")
    #expect(engine.label("cart.delete") == "s/last")
    var request = SampleRequest("availability")
    request.account = "1"
    #expect(engine.select(request, seed: 1)?.label == "s/any")
  }

  @Test func precedenceIsHeaderFaultSandboxServerAndLaterBeforeEarlier() throws {
    var engine = ScenarioEngine(server: [try Self.always("server-1"), try Self.always("server-2")])
    #expect(engine.label("availability") == "server-2/rule")
    engine.setSandboxScenarios([try Self.always("sandbox-1"), try Self.always("sandbox-2")])
    #expect(engine.label("availability") == "sandbox-2/rule")
    _ = engine.addFault(try Sample.fault(when: #""operation": "availability""#, then: #""fault": "hang""#))
    #expect(engine.label("availability", header: try Self.always("header")) == "header/rule")
    #expect(engine.label("availability") == "fault-1")
    // Used up, and the header does not stick.
    #expect(engine.label("availability") == "sandbox-2/rule")
    engine.setSandboxScenarios([])
    #expect(engine.label("availability") == "server-2/rule")
  }

  @Test func whatDoesNotFireAboveLeavesTheRequestToWhatIsBelow() throws {
    var engine = ScenarioEngine(server: [try Self.always("server")])
    engine.setSandboxScenarios([
      try Sample.scenario("sandbox", when: #""operation": "*", "account": "1""#, then: #""fault": "hang""#)
    ])
    _ = engine.addFault(try Sample.fault(when: #""operation": "cart.commit""#, then: #""fault": "hang""#))
    let header = try Sample.scenario("header", when: #""operation": "cart.delete""#, then: #""fault": "hang""#)
    #expect(engine.label("availability", header: header) == "server/rule")
  }

  @Test func oneScenarioNamedTwiceIsActiveOnceInItsLaterPlace() throws {
    var engine = ScenarioEngine(server: [
      try Self.always("a", "niterun"), try Self.always("b"), try Self.always("a", "no-funds"),
    ])
    #expect(engine.server.map(\.name) == ["b", "a"])
    #expect(engine.select(SampleRequest("availability"), seed: 1)?.outcome == .error("no-funds"))
  }

  @Test func operationsWithoutRulesAreKnownToBeEmpty() throws {
    var engine = ScenarioEngine()
    #expect(engine.isEmpty("availability"))
    engine.setSandboxScenarios([try Self.always("s")])
    #expect(!engine.isEmpty("availability"))
    #expect(engine.isEmpty("cart.commit"))
    _ = engine.addFault(try Sample.fault(when: #""operation": "cart.commit""#, then: #""fault": "hang""#))
    #expect(!engine.isEmpty("cart.commit"))
    #expect(engine.label("cart.commit") == "fault-1")
    #expect(engine.isEmpty("cart.commit"))
    engine.setServerScenarios([try Sample.scenario("all", when: #""operation": "*""#, then: #""fault": "hang""#)])
    #expect(!engine.isEmpty("cart.commit"))
  }

  @Test func theBodyIsNeededOnlyIfARuleLooksAtIt() throws {
    let looking = try Sample.scenario(
      "body", when: #""operation": ["cart.payment"], "body": {"/a": 1}"#, then: #""fault": "hang""#)
    var engine = ScenarioEngine(server: [looking, try Self.always("s")])
    #expect(engine.needsBody("cart.payment"))
    #expect(!engine.needsBody("availability"))
    engine.setServerScenarios([])
    #expect(!engine.needsBody("cart.payment"))
    #expect(engine.needsBody("cart.payment", header: looking))
    #expect(!engine.needsBody("availability", header: looking))
    _ = engine.addFault(
      try Sample.fault(when: #""operation": "cart.commit", "body": {"": {}}"#, then: #""fault": "hang""#))
    #expect(engine.needsBody("cart.commit"))
    #expect(!engine.needsBody("cart.delete"))
  }

  @Test func aFiringSaysWhereItComesFrom() throws {
    let scenario = try Sample.scenario(
      "slow", rule: "wait", when: #""operation": "*""#, then: #""delay": {"milliseconds": 1.5, "at": "after"}"#)
    var engine = ScenarioEngine(server: [scenario])
    #expect(
      engine.select(SampleRequest("tracking"), seed: 1)
        == Firing(
          key: RuleKey(origin: .server, scenario: "slow", rule: "wait"), outcome: .unchanged,
          delay: .microseconds(1_500), delayMoment: .after))
  }
}
