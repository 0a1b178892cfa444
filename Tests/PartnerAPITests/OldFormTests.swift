import HTTPTypes
import JSONText
import Sandboxes
import Testing

/// What clients of older documents send: taken as the present form, and told of.
@Suite struct OldFormTests {
  private static func expectTold(
    _ answer: ServedAnswer, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for word in words {
      #expect(answer.diagnosis?.contains(word) == true, "\(answer.diagnosis ?? "")", sourceLocation: sourceLocation)
    }
  }

  private static func billing(_ cart: Partner.HeldCart, _ changes: [(String, String)] = []) -> String {
    changes.reduce(Partner.billing(cart: cart.id, amount: "\"\(cart.grand)\"")) { body, change in
      body.replacing(change.0, with: change.1)
    }
  }

  @Test func cartIDInEveryBody() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let event = "/partners/v1/events/\(EventID.phoenix)"
    let paid = try partner.pay(EventID.phoenix, body: Self.billing(cart, [("\"cart_id\"", "\"cartId\"")]))
    #expect(paid.status == 200, "\(paid.text)")
    #expect(try paid.string("/cart_id") == cart.id, "the present spelling is answered")
    Self.expectTold(paid, "/cartId", "cart_id")
    let order = try partner.send(.put, "\(event)/cart", body: #"{"cartId":"\#(cart.id)","sourceaccountid":"src-1"}"#)
    #expect(order.status == 200)
    Self.expectTold(order, "/cartId", "cart_id", "/sourceaccountid", "source_account_id")
  }

  /// No document spells the parameter so, as only bodies do: refused, and nothing changes.
  @Test(arguments: [
    (HTTPRequest.Method.get, "/partners/v1/events/EVENT/cart/shipping?cartId=CART", ""),
    (.put, "/partners/v1/events/EVENT/cart/shipping?cartId=CART", #"{"shipping_id":"4"}"#),
    (.delete, "/partners/v1/events/EVENT/cart?cartId=CART", ""), (.delete, "/partners/v1/cart?cartId=CART", ""),
    (.get, "/partners/v1/orders?cartId=CART&event_id=EVENT", ""),
    (.post, "/partners/v1/orders?cartId=CART&event_id=EVENT", Partner.device()),
    (.get, "/partners/v1/claim-link?cartId=CART&event_id=EVENT", ""),
  ])
  func cartIDInQueriesIsRefused(method: HTTPRequest.Method, path: String, body: String) throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.hold(EventID.phoenix)
    let before = try WorldSnapshot(partner, event: EventID.phoenix, cart: cart.id)
    let filled = path.replacing("EVENT", with: EventID.phoenix).replacing("CART", with: cart.id)
    let answer = try partner.send(method, filled, body: body)
    answer.expectError(400, 10_002)
    Self.expectTold(answer, "The query has cartId; the parameter is spelt cart_id, and its value is percent-encoded.")
    #expect(try WorldSnapshot(partner, event: EventID.phoenix, cart: cart.id) == before)
  }

