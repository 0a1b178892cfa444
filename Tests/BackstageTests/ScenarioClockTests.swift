import BoxOffice
import Determinism
import HTTPTypes
import JSONText
import Sandboxes
import Testing

@testable import Backstage

/// Rules that move the sandbox's clock, as clients and listeners see them.
@Suite struct ScenarioClockTests {
  private static func stage(_ rules: String) throws -> (Stage, Listening) {
    let stage = try Stage()
    let answer = try stage.control(
      .put, "scenarios", #"{"active":[{"name":"time","rules":[\#(rules)]}]}"#)
    try #require(answer.status == 200, "\(answer.text)")
    let listening = Listening()
    stage.backstage.stream(
      try Stage.request(.get, "/__willcall/stream", "", ["Host": "localhost:8490"]), on: listening)
    return (stage, listening)
  }

  private static func rule(_ operation: String, _ then: String) -> String {
    #"{"name":"r","when":{"operation":"\#(operation)","calls":{"first":1}},"then":{\#(then)}}"#
  }

  @Test func theCartRunsOutBeforeThePaymentIsTakenUpAndListenersHear() throws {
    let (stage, listening) = try Self.stage(Self.rule("cart.payment", #""clock":{"advance":"PT5M1S"}"#))
    let cart = try stage.hold(EventID.phoenix)
    let late = try stage.pay(cart)
    #expect(late.json?.value(at: "/error/code")?.integer == 90_003)
    #expect(stage.sandbox.now() == Stage.start + .seconds(301))
    let events = try listening.events()
    #expect(events.map(\.name) == ["cart", "request", "cart", "clock", "fault", "request"])
    #expect(events[2].data["what"]?.string == "expired")
    #expect(events[2].data["time"]?.string == (Stage.start + .seconds(300)).rfc3339)
    #expect(events[3].data["expiredCarts"]?.integer == 1)
    #expect(events[5].data["time"]?.string == (Stage.start + .seconds(301)).rfc3339)
    // The rule is used up.
    #expect(try stage.pay(stage.hold(EventID.phoenix)).status == 200)
  }

  @Test func theClockMovesOnceTheWorkIsDone() throws {
    let (stage, listening) = try Self.stage(
      Self.rule("cart.payment", #""clock":{"advance":"PT1H","at":"after"}"#))
    let cart = try stage.hold(EventID.phoenix)
    #expect(try stage.pay(cart).status == 200)
    #expect(stage.sandbox.now() == Stage.start + .seconds(3_600))
    #expect(try stage.commit(cart).json?.value(at: "/error/code")?.integer == 90_003)
    #expect(
      try listening.events().map(\.name) == [
        "cart", "request", "cart", "fault", "request", "cart", "clock", "request",
      ])
  }

  @Test func aMoveComesBesidesAnOutcomeAndADelay() throws {
    let (stage, _) = try Self.stage(
      Self.rule("cart.payment", #""error":"no-funds","delay":{"milliseconds":1},"clock":{"advance":"P1D"}"#))
    let declined = try stage.pay(stage.hold(EventID.phoenix))
    #expect(declined.json?.value(at: "/error/code")?.integer == 20_129)
    #expect(stage.sandbox.now() == Stage.start + .seconds(86_400))
    #expect(declined.header("X-Willcall-Scenario") == "time/r")
  }

  @Test func aPostedFaultMovesTheClockAndOtherSandboxesStay() throws {
    let stage = try Stage()
    let posted = try stage.control(
      .post, "faults", #"{"when":{"operation":"availability"},"then":{"clock":{"advance":"PT2H"}}}"#)
    try #require(posted.status == 201, "\(posted.text)")
    let path = "/partners/v1/events/\(EventID.phoenix)/availability"
    for _ in 0..<2 { #expect(try stage.ask(.get, path).status == 200) }
    #expect(try stage.ask(.get, path, key: "other").status == 200)
    #expect(stage.sandbox.now() == Stage.start + .seconds(7_200))
    #expect(stage.directory.sandbox(for: "other").now() == Stage.start)
    let again = try Stage()
    #expect(try again.control(.put, "state", stage.control(.get, "state").text).status == 204)
  }
}
