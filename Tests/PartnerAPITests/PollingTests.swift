import HTTPTypes
import JSONText
import Testing

/// Calls that are answered later, by the documents' header.
@Suite struct PollingTests {
  private static let force: KeyValuePairs = ["X-TM-FORCE-POLLING": "true"]

  /// The path and query of a polling URL.
  private static func target(_ answer: ServedAnswer) throws -> String {
    let url = try answer.string("/polling_url")
    let start = try #require(url.firstRange(of: "/partners")?.lowerBound)
    return String(url[start...])
  }

  private static func token(_ answer: ServedAnswer) throws -> String {
    try String(#require(target(answer).firstMatch(of: /token=([0-9a-f-]+)/)).output.1)
  }

  /// Follows a 202 until the answer is there, four seconds of sandbox time later.
  private static func poll(_ accepted: ServedAnswer, _ partner: Partner) throws -> ServedAnswer {
    try #require(accepted.status == 202, "\(accepted.text)")
    #expect(try accepted.integer("/wait") == 4)
    let early = try partner.sendWithoutKey(.get, target(accepted))
    #expect(early.status == 202, "too early")
    #expect(try early.string("/polling_url") == accepted.string("/polling_url"))
    partner.clock.advance(by: .span(milliseconds: 3_000))
    #expect(try partner.sendWithoutKey(.get, target(accepted)).integer("/wait") == 1)
    partner.clock.advance(by: .span(milliseconds: 1_000))
    return try partner.sendWithoutKey(.get, target(accepted))
  }

  @Test func everyCallOfTheDocumentsTableCanBePolledForAndIsDoneOnce() throws {
    let partner = try Partner()
    let event = "/partners/v1/events/\(EventID.phoenix)"
    let free = try partner.inventory(EventID.phoenix).available
    let reserve = #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#
    let held = try Self.poll(partner.send(.post, "\(event)/cart", headers: Self.force, body: reserve), partner)
    #expect(held.status == 200)
    #expect(try partner.inventory(EventID.phoenix).available == free - 1, "reserved once")
    let id = try held.string("/cart_id")
    let shipped = try Self.poll(
      partner.send(
        .put, "\(event)/cart/shipping?cart_id=\(id)", headers: Self.force, body: #"{"shipping_id":"1"}"#), partner)
    #expect(try shipped.string("/cart_id") == id)
    let cart = Partner.HeldCart(
      event: EventID.phoenix, id: id, grand: try shipped.number("/cart/totals/grand"), answer: shipped)
    #expect(try partner.pay(cart).status == 200)
    let commit = try partner.send(.put, "\(event)/cart", headers: Self.force, body: #"{"cart_id":"\#(id)"}"#)
    #expect(try commit.string("/cart_id") == id)
    let bought = try Self.poll(commit, partner)
    let token = try bought.string("/order_token")
    try partner.commit(EventID.phoenix, cart: id).expectError(400, 90_003)
    let read = try Self.poll(
      partner.send(.get, "/partners/v1/orders?order_token=\(token)", headers: Self.force), partner)
    #expect(try read.string("/tickets/0/order_number") == bought.string("/order_number"))
    let other = try partner.hold(EventID.phoenix)
    let deleted = try Self.poll(
      partner.send(.delete, "\(event)/cart?cart_id=\(other.id)", headers: Self.force), partner)
    #expect(deleted.status == 204)
    #expect(try partner.inventory(EventID.phoenix).available == free - 1)
  }

  @Test func otherCallsAnswerAtOnce() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let event = "/partners/v1/events/\(EventID.phoenix)"
    for path in [
      "/partners/v1/events", event, "\(event)/availability", "\(event)/cart/shipping?cart_id=\(cart.id)",
      "/partners/v1/tracking?event_id=\(EventID.phoenix)", "/partners/v1/captcha?event_id=\(EventID.phoenix)",
      "/partners/v1/events/ECAPI1/PHX/id", "/partners/v1/orders/unredeemed?days_from_purchase=1",
    ] {
      #expect(try partner.send(.get, path, headers: Self.force).status == 200, "\(path)")
    }
    let paid = try partner.send(
      .put, "\(event)/cart/payment", headers: Self.force,
      body: Partner.billing(cart: cart.id, amount: "\"\(cart.grand)\""))
    #expect(paid.status == 200)
    let opened = try partner.send(
      .post, "/partners/v1/orders?order_number=39-20827/PHX", headers: Self.force, body: Partner.device())
    #expect(opened.status == 200)
  }

  @Test(arguments: ["false", "", "yes"])
  func headerMustBeTrue(value: String) throws {
    let answer = try Partner().send(
      .post, "/partners/v1/events/\(EventID.phoenix)/cart", headers: ["X-TM-FORCE-POLLING": value],
      body: #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
    #expect(answer.status == 200)
  }

  @Test func errorsAreAnsweredAtOnce() throws {
    let answer = try Partner().send(
      .delete, "/partners/v1/events/\(EventID.phoenix)/cart?cart_id=none", headers: Self.force)
    answer.expectError(400, 90_003)
  }

  @Test(arguments: [
    "/polling/cart/tickets/PUT/", "/polling/cart/PUT/", "/polling/cart/shipping/PUT/", "/polling/cart/", "/polling/",
    "/polling/orders/GET/",
  ])
  func olderURLsNameTheSameAnswer(path: String) throws {
    let partner = try Partner()
    let accepted = try partner.send(
      .post, "/partners/v1/events/\(EventID.phoenix)/cart", headers: Self.force,
      body: #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
    let token = try Self.token(accepted)
    let cart = try accepted.string("/cart_id")
    let older = "/partners/v1\(path)\(token)?apikey=\(partner.key)&cart_id=\(cart)"
    #expect(try partner.sendWithoutKey(.get, older).status == 202)
    let present = try Self.poll(accepted, partner)
    let answer = try partner.sendWithoutKey(.get, older)
    #expect(answer.status == 200)
    #expect(answer.bytes == present.bytes)
    #expect(answer.diagnosis?.contains("GET /polling-status") == true)
    let unknown = try partner.send(.get, "/partners/v1\(path)none")
    unknown.expectError(404, 404, "Nothing to poll for")
  }

  @Test func keyIsInTheURLOnlyIfItCameInTheQuery() throws {
    let partner = try Partner(key: "k/1")
    let path = "/partners/v1/events/\(EventID.base64)/cart"
    let body = #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#
    let byHeader = try partner.sendWithoutKey(
      .post, path, headers: ["X-TM-FORCE-POLLING": "TRUE", "x-api-key": "k/1"], body: Array(body.utf8))
    #expect(try !byHeader.string("/polling_url").contains("apikey"))
    let byQuery = try partner.sendWithoutKey(
      .post, "\(path)?apikey=k%2F1", headers: Self.force, body: Array(body.utf8))
    #expect(try byQuery.string("/polling_url").contains("&apikey=k%2F1"))
    let cart = try byQuery.string("/cart_id")
    let escaped = cart.replacing("/", with: "%2F").replacing("+", with: "%2B").replacing("=", with: "%3D")
    #expect(try byQuery.string("/polling_url").contains("&cart_id=\(escaped)&"))
  }

  @Test func orderWithoutACartHasNoCart() throws {
    let partner = try Partner()
    let accepted = try partner.send(
      .get, "/partners/v1/orders?order_number=39-20827/PHX", headers: Self.force)
    #expect(accepted.status == 202)
    #expect(accepted.json?["cart_id"] == nil)
    #expect(try !accepted.string("/polling_url").contains("cart_id"))
    #expect(try Self.poll(accepted, partner).string("/tickets/0/order_number") == "39-20827/PHX")
  }

  @Test func unknownTokenNeedsAKey() throws {
    let partner = try Partner()
    try partner.send(.get, "/partners/v1/polling-status?token=none").expectError(404, 404)
    #expect(try partner.sendWithoutKey(.get, "/partners/v1/polling-status?token=none").status == 401)
    let without = try partner.send(.get, "/partners/v1/polling-status")
    without.expectError(404, 404)
    #expect(without.diagnosis == "The query needs token, as in polling_url.")
  }
}
