import HTTPTypes
import JSONText
import Testing

/// What the scenarios of a sandbox do to the Partner API: the night, quotas, captchas.
@Suite struct ScenarioAnswerTests {
  private static func activate(_ stage: Stage, _ scenario: String) throws {
    let answer = try stage.control(.put, "scenarios", #"{"active":[\#(scenario)]}"#)
    try #require(answer.status == 200, "\(answer.text)")
  }

  private static func code(_ answer: Answer) -> Int64? { answer.json?.value(at: "/error/code")?.integer }

  /// Los Angeles sleeps and Phoenix does not.
  @Test func niterunHoldsForTheEventsOfAHost() throws {
    let stage = try Stage()
    let bought = try stage.buy(EventID.losAngeles).string("/order_token")
    let open = try stage.hold(EventID.losAngeles)
    try Self.activate(
      stage,
      """
      {"name":"night","rules":[{"name":"down","when":{"operation":"*","host":"LA2"},"then":{"error":"niterun"}}]}
      """)
    let event = "/partners/v1/events/\(EventID.losAngeles)"
    let universal = "/partners/v1/events/\(EventID.losAngelesUniversal)"
    for (method, path, body) in [
      (HTTPRequest.Method.get, event, ""), (.get, universal, ""), (.get, "\(event)/availability", ""),
      (.post, "\(event)/cart", "{}"), (.put, "\(event)/cart/payment", "{}"), (.put, "\(event)/cart", "{}"),
      (.put, "/partners/v1/cart", #"{"cart_id":"\#(open.id)"}"#), (.delete, "/partners/v1/cart?cart_id=\(open.id)", ""),
      (.delete, "\(event)/cart?cart_id=\(open.id)", ""), (.get, "\(event)/cart/shipping?cart_id=\(open.id)", ""),
      (.get, "/partners/v1/events/EPT0726E/LA2/id", ""), (.get, "/partners/v1/events/53-45243/NY1/id", ""),
      (.get, "/partners/v1/tracking?event_id=\(EventID.losAngeles)", ""),
      (.get, "/partners/v1/captcha?event_id=\(EventID.losAngeles)", ""),
      (.get, "/partners/v1/orders?order_token=\(bought)", ""), (.post, "/partners/v1/orders?order_token=\(bought)", ""),
      (.get, "/partners/v1/status?token=\(bought)", ""), (.post, "/partners/v1/refund?order_token=\(bought)", ""),
    ] {
      let answer = try stage.ask(method, path, body)
      #expect(answer.status == 503, "\(method) \(path)")
      #expect(Self.code(answer) == 20_001, "\(method) \(path)")
      #expect(try answer.string("/error/message") == "Ticketing system is down/unavailable/niterun")
    }
    #expect(try stage.buy(EventID.phoenix).status == 200)
    #expect(try stage.ask(.get, "/partners/v1/events").status == 200, "the list is of no host")
    #expect(try stage.ask(.get, "\(event)/availability", key: "other").status == 200)
    try Self.activate(stage, "")
    #expect(try stage.delete(open).status == 204, "nothing was changed in the night")
  }

  @Test func bundledNiterunHoldsForEveryHost() throws {
    let stage = try Stage()
    try Self.activate(stage, "\"niterun\"")
    for event in [EventID.losAngeles, EventID.phoenix] {
      for path in ["", "/availability", "/cart/shipping"] {
        #expect(try Self.code(stage.ask(.get, "/partners/v1/events/\(event)\(path)")) == 20_001)
      }
    }
  }

  @Test func quotaIsEnforcedOnTheSandboxClock() throws {
    let stage = try Stage()
    try Self.activate(stage, #"{"name":"tight","quota":{"perHour":2}}"#)
    let path = "/partners/v1/events/\(EventID.phoenix)/availability"
    for (place, expected) in [(200, "1", "1"), (200, "2", "0"), (429, "2", "0"), (429, "2", "0")].enumerated() {
      let answer = try stage.ask(.get, path)
      #expect(answer.status == expected.0, "call \(place + 1)")
      #expect(answer.header("Ratelimit-Quota-Allowed") == "2")
      #expect(answer.header("Ratelimit-Quota-Used") == expected.1)
      #expect(answer.header("Ratelimit-Quota-Available") == expected.2)
      #expect(answer.header("Ratelimit-Expiry") == "1780374600000")
      guard expected.0 == 429 else { continue }
      #expect(
        try answer.string("/fault/faultstring")
          == "Rate limit quota violation. Quota limit exceeded. Identifier : my-key")
      #expect(try answer.string("/fault/detail/errorcode") == "policies.ratelimit.QuotaViolation")
    }
    #expect(try stage.ask(.get, path, key: "other").status == 200, "each key has its own")
    #expect(try stage.ask(.get, "/partners/v1/events").status == 200, "only availability is limited")
    _ = try stage.control(.post, "clock", #"{"advance":"PT59M59S"}"#)
    #expect(try stage.ask(.get, path).status == 429)
    _ = try stage.control(.post, "clock", #"{"advance":"PT1S"}"#)
    #expect(try stage.ask(.get, path).status == 200)
  }

  @Test func captchaIsDemandedByScenario() throws {
    let stage = try Stage()
    let path = "/partners/v1/captcha?event_id=\(EventID.phoenix)"
    #expect(try stage.ask(.get, path).header("X-TM-CAPTCHA-REQUIRED") == "false")
    let json: KeyValuePairs = ["Accept": "application/json", "X-Willcall-Scenario": "captcha"]
    let once = try stage.ask(.get, path, headers: json)
    #expect(once.header("X-TM-CAPTCHA-REQUIRED") == "true")
    #expect(try once.value("/captcha_required").bool == true)
    #expect(try stage.ask(.get, path).header("X-TM-CAPTCHA-REQUIRED") == "false")
    try Self.activate(stage, "\"captcha\"")
    #expect(try stage.ask(.get, path).header("X-TM-CAPTCHA-REQUIRED") == "true")
    let body = #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#
    let refused = try stage.ask(.post, "/partners/v1/events/\(EventID.phoenix)/cart", body)
    #expect(Self.code(refused) == 10_004)
    try stage.hold(EventID.phoenix, token: "solved")
    try Self.activate(
      stage, #"{"name":"off","events":{"\#(EventID.captcha)":{"captcha":false}}}"#)
    try stage.hold(EventID.captcha)
    let off = try stage.ask(.get, "/partners/v1/captcha?event_id=\(EventID.captcha)")
    #expect(off.header("X-TM-CAPTCHA-REQUIRED") == "false")
  }
}
