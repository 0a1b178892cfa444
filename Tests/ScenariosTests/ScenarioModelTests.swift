import Determinism
import JSONText
import Scenarios
import Testing

@Suite struct ScenarioModelTests {
  private static func everything() throws -> Scenario {
    try Sample.scenario(TestFiles.text(of: "\(TestFiles.data)/good/everything.json"))
  }

  private static func rule(_ name: String) throws -> Rule {
    try #require(try everything().rules.first { $0.name == name })
  }

  @Test func theHeadIsReadAsItIsWritten() throws {
    let scenario = try Self.everything()
    #expect(scenario.name == "everything")
    #expect(scenario.description == "One of each.")
    #expect(scenario.clock == ScenarioClock(start: Instant(rfc3339: "2026-12-01T18:00:00Z"), rate: 60))
    #expect(scenario.cards == .encryptedOnly)
    #expect(scenario.quota == Quota(perHour: 3600))
    #expect(scenario.rules.count == 19)
  }

  @Test func eventsAreReadAsTheyAreWritten() throws {
    let events = try Self.everything().events
    #expect(events.every == EventAdjustment(hold: HoldAdjustment(reserveSeconds: 300), captcha: false))
    let date = try #require(CivilDate(iso8601: "2026-12-05"))
    #expect(
      events.byID == [
        "3F005105D843DFA3": EventAdjustment(
          delayDelivery: DelayedDelivery(until: .date(date), style: .omitToken),
          hold: HoldAdjustment(reserveSeconds: 300, paymentSeconds: 444), captcha: true)
      ])
  }

  @Test func aConditionIsReadAsItIsWritten() throws {
    let condition = try Self.rule("declined").condition
    let expected = Condition(
      operations: .named(["cart.payment"]), event: "3F005105D843DFA3", account: "12313131", host: "PHX",
      headers: ["x-demo": "1", "X-Other": ""],
      body: [
        BodyTest(pointer: "/payment/type", expected: try Sample.json("\"BRAINTREE\"")),
        BodyTest(pointer: "", expected: try Sample.json("null")),
        BodyTest(pointer: "/a~1b/~0", expected: try Sample.json(#"{"deep": [1.0, 25e-1, true]}"#)),
      ], calls: CallWindow(after: 1, first: 2), probability: 1)
    #expect(condition == expected)
  }

  @Test func outcomesAreReadAsTheyAreWritten() throws {
    let outcomes = try Self.everything().rules.dropFirst().map(\.outcome)
    let body = #"{"error":{"amount":57.00,"text":null}}"#
    #expect(
      outcomes == [
        .respond(
          CannedResponse(
            status: 503,
            headers: [
              .init(name: "Retry-After", value: "120"), .init(name: "X-Empty", value: ""),
              .init(name: "content-type", value: "application/json"),
            ], body: .json(Array(body.utf8)))),
        .respond(CannedResponse(status: 502, body: .text("<html>é</html>"))),
        .respond(CannedResponse(status: 204)),
        .respond(CannedResponse(status: 200, body: .json(Array("null".utf8)))),
        .fault(.connectionReset), .fault(.emptyResponse), .fault(.truncatedBody), .fault(.slowDrip), .fault(.hang),
        .poll(times: 2, waitSeconds: 4), .loseResponse, .token(.malformed, ticket: nil),
        .token(.uuidKeys, ticket: 2), .inventory(.soldOut), .ticketError("ticket.voided", ticket: 3), .unchanged,
        .unchanged, .unchanged,
      ])
  }

  @Test func delaysAreReadAsTheyAreWritten() throws {
    #expect(try Self.rule("declined").delay == Delay(length: .fixed(milliseconds: 800), moment: .after))
    #expect(try Self.rule("even").delay == Delay(length: .uniform(min: 10, max: 20.5), moment: .before))
    #expect(try Self.rule("real").delay == Delay(length: .lognormal(median: 200, p99: 699.4)))
    #expect(try Self.rule("hang").delay == nil)
  }

  @Test func movesOfTheClockAreReadAsTheyAreWritten() throws {
    #expect(try Self.rule("time").clock == ClockStep(.seconds(301), moment: .after))
    #expect(try Self.rule("declined").clock == nil)
    let least = try Sample.fault(when: #""operation": "*""#, then: #""clock": {"advance": "P1W"}"#)
    #expect(least.clock == ClockStep(.seconds(604_800), moment: .before))
  }

  @Test func whatIsLeftOutHasItsDefault() throws {
    let scenario = try Sample.scenario("least", when: #""operation": "*""#, then: #""delay": {"milliseconds": 1}"#)
    #expect(scenario.rules.map(\.condition) == [Condition(operations: .any)])
    #expect(scenario.clock == nil && scenario.cards == nil && scenario.quota == nil && scenario.description == nil)
    #expect(scenario.events.isEmpty)
    let delayed = try Sample.scenario(#"{"name": "x", "events": {"*": {"delayDelivery": {"until": "+PT2M"}}}}"#)
    #expect(delayed.events.every?.delayDelivery?.style == .omitToken)
  }

  static let instants: [(String, DeliveryInstant)] = [
    ("2026-12-05", .date(CivilDate(daysSinceEpoch: 20_792))),
    ("2026-12-05T18:00:00Z", .instant(Instant(secondsSinceEpoch: 20_792 * 86_400 + 64_800))),
    ("2026-12-05T11:00:00-07:00", .instant(Instant(secondsSinceEpoch: 20_792 * 86_400 + 64_800))),
    ("+PT2M", .afterOrder(.seconds(120))),
    ("+PT0,5H", .afterOrder(.seconds(1_800))),
    ("-P1D", .beforeEvent(.seconds(86_400))),
    ("-P2W", .beforeEvent(.seconds(14 * 86_400))),
    ("start+P3D", .daysAfterStart(3)),
    ("start+P2W", .daysAfterStart(14)),
  ]

  @Test(arguments: instants)
  func deliveryInstantsHaveFiveForms(text: String, instant: DeliveryInstant) {
    #expect(DeliveryInstant(text) == instant)
  }

  @Test(arguments: ["", "+", "-", "start+", "start+P", "start+PD", "start+P١D", "+P1D ", " +P1D", "tomorrow", "start"])
  func otherTextsAreNoDeliveryInstants(text: String) {
    #expect(DeliveryInstant(text) == nil)
  }
}