  /// The event that such a path lacks is found by the cart, but the journal shows what the path names.
  @Test func journalHasNoEventOfAPathThatNamesNone() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let paid = try partner.send(.put, "/partners/v1/cart/payment", body: Self.billing(cart))
    #expect(paid.status == 200, "\(paid.text)")
    #expect(partner.sandbox.journal.entries.map(\.event) == [EventID.phoenix, nil])
  }

  @Test func presentSpellingBeatsTheOldOne() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let answer = try partner.pay(
      EventID.phoenix, body: Self.billing(cart, [("{\"cart_id\"", "{\"cartId\":\"other\",\"cart_id\"")]))
    #expect(answer.status == 200)
    #expect(answer.diagnosis == nil)
  }

  @Test func regionSpeltWithAB() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    for (name, isOld) in [("abbreb", true), ("abbrev", false)] {
      let address = #""address":{"line1":"1 Main Street","region":{"\#(name)":"CA"}},"type""#
      let answer = try partner.pay(EventID.phoenix, body: Self.billing(cart, [("\"type\"", address)]))
      #expect(answer.status == 200, "\(answer.text)")
      if isOld {
        Self.expectTold(answer, "/payment/address/region/abbreb", "abbrev")
      } else {
        #expect(answer.diagnosis == nil)
      }
    }
  }

  @Test func amountAsANumber() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let answer = try partner.pay(EventID.phoenix, body: Partner.billing(cart: cart.id, amount: cart.grand))
    #expect(answer.status == 200)
    #expect(try answer.number("/cart/payments/0/amount") == cart.grand)
    Self.expectTold(answer, "/payment/amount", "number", "string")
  }

  @Test(arguments: [("7", nil), ("\"7\"", "/reserve/tickets/0/price/id")])
  func priceLevelAsNumberAndAsString(id: String, told: String?) throws {
    let body = #"{"reserve":{"tickets":[{"id":"000000000001","price":{"id":\#(id)}}]}}"#
    let answer = try Partner().reserve(EventID.phoenix, body: body)
    #expect(answer.status == 200)
    #expect(try answer.number("/cart/totals/merchandise") == "57.00")
    if let told { Self.expectTold(answer, told, "string", "number") } else { #expect(answer.diagnosis == nil) }
  }

  @Test func bothLengthsOfIDs() throws {
    let partner = try Partner()
    let legacy = try partner.availability(EventID.losAngeles)
    let universal = try partner.availability(EventID.losAngelesUniversal)
    #expect(EventID.losAngeles.count == 16 && EventID.losAngelesUniversal.count == 15)
    #expect(legacy.bytes == universal.bytes)
    #expect(legacy.diagnosis == nil)
    Self.expectTold(universal, EventID.losAngelesUniversal, EventID.losAngeles)
  }

  @Test func billingByPost() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let answer = try partner.pay(EventID.phoenix, body: Self.billing(cart), method: .post)
    #expect(answer.status == 200)
    Self.expectTold(answer, "POST", "PUT")
  }

  @Test(arguments: ["/partners/v1", "/partners-preprod/v1", "/partners-sandbox/v1"])
  func oldPathsLeadToTheSame(prefix: String) throws {
    let partner = try Partner()
    let details = try partner.send(.get, "\(prefix)/event/\(EventID.phoenix)")
    #expect(try details.bytes == partner.send(.get, "\(prefix)/events/\(EventID.phoenix)").bytes)
    Self.expectTold(details, "GET /events/{event_id}")
    let id = try partner.send(.get, "\(prefix)/events/code/ECAPI1/PHX")
    #expect(try id.string("/event/id") == EventID.phoenix)
    Self.expectTold(id, "GET /events/{event_code}/{event_host}/id")
    let held = try partner.send(
      .put, "\(prefix)/events/\(EventID.phoenix)/cart/tickets",
      body: #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
    #expect(held.status == 200)
    Self.expectTold(held, "POST /events/{event_id}/cart")
    let cart = Partner.HeldCart(
      event: EventID.phoenix, id: try held.string("/cart_id"), grand: try held.number("/cart/totals/grand"),
      answer: held)
    let paid = try partner.send(.put, "\(prefix)/cart/payment", body: Self.billing(cart))
    #expect(paid.status == 200, "\(paid.text)")
    Self.expectTold(paid, "PUT /events/{event_id}/cart/payment")
    let bought = try partner.send(.put, "\(prefix)/cart", body: #"{"cart_id":"\#(cart.id)"}"#)
    #expect(bought.status == 200)
    Self.expectTold(bought, "PUT /events/{event_id}/cart")
    let other = try partner.hold(EventID.toronto)
    let deleted = try partner.send(.delete, "\(prefix)/cart?cart_id=\(other.id)")
    #expect(deleted.status == 204)
    Self.expectTold(deleted, "DELETE /events/{event_id}/cart")
  }

  @Test func oldPathsRefuseWhatThePresentOnesRefuse() throws {
    let partner = try Partner()
    let bought = try partner.buy(EventID.phoenix)
    for (method, path, body) in [
      (HTTPRequest.Method.put, "/partners/v1/cart", #"{"cart_id":"\#(bought.cartID)"}"#),
      (.put, "/partners/v1/cart/payment", Partner.billing(cart: bought.cartID, amount: "1.00")),
      (.delete, "/partners/v1/cart?cart_id=\(bought.cartID)", ""),
    ] {
      let answer = try partner.send(method, path, body: body)
      answer.expectError(400, 90_003, "Invalid cart")
      #expect(answer.diagnosis?.contains("was bought") == true)
    }
    try partner.send(.put, "/partners/v1/cart", body: "{}").expectError(400, 10_002)
    try partner.send(.put, "/partners/v1/cart/payment", body: "").expectError(400, 10_002)
    try partner.send(.delete, "/partners/v1/cart").expectError(400, 10_002)
    try partner.send(.get, "/partners/v1/event/none").expectError(404, 404)
  }

  @Test func remarksAreFew() throws {
    let ticket = #"{"id":"000000000001","price":{"id":"7"}}"#
    let tickets = Array(repeating: ticket, count: 8).joined(separator: ",")
    let answer = try Partner().reserve(EventID.phoenix, body: #"{"reserve":{"tickets":[\#(tickets)]}}"#)
    #expect(answer.status == 200)
    #expect(answer.diagnosis?.split(separator: ". ").count == 4)
  }

  @Test(arguments: ["True-Client-IP", "Original-User-Id"])
  func headersOfThePastAreTakenAndNotNeeded(name: String) throws {
    let answer = try Partner().send(.get, "/partners/v1/events", headers: [name: "192.0.2.1"])
    #expect(answer.status == 200)
    #expect(answer.diagnosis == nil)
  }
}
