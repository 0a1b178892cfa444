import Determinism
import HTTPTypes
import JSONText
import Testing

/// What scenarios say of clocks and deliveries, seen from outside.
@Suite struct ScenarioTermsTests {
  private func activate(_ stage: Stage, _ members: String) throws {
    let answer = try stage.control(.put, "scenarios", #"{"active":[{"name":"s",\#(members)}]}"#)
    #expect(answer.status == 200, "\(answer.text)")
  }

  /// The order is placed at 2026-06-02T03:30:00Z, 20:30 of the day before in Phoenix, where the event is.
  @Test(arguments: [
    ("2026-06-05", "2026-06-05T07:00:00Z"), ("2026-06-05T18:00:00+02:00", "2026-06-05T16:00:00Z"),
    ("+PT2M", "2026-06-02T03:32:00Z"), ("start+P3D", "2026-06-04T07:00:00Z"),
  ])
  func deliveryBegins(until: String, from: String) throws {
    let stage = try Stage()
    try activate(stage, #""events":{"*":{"delayDelivery":{"until":"\#(until)"}}}"#)
    let token = try stage.buy(EventID.phoenix).string("/order_token")
    let order = try stage.control(.get, "orders/\(token)")
    #expect(try order.string("/delivery_from") == from)
    #expect(try order.value("/deliverable").bool == false)
    let moved = try stage.control(.post, "clock", #"{"set":"\#(from)"}"#)
    #expect(moved.status == 200, "\(moved.text)")
    #expect(try stage.control(.get, "orders/\(token)").value("/deliverable").bool == true)
  }

  @Test func deliveryBeginsADayBeforeTheEvent() throws {
    let stage = try Stage()
    try activate(stage, #""events":{"*":{"delayDelivery":{"until":"-P1D"}}}"#)
    let token = try stage.buy(EventID.phoenix).string("/order_token")
    let events = try stage.control(.get, "events").elements("/events")
    let event = try #require(events.first { $0["id"]?.string == EventID.phoenix })
    let start = try #require(event["start"]?.string.flatMap { Instant(rfc3339: $0) })
    let from = try stage.control(.get, "orders/\(token)").string("/delivery_from")
    #expect(from == (start + .seconds(-86_400)).rfc3339)
  }

  @Test func misspeltNamesAreSuggested() throws {
    let fault = #"{"when":{"operation":"cart.payment"},"then":{"error":"payment-not-acepted"}}"#
    try Stage().control(.post, "faults", fault).expectError(
      422, path: "/then/error", found: #""payment-not-acepted" (did you mean "payment-not-accepted"?)"#)
    let scenario = #"{"active":[{"name":"s","quta":{"perHour":2}}]}"#
    try Stage().control(.put, "scenarios", scenario).expectError(
      422, path: "/active/0/quta", found: #"unknown key "quta" (did you mean "quota"?)"#)
  }

  @Test(arguments: ["omit-token", "scrambled-token", "error"])
  func anOrderAnswersInItsStyleBefore(style: String) throws {
    let stage = try Stage()
    try activate(stage, #""events":{"*":{"delayDelivery":{"until":"+PT2M","style":"\#(style)"}}}"#)
    let token = try stage.buy(EventID.phoenix).string("/order_token")
    let entry = try stage.open(token).value("/tickets/0/secure_entry_data")
    switch style {
    case "omit-token": #expect(entry["token"] == nil && entry["render_type"] != nil)
    case "scrambled-token": #expect(entry["token"]?.string?.hasPrefix("xxxxx") == true)
    default: #expect(entry["error"]?["code"]?.integer == 400)
    }
    _ = try stage.control(.post, "clock", #"{"advance":"PT2M"}"#)
    let later = try stage.open(token).string("/tickets/0/secure_entry_data/token")
    #expect(later.hasPrefix("ey"))
  }

  @Test func aHeadersDeliveryHoldsForItsRequestOnly() throws {
    let stage = try Stage()
    let token = try stage.buy(EventID.phoenix).string("/order_token")
    let path = "/partners/v1/orders?order_token=\(token)"
    let body = #"{"device_id":"d","device_os":"android","device_type":"web","third_party_account_id":"12313131"}"#
    let delayed = try stage.ask(
      .post, path, body, headers: ["Host": "localhost", "X-Willcall-Scenario": "delay-delivery"])
    #expect(delayed.json?.value(at: "/tickets/0/secure_entry_data/token") == nil)
    #expect(try stage.ask(.post, path, body).string("/tickets/0/secure_entry_data/token").hasPrefix("ey"))
  }

  @Test func aSandboxBeginsAtItsScenariosTimeWhenItsClockIsReset() throws {
    let stage = try Stage()
    try activate(stage, #""clock":{"start":"2027-01-01T00:00:00Z","rate":60}"#)
    #expect(try stage.control(.get, "clock").string("/now") == Stage.start.rfc3339, "not yet")
    _ = try stage.control(.post, "reset", #"{"parts":["state","clock"]}"#)
    let clock = try stage.control(.get, "clock")
    #expect(try clock.string("/now") == "2027-01-01T00:00:00Z")
    #expect(try clock.integer("/rate") == 60)
    // With the scenarios, what they say of the clock goes too.
    _ = try stage.control(.post, "reset")
    #expect(try stage.control(.get, "clock").string("/now") == Stage.start.rfc3339)
    #expect(try stage.control(.get, "scenarios").elements("/active").isEmpty)
  }
}
