import HTTPTypes
import Testing

/// Which reserves are refused, and with what.
@Suite struct ReserveRuleTests {
  private static let own = "3F00000000000001"

  struct Refused: Sendable, CustomTestStringConvertible {
    let what: String
    let event: String
    let reserve: String
    let status: Int
    let code: Int64
    let message: String

    var testDescription: String { what }

    init(_ what: String, _ event: String, _ reserve: String, _ status: Int, _ code: Int64, _ message: String) {
      self.what = what
      self.event = event
      self.reserve = reserve
      self.status = status
      self.code = code
      self.message = message
    }
  }

  private static let noTypes = "Event had no visible/usable ticket types for the current channel"
  private static let noInventory = "No inventory found to match request"
  private static let limit = "Ticket limit reached"
  private static let closed = "Event is not API transactable"
  private static let invalid = "Invalid input data type"

  @Test(arguments: [
    Refused("unknown type", EventID.phoenix, #""tickets":[{"id":"000000000009"}]"#, 400, 20_046, noTypes),
    Refused("type without leading zeros", EventID.phoenix, #""tickets":[{"id":"1"}]"#, 400, 20_046, noTypes),
    Refused(
      "one unknown of two", EventID.toronto, #""tickets":[{"id":"000000000001"},{"id":"X"}]"#, 400, 20_046, noTypes),
    Refused(
      "level without that type", EventID.club, #""tickets":[{"id":"000083000007","price":{"id":3}}]"#, 400, 20_046,
      noTypes),
    Refused(
      "amount of no level", EventID.club, #""tickets":[{"id":"000002040006","price":{"amount":51.0}}]"#, 400, 20_046,
      noTypes),
    Refused("sold out", EventID.soldOut, #""tickets":[{"id":"000000000001"}]"#, 400, 20_052, noInventory),
    Refused("limit", EventID.limitFour, #""tickets":[{"id":"000000000001","quantity":5}]"#, 400, 10_161, limit),
    Refused(
      "limit of the event", EventID.phoenix, #""tickets":[{"id":"000000000001","quantity":9}]"#, 400, 10_161, limit),
    Refused(
      "limit over all types", EventID.toronto,
      #""tickets":[{"id":"000000000001","quantity":5},{"id":"000000000002","quantity":4}]"#, 400, 10_161, limit),
    Refused(
      "more than can be counted", EventID.phoenix,
      #""tickets":[{"id":"000000000001","quantity":99999999999999999999}]"#,
      400, 10_161, limit),
    Refused(
      "a sum that cannot be counted", EventID.toronto,
      #""tickets":[{"id":"000000000001","quantity":9223372036854775807},{"id":"000000000002","quantity":9223372036854775807}]"#,
      400, 10_161, limit),
    Refused("offsale passed", EventID.offSale, #""tickets":[{"id":"000000000001"}]"#, 403, 90_001, closed),
    Refused("not transactable", EventID.notTransactable, #""tickets":[{"id":"000000000001"}]"#, 403, 90_001, closed),
    Refused("zero", EventID.phoenix, #""tickets":[{"id":"000000000001","quantity":0}]"#, 400, 10_002, invalid),
    Refused("minus one", EventID.phoenix, #""tickets":[{"id":"000000000001","quantity":-1}]"#, 400, 10_002, invalid),
    Refused("a fraction", EventID.phoenix, #""tickets":[{"id":"000000000001","quantity":1.5}]"#, 400, 10_002, invalid),
    Refused("a string", EventID.phoenix, #""tickets":[{"id":"000000000001","quantity":"two"}]"#, 400, 10_002, invalid),
    Refused("an exponent", EventID.phoenix, #""tickets":[{"id":"000000000001","quantity":1e2}]"#, 400, 10_002, invalid),
    Refused(
      "hugely negative", EventID.phoenix, #""tickets":[{"id":"000000000001","quantity":-99999999999999999999}]"#, 400,
      10_002, invalid),
    Refused("true", EventID.phoenix, #""tickets":[{"id":"000000000001","quantity":true}]"#, 400, 10_002, invalid),
    Refused(
      "unknown area", EventID.toronto, #""tickets":[{"id":"000000000001"}],"areas":[{"id":99}]"#, 400, 20_052,
      noInventory),
    Refused(
      "area without that level", EventID.toronto,
      #""tickets":[{"id":"000000000001","price":{"id":1}}],"areas":[{"id":3}]"#,
      400, 20_052, noInventory),
    Refused(
      "unknown section", EventID.phoenix,
      #""tickets":[{"id":"000000000001"}],"section":"NOWHERE","accept_best_available":false"#, 400, 20_052, noInventory),
    Refused(
      "unknown place", EventID.phoenix,
      #""tickets":[{"id":"000000000001"}],"places":["AAAA"],"accept_best_available":false"#, 400, 20_052, noInventory),
    Refused(
      "sold seat", EventID.phoenix,
      #""tickets":[{"id":"000000000001"}],"section":"BALC2L","row":"B","begin_seat":9,"end_seat":9,"accept_best_available":false"#,
      400, 20_052, noInventory),
  ])
  func refusal(_ subject: Refused) throws {
    let partner = try Partner(rate: 0)
    let before = try WorldSnapshot(partner, event: subject.event)
    let answer = try partner.reserve(subject.event, body: "{\"reserve\":{\(subject.reserve)}}")
    answer.expectError(subject.status, subject.code, subject.message)
    #expect(try WorldSnapshot(partner, event: subject.event) == before)
  }

  @Test func quantityIsOneUnlessGiven() throws {
    let answer = try Partner().reserve(EventID.phoenix, body: #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
    #expect(try answer.integer("/cart/items/0/tickets/0/quantity") == 1)
    #expect(try answer.integer("/cart/items/0/num_seats") == 1)
  }

  @Test(arguments: [("\"two\"", "a string"), ("1.5", "1.5"), ("1.0", "1.0"), ("true", "a boolean"), ("0", "0")])
  func wrongQuantityIsToldWithWhatWasFound(quantity: String, found: String) throws {
    let answer = try Partner().reserve(EventID.phoenix, quantity: quantity)
    answer.expectError(400, 10_002)
    #expect(answer.diagnosis?.hasSuffix("/quantity: expected a whole number of at least 1, found \(found)") == true)
  }

  @Test func unknownAreaIsNamed() throws {
    let answer = try Partner().reserve(EventID.phoenix, more: #""areas": [{"id": 999}]"#)
    answer.expectError(400, 20_052, Self.noInventory)
    #expect(answer.diagnosis?.hasPrefix("There is no area 999; the event has ") == true)
  }

  @Test func soldOutIsTold() throws {
    let answer = try Partner().reserve("3F00501D00000004")
    answer.expectError(400, 20_052, Self.noInventory)
    #expect(answer.diagnosis == "No seat that matches the request is free.")
  }

  @Test func hugeQuantityWithoutLimitFindsNoInventory() throws {
    let partner = try Partner(catalogue: BundledCatalogue.catalogue(adding: [BundledCatalogue.event()]))
    for quantity in ["21", "11", "9223372036854775807", "99999999999999999999"] {
      try partner.reserve(Self.own, quantity: quantity).expectError(400, 20_052, Self.noInventory)
    }
    #expect(try partner.hold(Self.own, quantity: 10).answer.integer("/cart/items/0/num_seats") == 10)
  }

  @Test(arguments: [#"{}"#, #"{"reserve":null}"#, #"{"offers":[{"offer":"1","qty":2}]}"#, #"{"cart_id":"x"}"#])
  func bodyWithoutReserveHasTheDocumentedMessage(body: String) throws {
    try Partner().reserve(EventID.phoenix, body: body)
      .expectError(400, 10_002, "Invalid reserve request data structure")
  }

  @Test func saleOpensAndClosesAtItsInstants() throws {
    // The sandbox starts on 1 June at 20:30 in Phoenix; sales open and close at 10:00.
    let event = BundledCatalogue.event(schedule: #""onsaleAfterDays": 1, "offsaleAfterDays": 2"#)
    let partner = try Partner(catalogue: BundledCatalogue.catalogue(adding: [event]))
    let untilOpening = 13 * 3_600 + 30 * 60
    try partner.reserve(Self.own).expectError(403, 90_001, Self.closed)
    partner.clock.advance(by: .milliseconds(untilOpening * 1_000 - 1))
    let early = try partner.reserve(Self.own)
    early.expectError(403, 90_001)
    #expect(early.diagnosis?.contains("2026-06-02T17:00:00Z") == true)
    partner.clock.advance(by: .milliseconds(1))
    #expect(try partner.reserve(Self.own).status == 200)
    partner.clock.advance(by: .milliseconds(86_400_000 - 1))
    let cart = try partner.hold(Self.own)
    partner.clock.advance(by: .milliseconds(1))
    let late = try partner.reserve(Self.own)
    late.expectError(403, 90_001)
    #expect(late.diagnosis?.contains("2026-06-03T17:00:00Z") == true)
    #expect(try partner.pay(cart).status == 200, "a cart reserved in time can be bought")
    #expect(try partner.commit(Self.own, cart: cart.id).status == 200)
  }

  @Test func everyCartCallOfAnEventThatIsNotTransactableIsRefused() throws {
    let partner = try Partner()
    let base = "/partners/v1/events/\(EventID.notTransactable)/cart"
    let calls: [(HTTPRequest.Method, String, String)] = [
      (.post, base, #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#),
      (.get, "\(base)/shipping?cart_id=x", ""),
      (.put, "\(base)/shipping?cart_id=x", #"{"shipping_id":"1"}"#),
      (.put, "\(base)/payment", Partner.billing(cart: "x", amount: "1.00")),
      (.put, base, #"{"cart_id":"x"}"#),
      (.delete, "\(base)?cart_id=x", ""),
    ]
    for (method, path, body) in calls {
      try partner.send(method, path, body: body).expectError(403, 90_001, Self.closed)
    }
  }

  @Test func captchaIsRequiredCheckedAndUsedOnce() throws {
    let partner = try Partner()
    try partner.reserve(EventID.captcha).expectError(401, 10_004)
    try partner.reserve(EventID.captcha, token: "").expectError(401, 10_004)
    try partner.reserve(EventID.captcha, token: "invalid-solution").expectError(400, 10_031, "Invalid captcha solution")
    #expect(try partner.reserve(EventID.captcha, token: "solution-1").status == 200)
    let again = try partner.reserve(EventID.captcha, token: "solution-1")
    again.expectError(400, 10_031)
    #expect(again.diagnosis?.contains("before") == true)
    #expect(try partner.reserve(EventID.captcha, token: "solution-2").status == 200)
    #expect(try partner.with(key: "partner-two").reserve(EventID.captcha, token: "solution-1").status == 200)
  }

  @Test func captchaTokenIsIgnoredWhereNoneIsRequired() throws {
    let partner = try Partner()
    for _ in 0..<2 { #expect(try partner.reserve(EventID.phoenix, token: "invalid").status == 200) }
  }
}
