import Determinism
import Scenarios
import Testing

@Suite struct ScenarioEngineSettingsTests {
  private static func scenario(_ name: String, _ members: String) throws -> Scenario {
    try Sample.scenario(#"{"name": "\#(name)", \#(members)}"#)
  }

  @Test func withoutScenariosEverythingIsAsItIs() {
    let engine = ScenarioEngine()
    #expect(engine.clock == nil)
    #expect(!engine.adjustsEvents())
    #expect(engine.adjustment(forEvent: "A") == nil)
    #expect(engine.cards() == nil)
    #expect(engine.quota() == nil)
  }

  @Test func theClockTakesEachFigureFromTheHighestScenarioThatHasIt() throws {
    var engine = ScenarioEngine(server: [
      try Self.scenario("a", #""clock": {"start": "2026-01-01T00:00:00Z", "rate": 2}"#),
      try Self.scenario("b", #""clock": {"rate": 3}"#),
    ])
    let start = Instant(rfc3339: "2026-01-01T00:00:00Z")
    #expect(engine.clock == ScenarioClock(start: start, rate: 3))
    engine.setSandboxScenarios([
      try Self.scenario("c", #""clock": {"rate": 0}"#), try Self.scenario("d", #""rules": []"#),
    ])
    #expect(engine.clock == ScenarioClock(start: start, rate: 0))
  }

  @Test func whatIsSaidOfOneEventComesBeforeWhatIsSaidOfAll() throws {
    let engine = ScenarioEngine(server: [
      try Self.scenario(
        "s",
        """
        "events": {
          "*": {"captcha": true, "hold": {"reserveSeconds": 10, "paymentSeconds": 20}},
          "A": {"hold": {"paymentSeconds": 30}},
          "Alias": {"delayDelivery": {"until": "+PT2M"}, "hold": {"paymentSeconds": 40}}
        }
        """)
    ])
    #expect(
      engine.adjustment(forEvent: "B")
        == EventAdjustment(hold: HoldAdjustment(reserveSeconds: 10, paymentSeconds: 20), captcha: true))
    #expect(
      engine.adjustment(forEvent: "A")
        == EventAdjustment(hold: HoldAdjustment(reserveSeconds: 10, paymentSeconds: 30), captcha: true))
    #expect(
      engine.adjustment(forEvent: "A", aliases: ["Alias"])
        == EventAdjustment(
          delayDelivery: DelayedDelivery(until: .afterOrder(.seconds(120))),
          hold: HoldAdjustment(reserveSeconds: 10, paymentSeconds: 30), captcha: true))
  }

  @Test func aHigherScenarioComesBeforeALowerOneEvenIfItSpeaksOfAllEvents() throws {
    var engine = ScenarioEngine(server: [
      try Self.scenario("low", #""events": {"A": {"captcha": true, "hold": {"reserveSeconds": 5}}}"#)
    ])
    engine.setSandboxScenarios([try Self.scenario("high", #""events": {"*": {"captcha": false}}"#)])
    #expect(
      engine.adjustment(forEvent: "A") == EventAdjustment(hold: HoldAdjustment(reserveSeconds: 5), captcha: false))
    #expect(engine.adjustment(forEvent: "B") == EventAdjustment(captcha: false))
    let header = try Self.scenario("header", #""events": {"A": {"hold": {"reserveSeconds": 1}}}"#)
    #expect(
      engine.adjustment(forEvent: "A", header: header)
        == EventAdjustment(hold: HoldAdjustment(reserveSeconds: 1), captcha: false))
  }

  @Test func aHeaderScenarioSpeaksForItsRequestAlone() throws {
    let engine = ScenarioEngine()
    let header = try Self.scenario(
      "h", #""events": {"*": {"captcha": true}}, "cards": "encrypted-only", "quota": {"perHour": 5}"#)
    #expect(engine.adjustsEvents(header: header))
    #expect(engine.adjustment(forEvent: "A", header: header) == EventAdjustment(captcha: true))
    #expect(engine.cards(header: header) == .encryptedOnly)
    #expect(engine.quota(header: header) == Quota(perHour: 5))
    #expect(!engine.adjustsEvents())
    #expect(engine.cards() == nil)
  }

  @Test func theQuotaLetsSoManyCallsThroughAnHour() throws {
    var engine = ScenarioEngine(server: [try Self.scenario("s", #""quota": {"perHour": 3}"#)])
    let start = Instant(secondsSinceEpoch: 1_800_000_000)
    let expiry = start + .seconds(3_600)
    let standings = (0..<5).map { second in
      engine.spendQuota(for: "availability", at: start + .seconds(second * 60))
    }
    #expect(
      standings == [
        QuotaStanding(allowed: 3, used: 1, expiry: expiry, isExceeded: false),
        QuotaStanding(allowed: 3, used: 2, expiry: expiry, isExceeded: false),
        QuotaStanding(allowed: 3, used: 3, expiry: expiry, isExceeded: false),
        QuotaStanding(allowed: 3, used: 3, expiry: expiry, isExceeded: true),
        QuotaStanding(allowed: 3, used: 3, expiry: expiry, isExceeded: true),
      ])
    #expect(standings.compactMap(\.?.available) == [2, 1, 0, 0, 0])
    #expect(engine.spendQuota(for: "availability", at: expiry - .milliseconds(1))?.isExceeded == true)
    #expect(
      engine.spendQuota(for: "availability", at: expiry)
        == QuotaStanding(allowed: 3, used: 1, expiry: expiry + .seconds(3_600), isExceeded: false))
    #expect(engine.spendQuota(for: "cart.reserve", at: expiry) == nil)
  }

  @Test func theHighestQuotaCounts() throws {
    var engine = ScenarioEngine(server: [try Self.scenario("s", #""quota": {"perHour": 3}"#)])
    engine.setSandboxScenarios([try Self.scenario("t", #""quota": {"perHour": 1}"#)])
    let now = Instant(secondsSinceEpoch: 0)
    #expect(engine.spendQuota(for: "availability", at: now)?.isExceeded == false)
    #expect(engine.spendQuota(for: "availability", at: now)?.isExceeded == true)
    engine.resetScenarios()
    #expect(engine.spendQuota(for: "availability", at: now)?.available == 2)
  }
}
