import HTTPTypes
import JSONText
import LoopbackClient
import Testing

/// The stories of the bundled scenarios that ``ScenarioStoryTests`` leaves, played to their ends over real sockets.
@Suite(.timeLimit(.minutes(5)))
struct BundledStoryTests {
  private static let event = SampleEvent.documented

  private func partner(_ scenario: String, _ arguments: [String] = []) throws -> Partner {
    try RunningServer(["--scenario", scenario] + arguments).partner()
  }

  /// Buys the documents' seat; the order's token.
  private func order(_ app: Partner) throws -> String {
    let cart = try app.reserve(Self.event, SampleEvent.documentedSeat).expecting(200).value("/cart_id")
    _ = try app.pay(Self.event, cart: cart, amount: "101.66").expecting(200)
    return try app.commit(Self.event, cart: cart).expecting(200).value("/order_token")
  }

  private func advance(_ app: Partner, _ duration: String) throws -> Answer {
    try app.post("/__willcall/clock", body: #"{"advance":"\#(duration)"}"#).expecting(200)
  }

  @Test func tokensAreWithheldUntilTheDayBeforeTheEvent() throws {
    let app = try partner("delay-delivery", ["--start-time", "2026-12-01T18:00:00Z"])
    let token = try order(app)
    let early = try app.open(orderToken: token).expecting(200)
    let date = try early.value("/additional_info/safetix_delivery_delay_date")
    #expect(date.isEmpty == false)
    #expect(early.json?.value(at: "/tickets/0/secure_entry_data/token") == nil)
    let barcode = try early.value("/tickets/0/barcode_id")
    let refused = try app.refresh(Self.event, SampleEvent.documentedSeat, barcode: barcode)
    #expect(refused.status == 400)
    #expect(try refused.value("/tickets/0/error/error") == "delivery.delayed")
    let path = "/__willcall/orders/\(token)"
    let from = try app.get(path).expecting(200).value("/delivery_from")
    let moved = try app.post("/__willcall/clock", body: #"{"set":"\#(from)"}"#).expecting(200)
    #expect(moved.text.contains(try app.get(path).value("/order_number")))
    #expect(try app.get(path).value("/deliverable") == "true")
    #expect(try app.open(orderToken: token).expecting(200).value("/tickets/0/secure_entry_data/token").count > 100)
    #expect(try app.refresh(Self.event, SampleEvent.documentedSeat, barcode: barcode).status == 200)
  }

  @Test func theCartRunsOutWhileTheBuyerPays() throws {
    let app = try partner("cart-expires-in-payment", ["--clock-rate", "0"])
    let held = try app.reserve(Self.event, SampleEvent.documentedSeat).expecting(200)
    #expect(try held.value("/cart/hold_time") == "300")
    let before = try app.get("/__willcall/clock").value("/now")
    let late = try app.pay(Self.event, cart: held.value("/cart_id"), amount: "101.66")
    #expect(late.errorCode == "90003")
    #expect(late.diagnosis?.contains("ran out") == true || late.diagnosis?.contains("expired") == true)
    #expect(late.response["X-Willcall-Scenario"] == "cart-expires-in-payment/buyer-takes-too-long")
    let after = try app.get("/__willcall/clock").value("/now")
    #expect(after != before)
    // The seat is on sale again, and the second time the buyer is quick enough; nobody moved the clock.
    #expect(try app.freeSeats(Self.event).contains(SampleEvent.documentedSeat))
    let again = try app.reserve(Self.event, SampleEvent.documentedSeat).expecting(200).value("/cart_id")
    _ = try app.pay(Self.event, cart: again, amount: "101.66").expecting(200)
    _ = try app.commit(Self.event, cart: again).expecting(200)
    #expect(try app.get("/__willcall/clock").value("/now") == after)
  }

  @Test func aReserveNeedsASolvedCaptcha() throws {
    let app = try partner("captcha")
    func reserve(_ token: String?) throws -> Answer {
      let member = token.map { "\"token\":\"\($0)\"," } ?? ""
      return try app.post(
        "/partners/v1/events/\(Self.event)/cart",
        body: "{\(member)\"reserve\":{\"tickets\":[{\"id\":\"000000000001\"}]}}")
    }
    let without = try reserve(nil)
    #expect(without.status == 401)
    #expect(without.errorCode == "10004")
    #expect(try reserve("invalid-one").errorCode == "10031")
    #expect(try reserve("solved-1").status == 200)
    let again = try reserve("solved-1")
    #expect(again.status == 400)
    #expect(again.errorCode == "10031")
    #expect(try reserve("solved-2").status == 200)
  }

  @Test func theTicketingSystemIsDownForTheNightAndBackInTheMorning() throws {
    let app = try partner("niterun")
    let down = [
      try app.availability(Self.event), try app.reserve(Self.event),
      try app.commit(Self.event, cart: "none"), try app.open(orderToken: "none"),
    ]
    for answer in down {
      #expect(answer.status == 503)
      #expect(answer.errorCode == "20001")
      #expect(answer.response["X-Willcall-Scenario"] == "niterun/ticketing-down")
    }
    #expect(try app.get("/partners/v1/events").status == 200, "what needs no ticketing system answers")
    // Scenarios of the server hold from start to end; a new one without it is the morning.
    let morning = try RunningServer().partner()
    #expect(try morning.availability(Self.event).status == 200)
  }

  @Test func theQuotaIsUsedUpAndComesBackAfterAnHour() throws {
    let app = try partner("quota", ["--clock-rate", "0"])
    let first = try app.availability(Self.event).expecting(200)
    #expect(first.response["Ratelimit-Quota-Allowed"] == "3600")
    #expect(first.response["Ratelimit-Quota-Used"] == "1")
    #expect(first.response["Ratelimit-Quota-Available"] == "3599")
    // As if the app had asked 3,598 times more.
    let state = try app.get("/__willcall/state").expecting(200).text
    let busy = state.replacing("\"quota\":{\"used\":1,", with: "\"quota\":{\"used\":3599,")
    #expect(busy != state)
    _ = try app.put("/__willcall/state", body: busy).expecting(204)
    let last = try app.availability(Self.event).expecting(200)
    #expect(last.response["Ratelimit-Quota-Available"] == "0")
    let over = try app.availability(Self.event)
    #expect(over.status == 429)
    #expect(try over.value("/fault/detail/errorcode") == "policies.ratelimit.QuotaViolation")
    #expect(try over.value("/fault/faultstring").hasSuffix("Identifier : k"))
    #expect(over.response["Ratelimit-Quota-Available"] == "0")
    #expect(try app.reserve(Self.event).status == 200, "only availability is limited")
    #expect(try app.get("/__willcall/requests", "status=429").expecting(200).text.contains("Identifier : k\""))
    _ = try advance(app, "PT59M59S")
    #expect(try app.availability(Self.event).status == 429)
    _ = try advance(app, "PT1S")
    let next = try app.availability(Self.event).expecting(200)
    #expect(next.response["Ratelimit-Quota-Used"] == "1")
  }

  @Test func answersTakeTheirTimeAndNothingElseChanges() throws {
    let server = try RunningServer(["--scenario", "sla", "--seed", "7"])
    let app = try server.partner()
    let answers = try app.buy(Self.event, SampleEvent.documentedSeat)
    #expect(
      answers.map { $0.response["X-Willcall-Scenario"] } == [
        nil, nil, nil, nil, "sla/order-management", "sla/refresh",
      ])
    let log = try app.get("/__willcall/requests").expecting(200)
    func milliseconds(_ place: Int) throws -> Double {
      try #require(Double(log.value("/requests/\(place)/milliseconds")))
    }
    #expect(try milliseconds(4) > 20, "the median is 200 ms; a tenth of it is far below what a draw can give")
    #expect(try milliseconds(5) > 12)
    #expect(try log.value("/requests/4/scenario") == "sla/order-management")
  }

  @Test func someCallsMeetABadNetworkAndTheSameOnesWithTheSameSeed() throws {
    func play() throws -> [String] {
      let server = try RunningServer(["--scenario", "flaky-network", "--seed", "5"])
      return try (1...80).map { _ in
        let connection = try server.connect()
        do {
          try connection.sendRequest(.get, "/partners/v1/events?apikey=k")
          // A body that trickles, or ends too early, is not waited for: its head says what comes.
          return try connection.readHead()["X-Willcall-Scenario"] ?? "well"
        } catch let error as ClientError {
          return error == .closedEarly(receivedBytes: 0) ? "closed" : "reset"
        }
      }
    }
    let outcomes = try play()
    #expect(try play() == outcomes)
    #expect(outcomes.count { $0 == "well" } > 55)
    #expect(Set(outcomes).isSubset(of: ["well", "closed", "reset", "flaky-network/cut-off", "flaky-network/trickle"]))
    #expect(Set(outcomes).count > 2)
  }

  @Test func twoRefreshesTimeOutAndTheThirdWorks() throws {
    let app = try partner("refresh-fails")
    let token = try order(app)
    let barcode = try app.open(orderToken: token).expecting(200).value("/tickets/0/barcode_id")
    for _ in 1...2 {
      let failed = try app.refresh(Self.event, SampleEvent.documentedSeat, barcode: barcode)
      #expect(failed.status == 504)
      #expect(failed.errorCode == "504")
    }
    let third = try app.refresh(Self.event, SampleEvent.documentedSeat, barcode: barcode).expecting(200)
    #expect(try third.value("/tickets/0/token").count > 100)
  }

  @Test func theSecondTicketHasAnErrorInsteadOfAToken() throws {
    let app = try partner("partial-render")
    let tickets = [("1", "964537283421"), ("2", "963267823784")].map { seat, barcode in
      #"{"eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"\#(seat)","barcode":"\#(barcode)"}"#
    }
    let answer = try app.post(
      "/marketplace/v1/securerender", fields: [("x-user-id", "783412345")],
      body: #"{"deviceId":"d","deviceType":"WEB","deviceOs":"ANDROID","tickets":[\#(tickets.joined(separator: ","))]}"#
    ).expecting(400)
    #expect(try answer.value("/tickets/0/token").count > 100)
    #expect(answer.json?.value(at: "/tickets/1/token") == nil)
    #expect(try answer.value("/tickets/1/error/code") == "400")
    #expect(try answer.value("/tickets/1/error/error") == "missing.row.attribute")
    #expect(try answer.value("/tickets/1/barcode") == "963267823784")
    #expect(answer.json?.value(at: "/tickets/0/error") == nil)
    #expect(answer.diagnosis?.contains("a scenario asked for this error") == true)
  }

  @Test func tokensCannotBeReadUntilTheScenarioIsOver() throws {
    let server = try RunningServer()
    let app = try server.partner()
    _ = try app.put("/__willcall/scenarios", body: #"{"active":["token-malformed"]}"#).expecting(200)
    let token = try order(app)
    let bad = try app.open(orderToken: token).expecting(200)
    let text = try bad.value("/tickets/0/secure_entry_data/token")
    #expect(try Command.run(["token", "decode", text]).status != 0)
    let barcode = try bad.value("/tickets/0/barcode_id")
    let refreshed = try app.refresh(Self.event, SampleEvent.documentedSeat, barcode: barcode).expecting(200)
    #expect(try Command.run(["token", "decode", refreshed.value("/tickets/0/token")]).status != 0)
    _ = try app.put("/__willcall/scenarios", body: #"{"active":[]}"#).expecting(200)
    let good = try app.refresh(Self.event, SampleEvent.documentedSeat, barcode: barcode).expecting(200)
    #expect(try Command.run(["token", "decode", good.value("/tickets/0/token")]).status == 0)
  }

  @Test func clearCardsAreRefusedAndNoncesAccepted() throws {
    let app = try partner("cards-documented")
    let cart = try app.reserve(Self.event, SampleEvent.documentedSeat).expecting(200).value("/cart_id")
    let clear = try app.put(
      "/partners/v1/events/\(Self.event)/cart/payment",
      body: """
        {"cart_id":"\(cart)","payment":{"type":"CC","amount":"101.66","third_party_account_id":"\(Partner.account)",
        "card":{"number":"4111111111111111","cin":"123","expire_month":1,"expire_year":2030}}}
        """)
    #expect(clear.status == 400)
    #expect(clear.errorCode == "20122")
    _ = try app.pay(Self.event, cart: cart, amount: "101.66").expecting(200)
    #expect(try app.commit(Self.event, cart: cart).status == 200)
  }

  /// Every bundled scenario has its story here or in ``ScenarioStoryTests``.
  @Test func noStoryIsMissing() throws {
    let told = try ["BundledStoryTests", "ScenarioStoryTests"].map {
      try Repository.text("Tests/BlackBoxTests/Serving/\($0).swift")
    }.joined()
    let names = try Command.run(["scenario", "list"]).outputLines.filter { !$0.hasPrefix(" ") }
    #expect(names.count == 15)
    for name in names { #expect(told.contains("\"\(name)\""), "\(name)") }
  }
}
