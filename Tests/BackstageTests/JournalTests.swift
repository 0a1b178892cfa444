import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import Sandboxes
import Testing

/// `GET requests`.
@Suite struct JournalTests {
  @Test func entryHasTheDocumentedMembers() throws {
    let stage = try Stage(key: "partner-key", rate: 1)
    let cart = try stage.hold(EventID.phoenix)
    let answer = try stage.control(.get, "requests")
    let entry = try answer.value("/requests/0")
    #expect(
      entry.members.map(\.key) == [
        "id", "time", "operation", "method", "path", "protocol", "outcome", "status", "milliseconds", "request",
        "response", "unsent", "scenario", "diagnosis", "fidelity",
      ])
    #expect(entry["id"]?.string == "r1")
    #expect(entry["time"]?.string == "2026-06-02T03:30:00Z")
    #expect(entry["operation"]?.string == "cart.reserve")
    #expect(entry["method"]?.string == "POST")
    #expect(entry["path"]?.string == "/partners/v1/events/\(EventID.phoenix)/cart?apikey=partner-key")
    #expect(entry["outcome"]?.string == "answered")
    #expect(entry["status"]?.integer == 200)
    #expect(entry["unsent"]?.isNull == true)
    #expect(entry["milliseconds"]?.numberText?.split(separator: ".").last?.utf8.count == 2)
    #expect(entry["request"]?.members.map(\.key) == ["headers", "body"])
    #expect(entry["response"]?.members.map(\.key) == ["headers", "body"])
    #expect(entry.value(at: "/request/headers/Host")?.string == "localhost:8490")
    #expect(entry.value(at: "/request/body/reserve/tickets/0/quantity")?.integer == 1)
    #expect(entry.value(at: "/response/body/cart_id")?.string == cart.id)
    #expect(entry.value(at: "/response/headers/X-Willcall-Request")?.string == "r1")
    #expect(entry["scenario"]?.isNull == true)
    #expect(entry["diagnosis"]?.isNull == true)
    #expect(entry["fidelity"]?.string == "documented")
  }

  @Test func picturesAreCounted() throws {
    let stage = try Stage()
    _ = try stage.ask(.get, "/partners/v1/tracking?event_id=\(EventID.phoenix)")
    let answer = try stage.control(.get, "requests")
    #expect(try answer.string("/requests/0/response/body") == "(43 bytes of image/gif)")
  }

  @Test func bodiesThatAreNoJSONAreText() throws {
    let stage = try Stage()
    _ = try stage.ask(.post, "/partners/v1/events/\(EventID.phoenix)/cart", "not json")
    _ = try stage.ask(.get, "/partners/v1/events")
    let answer = try stage.control(.get, "requests")
    #expect(try answer.string("/requests/0/request/body") == "not json")
    #expect(try answer.string("/requests/0/diagnosis").isEmpty == false)
    #expect(try answer.value("/requests/1/request/body").isNull)
  }

  @Test(arguments: [
    ("", ["r1", "r2", "r3", "r4", "r5"]), ("?operation=cart.reserve", ["r2", "r4"]), ("?status=400", ["r4"]),
    ("?status=4xx", ["r4", "r5"]), ("?status=2xx&operation=events.list", ["r1", "r3"]), ("?limit=2", ["r4", "r5"]),
    ("?since=r3", ["r4", "r5"]), ("?since=r1&limit=2", ["r2", "r3"]), ("?since=r99", []),
    ("?since=2026-06-02T03:31:00Z", ["r3", "r4", "r5"]), ("?since=2026-06-02T05:31:00%2B02:00", ["r3", "r4", "r5"]),
  ])
  func filters(query: String, ids: [String]) throws {
    let stage = try Stage()
    _ = try stage.ask(.get, "/partners/v1/events")
    try stage.hold(EventID.phoenix)
    _ = try stage.control(.post, "clock", #"{"advance":"PT1M"}"#)
    _ = try stage.ask(.get, "/partners/v1/events")
    _ = try stage.ask(.post, "/partners/v1/events/\(EventID.phoenix)/cart", "{}")
    _ = try stage.ask(.get, "/partners/v1/events/unknown/availability")
    let answer = try stage.control(.get, "requests\(query)")
    #expect(try answer.elements("/requests").compactMap { $0["id"]?.string } == ids)
  }

  @Test(arguments: [
    ("operation=cart", "?operation"), ("status=abc", "?status"), ("status=99", "?status"), ("status=6xx", "?status"),
    ("limit=0", "?limit"), ("limit=x", "?limit"), ("since=yesterday", "?since"), ("since=r", "?since"),
  ])
  func wrongFilterIsAnError(query: String, path: String) throws {
    try Stage().control(.get, "requests?\(query)").expectError(400, path: path)
  }

  @Test func requestsOfOneKeyAreItsOwn() throws {
    let stage = try Stage()
    try stage.hold(EventID.phoenix, key: "one")
    #expect(try stage.control(.get, "requests", key: "two").elements("/requests").isEmpty)
  }

  // MARK: Secrets

  @Test(arguments: [
    "/partners/v1/events?apikey=SECRET789012345678901234", "/partners/v1/events?apiKey=SECRET789012345678901234",
    "/partners/v1/events?x=1&%61pikey=SECRET789012345678901234",
    "/partners/v1/events?x=1?apikey=SECRET789012345678901234",
  ])
  func keysInTheQueryAreBlottedOut(target: String) throws {
    let stage = try Stage(key: "SECRET789012345678901234")
    let referrer = "http://app/?apikey=SECRETOFANOTHER1234567890&y=1"
    _ = stage.partner.respond(to: try Stage.request(.get, target, "", ["Referer": referrer]))
    let answer = try stage.control(.get, "requests")
    #expect(try answer.elements("/requests").count == 1)
    #expect(!answer.text.contains("SECRET"), "\(answer.text)")
    #expect(try answer.string("/requests/0/request/headers/Referer") == "http://app/?apikey=***&y=1")
  }

  @Test func keysInHeadersAreBlottedOut() throws {
    let stage = try Stage(key: "SECRET789012345678901234")
    let headers: KeyValuePairs = [
      "x-api-key": "SECRET789012345678901234", "Authorization": "Bearer SECRET", "Cookie": "SECRET",
    ]
    _ = stage.partner.respond(to: try Stage.request(.get, "/partners/v1/events", "", headers))
    let answer = try stage.control(.get, "requests")
    #expect(try answer.string("/requests/0/request/headers/Authorization") == "***")
    #expect(!answer.text.contains("SECRET"), "\(answer.text)")
  }

  @Test(arguments: [
    (HTTPRequest.Method.put, "/cart/payment", #"{"payment":{"card":{"number":"4111111111111111","cin":"777"}}}"#),
    (.put, "/cart/payment", #"card=4111111111111111&cin=777"#),
    (.post, "/cart", #"{"card":{"Number":4111111111111111,"cvv":"777"}}"#), (.post, "/cart", "4111111111111111"),
    (.put, "/cart", "card=4111111111111111"), (.put, "/cart", #"{"pan":"4111111111111111","cin":777}"#),
  ])
  func cardDataIsBlottedOutWhereverItWasSent(method: HTTPRequest.Method, path: String, body: String) throws {
    let stage = try Stage()
    _ = try stage.ask(method, "/partners/v1/events/\(EventID.phoenix)\(path)", body)
    let answer = try stage.control(.get, "requests")
    #expect(try answer.elements("/requests").count == 1)
    #expect(!answer.text.contains("4111"), "\(answer.text)")
    #expect(!answer.text.contains("777"), "\(answer.text)")
    #expect(answer.text.contains("***"))
  }

  @Test func walletAndMembersCardsAreBlottedOut() throws {
    let stage = try Stage()
    #expect(try stage.walletToken().status == 200)
    #expect(try stage.addBillingMethod().status == 200)
    #expect(try stage.payWithBillingMethod(stage.hold(EventID.paper)).status == 200)
    let answer = try stage.control(.get, "requests")
    #expect(try answer.elements("/requests").count == 4)
    for secret in ["3782", "5555555", "secret-of-jon", "777"] {
      #expect(!answer.text.contains(secret), "\(secret) in \(answer.text)")
    }
  }

  /// What is remembered must not hold them either, whoever looks at it later.
  @Test(arguments: [
    ("/wallet/v1/token", #"{"funding_source_details":{"account_number":"4012888888881881"}}"#),
    ("/partners/v1/member/billing", #"{"billing_method":{"card":{"number":4012888888881881,"cin":777}}}"#),
    ("/partners/v1/member/billing", "4012888888881881 777"),
  ])
  func refusedCardsAreNotRemembered(path: String, body: String) throws {
    let stage = try Stage()
    #expect(try stage.ask(.post, path, body, headers: Stage.bearer).status == 400)
    let answer = try stage.control(.get, "requests")
    #expect(try answer.elements("/requests").count == 1)
    #expect(!answer.text.contains("4012") && !answer.text.contains("777"), "\(answer.text)")
  }

  @Test func nonceIsShown() throws {
    let stage = try Stage()
    #expect(try stage.pay(stage.hold(EventID.phoenix)).status == 200)
    let body = try stage.control(.get, "requests?operation=cart.payment").value("/requests/0/request/body/payment/card")
    #expect(body["number"]?.string == "fake-valid-visa-nonce")
    #expect(body["cin"]?.string == "***")
  }

  // MARK: Bounds

  @Test func newestThousandAreKept() throws {
    let stage = try Stage()
    for _ in 1...1_005 { _ = try stage.ask(.get, "/partners/v1/events/unknown/availability") }
    let ids = try stage.control(.get, "requests").elements("/requests").compactMap { $0["id"]?.string }
    #expect(ids.count == 1_000)
    #expect(ids.first == "r6")
    #expect(ids.last == "r1005")
  }

  @Test func longContentIsCountedOnly() throws {
    let stage = try Stage()
    let long = String(repeating: " ", count: 70_000) + "{}"
    _ = try stage.ask(.post, "/partners/v1/events/\(EventID.phoenix)/cart", long)
    let text = try stage.control(.get, "requests").string("/requests/0/request/body")
    #expect(text == "(70002 bytes, too many to be kept)")
  }

  @Test func allJournalsTogetherAreBounded() throws {
    let stage = try Stage(journalLimit: 1_000_000)
    let body = String(repeating: "x", count: 10_000)
    for round in 0..<400 {
      let path = "/partners/v1/events/\(EventID.phoenix)/cart"
      _ = try stage.ask(.post, path, body, key: "key-\(round % 40)")
    }
    let kept = stage.directory.all.reduce(0) { sum, sandbox in
      sum + sandbox.journal.entries.reduce(0) { $0 + $1.shownRequest.body.count }
    }
    #expect(kept <= 1_000_000)
    #expect(kept >= 500_000, "no more is forgotten than must be")
    let newest = try stage.control(.get, "requests", key: "key-39").elements("/requests")
    #expect(newest.last?["id"]?.string == "r10", "the newest stay")
  }
}
