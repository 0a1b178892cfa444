import Determinism
import HTTPTypes
import JSONText
import Sandboxes
import Testing

/// `GET` and `PUT state`.
@Suite struct StateTests {
  private static let putID = "3F00000000000001"
  /// The SHA-256 of the captcha's token.
  private static let solved = "ca7b7333032bd3997d54309f7ec80433afa74d2b8ad4cd27ff3f2ed87311aa83"

  /// A stage on which nearly everything that can happen has happened.
  static func livedIn(seed: UInt64 = 42) throws -> Stage {
    let stage = try Stage(seed: seed)
    #expect(try stage.control(.put, "events/\(putID)", BundledCatalogue.event()).status == 201)
    let replaced = BundledCatalogue.event(id: EventID.base64, code: "ENEW", members: #""cartIds": "base64","#)
    #expect(try stage.control(.put, "events/\(EventID.base64)", replaced).status == 200)
    try stage.hold(EventID.losAngeles)
    _ = try stage.control(.post, "clock", #"{"advance":"PT6M"}"#)
    let bought = try stage.buy(EventID.phoenix, quantity: 2)
    for device in ["one", "one", "two"] {
      #expect(try stage.open(bought.string("/order_token"), device: device).status == 200)
    }
    #expect(try stage.delete(stage.hold(EventID.phoenix)).status == 204)
    #expect(try stage.control(.post, "orders/39-20804%2FPHX/void").status == 200)
    try stage.hold(EventID.captcha, token: "solved")
    #expect(try stage.ask(.get, "/partners/v1/captcha?event_id=\(EventID.captcha)").status == 200)
    #expect(try stage.ask(.put, "/partners/v1/refund", "{}").status == 202)
    let polled = try stage.ask(
      .get, "/partners/v1/orders?order_number=39-20827/PHX", headers: ["Host": "a", "X-TM-FORCE-POLLING": "true"])
    #expect(polled.status == 202)
    #expect(try stage.ask(.get, "/partners/v1/events/\(EventID.phoenix)/availability").status == 200)
    try stage.hold(EventID.generalAdmission, quantity: 3)
    #expect(try stage.pay(stage.hold(EventID.base64)).status == 200)
    #expect(try stage.buy(EventID.delayed).status == 200)
    try stage.hold(putID, quantity: 4)
    #expect(try stage.walletToken().status == 200)
    #expect(try stage.addBillingMethod().status == 200)
    _ = try stage.ask(.get, "/partners/v1/certificate")
    let shipped = try stage.hold(EventID.paper)
    let shipping = try stage.ask(
      .put, "/partners/v1/events/\(EventID.paper)/cart/shipping?cart_id=\(shipped.id)", #"{"shipping_id":"4"}"#)
    #expect(shipping.status == 200, "\(shipping.text)")
    return stage
  }

  /// What a client might ask next, with everything that it is told.
  private static func next(_ stage: Stage, after before: Stage) throws -> [String] {
    var told: [String] = []
    func note(_ answer: Answer) {
      // How long there is to wait yet depends on real time too.
      let text = answer.text.replacing(/"wait":[0-4]/, with: "\"wait\":…")
      told.append("\(answer.status) \(answer.fields.map { "\($0.name): \($0.value)" }) \(text)")
    }
    note(try stage.control(.get, "carts"))
    note(try stage.control(.get, "orders"))
    note(try stage.control(.get, "events"))
    for event in [EventID.phoenix, EventID.generalAdmission, putID, EventID.base64, EventID.captcha] {
      note(try stage.ask(.get, "/partners/v1/events/\(event)/availability"))
    }
    note(try stage.ask(.get, "/partners/v1/events"))
    note(try stage.ask(.get, "/partners/v1/events/\(EventID.phoenix)"))
    note(try stage.ask(.get, "/partners/v1/captcha?event_id=\(EventID.captcha)"))
    let poll = try Stage().ask(
      .get, "/partners/v1/orders?order_number=39-20827/PHX", headers: ["Host": "a", "X-TM-FORCE-POLLING": "true"])
    let token = try #require(poll.string("/polling_url").firstMatch(of: /token=([0-9a-f-]+)/)).output.1
    note(try stage.ask(.get, "/partners/v1/polling-status?token=\(token)"))
    _ = try stage.control(.post, "clock", #"{"advance":"PT4S"}"#)
    note(try stage.ask(.get, "/partners/v1/polling-status?token=\(token)"))
    #expect(told.suffix(2).map { $0.prefix(3) } == ["202", "200"])
    note(
      try stage.ask(
        .get, "/partners/v1/orders?order_number=39-20827/PHX", headers: ["Host": "a", "X-TM-FORCE-POLLING": "true"]))
    let first = try Stage().ask(.put, "/partners/v1/refund", "{}").string("/id")
    note(try stage.ask(.get, "/partners/v1/refund/\(first)"))
    note(try stage.ask(.put, "/partners/v1/refund", "{}"))
    note(try stage.ask(.get, "/partners/v1/refund/\(first)"))
    let carts = try before.control(.get, "carts").elements("/carts")
    for cart in carts {
      let id = try #require(cart["cart_id"]?.string)
      let event = try #require(cart["event_id"]?.string)
      note(try stage.ask(.put, "/partners/v1/events/\(event)/cart", #"{"cart_id": "\#(id)"}"#))
    }
    for order in try before.control(.get, "orders").elements("/orders") {
      for device in ["one", "two", "three"] {
        note(try stage.open(#require(order["order_token"]?.string), device: device))
      }
    }
    let again = #"{"token":"solved","reserve":{"tickets":[{"id":"000000000001"}]}}"#
    note(try stage.ask(.post, "/partners/v1/events/\(EventID.captcha)/cart", again))
    note(try stage.buy(EventID.phoenix, quantity: 3))
    note(try stage.ask(.get, "/partners/v1/member/billing", headers: Stage.bearer))
    note(try stage.walletToken())
    note(try stage.addBillingMethod())
    note(try stage.payWithBillingMethod(stage.hold(EventID.paper)))
    note(try stage.control(.post, "clock", #"{"advance":"PT2M"}"#))
    note(try stage.control(.post, "clock", #"{"advance":"P40D"}"#))
    note(try stage.control(.post, "clock", #"{"resume":true}"#))
    return told
  }

  @Test func nextAnswersAreTheSameByteForByte() throws {
    let original = try Self.livedIn()
    let document = try original.control(.get, "state")
    #expect(try document.integer("/version") == 1)
    let reference = try Self.livedIn()
    let copy = try Stage()
    try copy.hold(EventID.phoenix)
    let answer = try copy.control(.put, "state", document.text)
    #expect(answer.status == 204, "\(answer.text)")
    #expect(answer.bytes.isEmpty)
    #expect(try copy.control(.get, "state").text == document.text, "what was read is written again")
    let expected = try Self.next(original, after: reference)
    let found = try Self.next(copy, after: reference)
    #expect(expected.count > 30)
    for (expected, found) in zip(expected, found) { #expect(expected == found) }
  }

  @Test func clockComesAlong() throws {
    let stage = try Stage(rate: 1)
    _ = try stage.control(.post, "clock", #"{"rate":60}"#)
    _ = try stage.control(.post, "clock", #"{"set":"2026-07-01T00:00:00Z"}"#)
    _ = try stage.control(.post, "clock", #"{"freeze":true}"#)
    let copy = try Stage(rate: 1)
    #expect(try copy.control(.put, "state", stage.control(.get, "state").text).status == 204)
    let clock = try copy.control(.get, "clock")
    #expect(try clock.string("/now") == "2026-07-01T00:00:00Z")
    #expect(try clock.value("/frozen").bool == true)
    #expect(try copy.control(.post, "clock", #"{"resume":true}"#).integer("/rate") == 60)
  }

  @Test func whatRulesHaveCountedComesAlong() throws {
    let stage = try Stage()
    _ = try stage.control(.put, "scenarios", #"{"active":["payment-declined-twice","quota"]}"#)
    let fault = #"{"when":{"operation":"orders.get"},"then":{"error":"niterun"},"times":3}"#
    #expect(try stage.control(.post, "faults", fault).status == 201)
    let cart = try stage.hold(EventID.phoenix)
    #expect(try stage.pay(cart).status == 400)
    let order = "/partners/v1/orders?order_number=39-20804/PHX"
    #expect(try stage.ask(.get, order).status == 503)
    let availability = "/partners/v1/events/\(EventID.phoenix)/availability"
    #expect(try stage.ask(.get, availability).header("Ratelimit-Quota-Used") == "1")

    let document = try stage.control(.get, "state").text
    let copy = try Stage()
    let answer = try copy.control(.put, "state", document)
    #expect(answer.status == 204, "\(answer.text)")
    #expect(try copy.control(.get, "state").text == document)
    #expect(try copy.pay(cart).status == 400, "the second card")
    #expect(try copy.pay(cart).status == 200, "the third")
    #expect(try copy.ask(.get, availability).header("Ratelimit-Quota-Used") == "2")
    #expect(try copy.control(.get, "faults/fault-1").integer("/remaining") == 2)
    #expect(try (1...3).map { _ in try copy.ask(.get, order).status } == [503, 503, 200])
    #expect(try copy.control(.post, "faults", fault).string("/id") == "fault-2")
  }

  @Test func answersThatArePolledForComeAlong() throws {
    let stage = try Stage()
    _ = try stage.control(.put, "scenarios", #"{"active":["polling"]}"#)
    let body = #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#
    let path = "/partners/v1/events/\(EventID.phoenix)/cart"
    let url = try stage.ask(.post, path, body).string("/polling_url")
    let poll = try #require(url.firstRange(of: "/partners/v1/polling-status")).lowerBound
    let target = String(url[poll...]).replacing("&apikey=my-key", with: "")
    let copy = try Stage()
    #expect(try copy.control(.put, "state", stage.control(.get, "state").text).status == 204)
    for stage in [stage, copy] {
      #expect(try stage.ask(.get, target).status == 202)
      _ = try stage.control(.post, "clock", #"{"advance":"PT4S"}"#)
    }
    let original = try stage.ask(.get, target)
    let answer = try copy.ask(.get, target)
    #expect(original.status == 200)
    #expect(answer.text == original.text)
    #expect(answer.fields == original.fields)
    #expect(try stage.ask(.post, path, body).text == copy.ask(.post, path, body).text, "the next token too")
  }

  @Test func theServersScenariosStayInForce() throws {
    let library = try BundledScenarios.library()
    let stage = try Stage(library: ScenarioLibrary(available: library.available, active: ["niterun"]))
    let document = try Stage().control(.get, "state").text
    #expect(try stage.control(.put, "state", document).status == 204)
    #expect(try stage.ask(.get, "/partners/v1/events/\(EventID.phoenix)/availability").status == 503)
    #expect(try stage.control(.get, "scenarios").string("/active/0/from") == "server")
  }

  @Test func secretsAreNotExported() throws {
    let stage = try Stage(key: "SECRETKEY")
    let cart = try stage.hold(EventID.phoenix)
    let card = #"{"number": "4111111111111111", "cin": "777", "expire_month": 1, "expire_year": 2030}"#
    let paid = try stage.ask(
      .put, "/partners/v1/events/\(cart.event)/cart/payment",
      """
      {"cart_id": "\(cart.id)", "payment": {"amount": "\(cart.grand)", "third_party_account_id": "1", "type": "CC",
       "card": \(card)}}
      """)
    #expect(paid.status == 200, "\(paid.text)")
    let text = try stage.control(.get, "state").text
    #expect(text.contains("1111"))
    for secret in ["SECRETKEY", "11111111", "777"] { #expect(!text.contains(secret)) }
    #expect(try stage.walletToken().status == 200 && stage.addBillingMethod().status == 200)
    let cards = try stage.control(.get, "state").text
    #expect(cards.contains("0005") && cards.contains("4444"))
    for secret in ["378282246310005", "5555555555554444", "secret-of-jon"] { #expect(!cards.contains(secret)) }
  }

  /// Changes to a good document, and the place that the error names.
  private static let breaks: [(old: String, new: String, path: String)] = [
    (#"{"version":1,"#, #"{"version":2,"#, "/version"),
    (#"{"version":1,"#, #"{"version":1,"more":1,"#, "/more"),
    (#""clock":{"now":"2026"#, #""clock":{"now":"26"#, "/clock/now"),
    (#""rate":1.0"#, #""rate":-1"#, "/clock/rate"),
    (#""captchas":1"#, #""captchas":-1"#, "/captchas"),
    (#""refundJobs":1"#, #""refundJobs":"1""#, "/refundJobs"),
    (#""polls":{"count":1"#, #""polls":{"count":-1"#, "/polls/count"),
    (#""rounds":1"#, #""rounds":0"#, "/polls/answers/0/rounds"),
    (#""fidelity":"inferred""#, #""fidelity":"true""#, "/polls/answers/0/fidelity"),
    (#""availability":{"used":1"#, #""availability":{"used":-1"#, "/meters/availability/used"),
    (#""lastFault":0"#, #""lastFault":-1"#, "/scenarios/lastFault"),
    (
      #""faults":[]"#, #""faults":[{"id":"f","remaining":1,"rule":{"when":{},"then":{}}}]"#,
      "/scenarios/faults/0/rule/when/operation"
    ),
    (#""code":"ETEST1""#, #""code":"ECAPI1""#, "/events"),
    (#""counters":{"carts":"#, #""counters":{"carts":-"#, "/boxOffice/counters/carts"),
    (#""usedCaptchas":["\#(solved)"]"#, #""usedCaptchas":[1]"#, "/boxOffice/usedCaptchas/0"),
    (#""usedCaptchas":["\#(solved)"]"#, #""usedCaptchas":["solved"]"#, "/boxOffice/usedCaptchas/0"),
    (#""fate":"expired""#, #""fate":"lost""#, "/boxOffice/deadCarts/0/fate"),
    (#""holdWasRaised":true"#, #""holdWasRaised":1"#, "/boxOffice/carts/2/holdWasRaised"),
    (#""lastFour":"2474""#, #""lastFour":"4111111111111111""#, "/boxOffice/carts/2/payment/card/lastFour"),
    (#""amount":10.00"#, #""amount":10.01"#, "/boxOffice/carts/2/payment/amount"),
    (
      #""section":"S","row":"1","seats":[1,"#, #""section":"S","row":"1","seats":[11,"#,
      "/boxOffice/carts/3/items/0/seats/0"
    ),
    (#""voided":true"#, #""voided":"yes""#, "/boxOffice/orders/0/voided"),
    (#""type":"000000000001","price""#, #""type":"000000000009","price""#, "/boxOffice/orders/0/tickets/0/type"),
    (#""tokenCount":1"#, #""tokenCount":-1"#, "/boxOffice/cards/tokenCount"),
    (#""certificates":[{"day":""#, #""certificates":[{"day":"x"#, "/boxOffice/cards/certificates/0/day"),
    (#""lastGivenOut":"2026-"#, #""lastGivenOut":"2025-"#, "/boxOffice/cards/certificates/0/lastGivenOut"),
    (#""walletTokens":[{"token":"#, #""walletTokens":[{"tokens":"#, "/boxOffice/cards/walletTokens/0/token"),
    (#""issuer":"AMEX""#, #""issuer":"JCB""#, "/boxOffice/cards/walletTokens/0/card/issuer"),
    (#""id":70561111"#, #""id":0"#, "/boxOffice/cards/billingMethods/1/id"),
    (#""country":124"#, #""country":1240"#, "/boxOffice/cards/billingMethods/1/address/country"),
    (#""lastFour":"4444""#, #""lastFour":"5555555555554444""#, "/boxOffice/cards/billingMethods/1/card/lastFour"),
    (#""number":"39-20827/PHX""#, #""number":"39-20804/PHX""#, "/boxOffice/orders/1/number"),
    (#""event":"\#(EventID.delayed)""#, #""event":"none""#, "/boxOffice/orders/4/event"),
    (
      #""usedCaptchas":["\#(solved)"]"#, #""usedCaptchas":["\#(solved)","\#(solved)"]"#, "/boxOffice/usedCaptchas/1"
    ),
    (#""order":"39-3"#, #""order":"39-4"#, "/boxOffice/deadCarts/1/order"),
    (#""grandTotal":"#, #""grandTotal":9"#, "/boxOffice/orders/0/grandTotal"),
  ]

  @Test(arguments: breaks.indices)
  func brokenDocumentChangesNothing(index: Int) throws {
    let (old, new, path) = Self.breaks[index]
    let good = try Self.livedIn().control(.get, "state").text
    let range = try #require(good.firstRange(of: old), "\(old) in \(good)")
    let stage = try Stage()
    try stage.hold(EventID.phoenix)
    let before = try stage.control(.get, "state").text
    try stage.control(.put, "state", good.replacingCharacters(in: range, with: new)).expectError(422, path: path)
    #expect(try stage.control(.get, "state").text == before)
    #expect(try stage.control(.get, "requests").elements("/requests").count == 1)
  }

  /// What there is must have been counted.
  @Test(arguments: [
    ("carts", "/boxOffice/carts/0/number"), ("orders", "/boxOffice/orders/3"), ("tickets", "/boxOffice/orders/3"),
    ("methodCount", "/boxOffice/cards/billingMethods/1/id"), ("tokenCount", "/boxOffice/cards"),
  ])
  func countersCoverWhatThereIs(name: String, path: String) throws {
    let good = try Self.livedIn().control(.get, "state").text
    let counter = try #require(good.firstRange(of: try Regex("\"\(name)\":[1-9][0-9]*")))
    let stage = try Stage()
    let before = try stage.control(.get, "state").text
    let none = good.replacingCharacters(in: counter, with: "\"\(name)\":0")
    try stage.control(.put, "state", none).expectError(422, path: path)
    #expect(try stage.control(.get, "state").text == before)
  }

  @Test(arguments: ["requests", "captchas", "refundJobs", "carts", "orders", "tickets", "tokenCount", "methodCount"])
  func countersAreBounded(name: String) throws {
    let good = try Self.livedIn().control(.get, "state").text
    let counter = try #require(good.firstRange(of: try Regex("\"\(name)\":[0-9]+")))
    let vast = good.replacingCharacters(in: counter, with: "\"\(name)\":1000000000000")
    let answer = try Stage().control(.put, "state", vast)
    #expect(answer.status == 422)
    #expect(answer.text.contains("a whole number from 0 to"))
  }

  /// Tickets of older exports have no type: it follows from the price.
  @Test func ticketsWithoutATypeGetOne() throws {
    let good = try Self.livedIn().control(.get, "state").text
    let older = good.replacing(#""type":"000000000001","price""#, with: #""price""#)
    #expect(older != good)
    let stage = try Stage()
    #expect(try stage.control(.put, "state", older).status == 204)
    #expect(try stage.control(.get, "state").text.contains(#""type":"000000000001","price""#))
  }

  /// Whatever an order that was put in is called, what is bought next is called otherwise.
  @Test func nextOrderHasNoOthersNames() throws {
    let stage = try Stage()
    let state = try stage.control(.get, "state").text
    func names(_ stage: Stage) throws -> [String] {
      #expect(try stage.buy(EventID.phoenix).status == 200)
      let orders = try stage.control(.get, "state").elements("/boxOffice/orders")
      let order = try #require(orders.last)
      return try ["/number", "/token", "/tickets/0/barcode"].map { try #require(order.value(at: $0)?.string) }
    }
    let next = try names(Stage())
    let claimed = state.replacing("39-20804/PHX", with: next[0])
      .replacing("d2999e02-4936-41d2-zhNgdH2B7xGuuv50sAJsrJZCMY", with: next[1])
      .replacing("0118856698865396", with: next[2])
    #expect(try stage.control(.put, "state", claimed).status == 204)
    for (bought, taken) in zip(try names(stage), next) { #expect(bought != taken) }
    let exported = try stage.control(.get, "state").text
    #expect(try Stage().control(.put, "state", exported).status == 204, "its own export is taken")
  }

  @Test(arguments: ["", "{", "nonsense"])
  func whatIsNotJSONIs400(body: String) throws {
    #expect(try Stage().control(.put, "state", body).status == 400)
  }

  @Test func seatIsNeverGivenToTwo() throws {
    let stage = try Stage()
    try stage.hold(EventID.phoenix)
    let good = try stage.control(.get, "state").text
    let cart = try #require(JSONValue.parse(Array(good.utf8)).value(at: "/boxOffice/carts/0")).text
    let other = cart.replacing(#""number":1"#, with: #""number":2"#).replacing(#""id":""#, with: #""id":"x"#)
    let doubled = good.replacing(cart, with: "\(cart),\(other)").replacing(#""carts":1,"#, with: #""carts":2,"#)
    try Stage().control(.put, "state", doubled).expectError(422, path: "/boxOffice/carts/1/items/0/seats/0")
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
