import HTTPTypes
import JSONText
import LoopbackClient
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Every outcome that a rule can have, and every condition, over real sockets.
@Suite(.timeLimit(.minutes(5)))
struct OutcomeTests {
  private static let event = SampleEvent.documented

  /// Posts a fault.
  private func post(_ app: Partner, _ when: String, _ then: String, times: Int = 1) throws {
    _ = try app.post(
      "/__willcall/faults", body: #"{"when":{\#(when)},"then":\#(then),"times":\#(times)}"#
    ).expecting(201)
  }

  /// Buys the documents' seat; the order's token and the ticket's barcode.
  private func order(_ app: Partner) throws -> (token: String, barcode: String) {
    let answers = try app.buy(Self.event, SampleEvent.documentedSeat)
    return (try answers[3].value("/order_token"), try answers[4].value("/tickets/0/barcode_id"))
  }

  // MARK: error and respond

  @Test func everyDocumentedErrorCanBeChosen() throws {
    let partner: [(name: String, status: Int, code: String)] = [
      ("invalid-input", 400, "10002"), ("unauthorized", 401, "10004"), ("invalid-captcha", 400, "10031"),
      ("invalid-delivery", 400, "10104"), ("ticket-limit", 400, "10161"), ("niterun", 503, "20001"),
      ("no-ticket-types", 400, "20046"), ("no-inventory", 400, "20052"), ("payment-not-accepted", 400, "20122"),
      ("no-funds", 400, "20129"), ("invalid-cvv", 400, "20152"), ("not-transactable", 403, "90001"),
      ("invalid-cart", 400, "90003"), ("upstream-connection", 502, "502"), ("upstream-timeout", 504, "504"),
      ("invalid-reserve-structure", 400, "10002"), ("event-not-found", 404, "404"), ("order-not-found", 404, "404"),
    ]
    let app = try RunningServer().partner("my-key")
    for error in partner {
      try post(app, #""operation":"availability""#, #"{"error":"\#(error.name)"}"#)
      let answer = try app.availability(Self.event)
      #expect(answer.status == error.status, "\(error.name)")
      #expect(answer.errorCode == error.code, "\(error.name)")
      #expect(try answer.value("/error/http_code") == "\(error.status)")
      #expect(answer.response["X-Willcall-Scenario"]?.hasPrefix("fault-") == true)
    }
    let gateway = [
      ("invalid-api-key", 401, "Invalid ApiKey"),
      ("quota-exceeded", 429, "Rate limit quota violation. Quota limit exceeded. Identifier : my-key"),
    ]
    for (name, status, text) in gateway {
      try post(app, #""operation":"availability""#, #"{"error":"\#(name)"}"#)
      let answer = try app.availability(Self.event)
      #expect(answer.status == status)
      #expect(try answer.value("/fault/faultstring") == text)
    }
  }

  @Test func anAnswerCanBeGivenWordForWord() throws {
    let app = try RunningServer().partner()
    try post(
      app, #""operation":"cart.reserve""#,
      #"{"respond":{"status":503,"headers":{"Retry-After":"120"},"body":{"message":"Back soon"}}}"#)
    let json = try app.reserve(Self.event)
    #expect(json.status == 503)
    #expect(json.response["Retry-After"] == "120")
    #expect(json.response["Content-Type"] == "application/json;charset=UTF-8")
    #expect(json.text == #"{"message":"Back soon"}"#)
    try post(
      app, #""operation":"availability""#,
      #"{"respond":{"status":502,"headers":{"Content-Type":"text/html"},"text":"<h1>Bad Gateway</h1>"}}"#)
    let text = try app.connection.request(.get, "/partners/v1/events/\(Self.event)/availability?apikey=k")
    #expect(text.status == 502)
    #expect(text["Content-Type"] == "text/html")
    #expect(text.text == "<h1>Bad Gateway</h1>")
    #expect(try app.get("/__willcall/carts").value("/total") == "0", "nothing was done")
  }

  // MARK: Faults of the connection

  /// What a client sees of one request whose connection fails.
  private func failure(_ fault: String) throws -> ClientError {
    let server = try RunningServer()
    let app = try server.partner()
    try post(app, #""operation":"availability""#, #"{"fault":"\#(fault)"}"#)
    let error = #expect(throws: ClientError.self) { try app.availability(Self.event) }
    #expect(try server.partner().availability(Self.event).status == 200, "the next one is answered")
    return try #require(error)
  }

  @Test func theConnectionCanBeReset() throws {
    guard case .failed(_, let number, _) = try failure("connection-reset") else {
      Issue.record("not a reset")
      return
    }
    #expect(number == ECONNRESET)
  }

  @Test func theConnectionCanBeClosedWithoutAnAnswer() throws {
    #expect(try failure("empty-response") == .closedEarly(receivedBytes: 0))
  }

  @Test func theBodyCanEndTooEarly() throws {
    guard case .closedEarly(let count) = try failure("truncated-body") else {
      Issue.record("not cut off")
      return
    }
    #expect(count > 0)
  }

  @Test func theBodyCanTrickle() throws {
    let app = try RunningServer().partner()
    let whole = try app.get("/partners/v1/events").text
    try post(app, #""operation":"events.list""#, #"{"fault":"slow-drip"}"#)
    try app.connection.sendRequest(.get, "/partners/v1/events?apikey=k")
    #expect(try app.connection.readHead().status == 200)
    var pieces: [[UInt8]] = []
    while let piece = try app.connection.readPiece() { pieces.append(piece) }
    #expect(pieces.count > 3)
    #expect(String(decoding: pieces.joined(), as: UTF8.self) == whole)
  }

  @Test(arguments: [#"{"fault":"hang"}"#, #"{"delay":{"milliseconds":600000}}"#])
  func anAnswerThatDoesNotComeHoldsUpNobody(then: String) throws {
    let server = try RunningServer(["--limit", "drain-timeout=300ms"])
    let hanging = try server.partner()
    try post(hanging, #""operation":"availability""#, then)
    try hanging.connection.sendRequest(.get, "/partners/v1/events/\(Self.event)/availability?apikey=k")
    let other = try server.partner()
    // Until the fault has been used, so that the next request is an ordinary one.
    while try other.get("/__willcall/faults").value("/faults/0/remaining") != "0" {}
    #expect(try other.availability(Self.event).status == 200)
    #expect(try server.stop() == 0, "draining is bounded")
    #expect(throws: ClientError.self) { try hanging.connection.readResponse() }
  }

  // MARK: poll, loseResponse, token, inventory

  @Test func anAnswerCanBePolledForSeveralTimes() throws {
    let app = try RunningServer(["--clock-rate", "0"]).partner()
    try post(app, #""operation":"cart.reserve""#, #"{"poll":{"times":2,"waitSeconds":500}}"#)
    let accepted = try app.reserve(Self.event, SampleEvent.documentedSeat).expecting(202)
    let cart = try accepted.value("/cart_id")
    #expect(try app.get("/__willcall/carts").value("/total") == "1", "the change is made at once")
    let token = try #require(try accepted.value("/polling_url").firstMatch(of: /token=([0-9a-f-]+)/)?.output.1)
    func poll() throws -> Answer { try app.get("/partners/v1/polling-status", "token=\(token)&cart_id=\(cart)") }
    for _ in 1...2 {
      #expect(try poll().status == 202)
      _ = try app.post("/__willcall/clock", body: #"{"advance":"PT200S"}"#).expecting(200)
      #expect(try poll().value("/wait") == "300")
      _ = try app.post("/__willcall/clock", body: #"{"advance":"PT300S"}"#).expecting(200)
    }
    #expect(try poll().expecting(200).value("/cart_id") == cart)
  }

  @Test func theAnswerToAChangeCanBeLost() throws {
    let server = try RunningServer()
    let app = try server.partner()
    try post(app, #""operation":"cart.reserve""#, #"{"loseResponse":true}"#)
    #expect(throws: ClientError.self) { try app.reserve(Self.event, SampleEvent.documentedSeat) }
    let carts = try server.partner().get("/__willcall/carts")
    #expect(try carts.value("/carts/0/seats/0") == "BALC2L/B/13")
  }

  @Test(arguments: ["malformed", "scrambled", "barcode-only", "uuid-keys", "missing"])
  func tokensCanBeFlawed(flaw: String) throws {
    let app = try RunningServer().partner()
    let (token, barcode) = try order(app)
    try post(app, #""operation":["orders.open","securerender"]"#, #"{"token":"\#(flaw)"}"#, times: 2)
    let opened = try app.open(orderToken: token).expecting(200)
    #expect(opened.response["X-Willcall-Fidelity"] == "invented; see=scenarios/token")
    let tokens = [
      opened.json?.value(at: "/tickets/0/secure_entry_data/token")?.string,
      try app.refresh(Self.event, SampleEvent.documentedSeat, barcode: barcode).expecting(200)
        .json?.value(at: "/tickets/0/token")?.string,
    ]
    for text in tokens {
      guard let text else {
        #expect(flaw == "missing")
        continue
      }
      let decoded = try Command.run(["token", "decode", text])
      switch flaw {
      case "malformed", "scrambled": #expect(decoded.status != 0)
      case "barcode-only":
        #expect(decoded.output.contains("barcode") && !decoded.output.contains("rotating_symbology"))
      default: #expect(decoded.status == 0 || flaw == "uuid-keys", "\(decoded.errors)")
      }
    }
    let good = try app.open(orderToken: token).expecting(200).value("/tickets/0/secure_entry_data/token")
    #expect(try Command.run(["token", "decode", good]).output.contains("rotating_symbology"))
  }

  @Test func anEventCanBeSoldOut() throws {
    let app = try RunningServer().partner()
    try post(app, #""operation":["availability","cart.reserve"]"#, #"{"inventory":"sold-out"}"#, times: 2)
    #expect(try app.freeSeats(Self.event).isEmpty)
    let refused = try app.reserve(Self.event)
    #expect(refused.status == 400)
    #expect(refused.errorCode == "20052")
    #expect(try app.reserve(Self.event).status == 200)
  }

  // MARK: delay

  @Test(arguments: [
    (#"{"milliseconds":120}"#, 120.0, 10_000.0), (#"{"uniform":{"min":60,"max":90}}"#, 60, 10_000),
    (#"{"lognormal":{"median":100,"p99":101}}"#, 90, 10_000),
  ])
  func aDelayHasThreeForms(delay: String, least: Double, most: Double) throws {
    let app = try RunningServer(["--seed", "3"]).partner()
    try post(app, #""operation":"availability""#, #"{"delay":\#(delay)}"#)
    let begin = ContinuousClock.now
    #expect(try app.availability(Self.event).status == 200)
    #expect(ContinuousClock.now - begin >= .milliseconds(least - 1))
    let noted = try #require(Double(app.get("/__willcall/requests").value("/requests/0/milliseconds")))
    #expect(noted >= least && noted < most)
  }

  @Test func aDelayBeforeTheWorkLeavesTheSeatToOthers() throws {
    let server = try RunningServer()
    let slow = try server.partner()
    try post(slow, #""operation":"cart.reserve","header":{"x-slow":"1"}"#, #"{"delay":{"milliseconds":600000}}"#)
    let body = #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#
    try slow.connection.sendRequest(
      .post, "/partners/v1/events/\(Self.event)/cart?apikey=k", fields: [("x-slow", "1")], body: Array(body.utf8))
    let quick = try server.partner()
    while try quick.get("/__willcall/faults").value("/faults/0/remaining") != "0" {}
    #expect(try quick.get("/__willcall/carts").value("/total") == "0", "nothing was done yet")
    #expect(try quick.reserve(Self.event, SampleEvent.documentedSeat).status == 200, "no sandbox is locked")
    slow.connection.close()
  }

  @Test func aDelayAfterTheWorkHoldsTheSeatAtOnce() throws {
    let server = try RunningServer()
    let slow = try server.partner()
    try post(slow, #""operation":"cart.reserve""#, #"{"delay":{"milliseconds":600000,"at":"after"}}"#)
    let body = #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#
    try slow.connection.sendRequest(
      .post, "/partners/v1/events/\(Self.event)/cart?apikey=k", body: Array(body.utf8))
    let quick = try server.partner()
    while try quick.get("/__willcall/carts").value("/total") != "1" {}
    #expect(try quick.reserve(Self.event).status == 200)
    slow.connection.close()
  }

  /// A client that gives up takes nothing back: what it asked for is done, and the journal says that nobody heard of it.
  @Test(arguments: ["before", "after"])
  func aClientThatGoesAwayIsServedAllTheSame(moment: String) throws {
    let server = try RunningServer()
    let gone = try server.partner()
    try post(
      gone, #""operation":"cart.reserve""#, #"{"delay":{"milliseconds":600000,"at":"\#(moment)"}}"#)
    let body = #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#
    try gone.connection.sendRequest(
      .post, "/partners/v1/events/\(Self.event)/cart?apikey=k", body: Array(body.utf8))
    let stays = try server.partner()
    while try stays.get("/__willcall/faults").value("/faults/0/remaining") != "0" {}
    gone.connection.reset()
    while try stays.get("/__willcall/requests/r1").json?["outcome"]?.string != "dropped" {}
    let entry = try #require(try stays.get("/__willcall/requests/r1").json)
    #expect(entry["status"]?.isNull == true && entry["response"]?.isNull == true)
    #expect(entry.value(at: "/unsent/status")?.integer == 200)
    #expect(try stays.get("/__willcall/carts").value("/total") == "1")
  }

  /// A client that hangs up while its commit is being answered: what it does then is what the report judges.
  @Test(arguments: [true, false])
  func aCommitWhoseClientHungUpIsLost(looksForTheOrder: Bool) throws {
    let server = try RunningServer()
    let gone = try server.partner()
    let held = try gone.reserve(Self.event, SampleEvent.documentedSeat).expecting(200)
    let cart = try held.value("/cart_id")
    _ = try gone.pay(Self.event, cart: cart, amount: held.value("/cart/totals/grand")).expecting(200)
    try post(gone, #""operation":"cart.commit""#, #"{"delay":{"milliseconds":600000,"at":"after"}}"#)
    try gone.connection.sendRequest(
      .put, "/partners/v1/events/\(Self.event)/cart?apikey=k", body: Array(#"{"cart_id":"\#(cart)"}"#.utf8))
    let stays = try server.partner()
    while try stays.get("/__willcall/faults").value("/faults/0/remaining") != "0" {}
    gone.connection.reset()
    while try stays.get("/__willcall/requests/r3").json?["outcome"]?.string != "dropped" {}
    if looksForTheOrder {
      _ = try stays.get("/partners/v1/orders", "cart_id=\(cart)&event_id=\(Self.event)").expecting(200)
    }
    let report = try #require(try stays.get("/__willcall/report").json)
    #expect(report.value(at: "/lostCommits/0/request")?.string == "r3")
    #expect(report.value(at: "/lostCommits/0/outcome")?.string == (looksForTheOrder ? "found" : "gave up"))
  }

  // MARK: Conditions

  @Test func rulesMatchByWhatARequestIs() throws {
    let app = try RunningServer().partner()
    func reserve(_ event: String, _ fields: [(String, String)] = [], body more: String = "") throws -> String? {
      let body = #"{\#(more)"reserve":{"tickets":[{"id":"000000000001","quantity":2}]}}"#
      return try app.post("/partners/v1/events/\(event)/cart", fields: fields, body: body)
        .response["X-Willcall-Scenario"]
    }
    let rules: [(name: String, when: String)] = [
      ("by-header", #""operation":"cart.reserve","header":{"X-Demo":"1"}"#),
      ("by-event", #""operation":"cart.reserve","event":"3F00B16000000008""#),
      ("by-body", #""operation":"cart.reserve","body":{"/note":"please","/reserve/tickets/0/quantity":2.0}"#),
      ("by-account", #""operation":"securerender","account":"42""#),
      ("any", #""operation":"*","header":{"X-Any":"1"}"#),
    ]
    let list = rules.map { #"{"name":"\#($0.name)","when":{\#($0.when)},"then":{"error":"niterun"}}"# }
    _ = try app.put(
      "/__willcall/scenarios", body: #"{"active":[{"name":"picky","rules":[\#(list.joined(separator: ","))]}]}"#
    ).expecting(200)
    #expect(try reserve(Self.event) == nil)
    #expect(try reserve(Self.event, [("x-demo", "1")]) == "picky/by-header")
    #expect(try reserve(Self.event, [("x-demo", "2")]) == nil)
    #expect(try reserve("3F00B16000000008") == "picky/by-event")
    #expect(try reserve(Self.event, body: #""note":"please","#) == "picky/by-body")
    #expect(try reserve(Self.event, body: #""note":"no","#) == nil)
    let render = { (user: String) in
      try app.post("/marketplace/v1/securerender", fields: [("x-user-id", user)], body: "{}")
        .response["X-Willcall-Scenario"]
    }
    #expect(try render("42") == "picky/by-account")
    #expect(try render("43") == nil)
    app.fields = [("X-Any", "1")]
    #expect(try app.get("/partners/v1/events").response["X-Willcall-Scenario"] == "picky/any")
  }

  @Test func rulesMatchByTheirCountOfCalls() throws {
    let app = try RunningServer().partner()
    try post(app, #""operation":"availability","calls":{"after":1,"first":2}"#, #"{"error":"niterun"}"#, times: 9)
    #expect(try (1...5).map { _ in try app.availability(Self.event).status } == [200, 503, 503, 200, 200])
  }

  @Test func rulesMatchByADrawThatTheSeedDecides() throws {
    func play(_ seed: String) throws -> [Int] {
      let app = try RunningServer(["--seed", seed]).partner()
      try post(app, #""operation":"availability","probability":0.5"#, #"{"error":"niterun"}"#, times: 100)
      return try (1...40).map { _ in try app.availability(Self.event).status }
    }
    let first = try play("1")
    #expect(Set(first) == [200, 503])
    #expect(try play("1") == first)
    #expect(try play("2") != first)
  }
}
