import HTTPTypes
import JSONText
import Testing

/// The steps of a purchase, each expected to succeed.
extension Partner {
  /// A reserved cart.
  struct HeldCart {
    let event: String
    let id: String
    /// `totals.grand` as it is written.
    let grand: String
    let answer: ServedAnswer
  }

  /// A bought order.
  struct BoughtOrder {
    let event: String
    let cartID: String
    let token: String
    let number: String
    let account: String
  }

  static let account = "12313131"

  /// `POST cart` with any body.
  func reserve(
    _ event: String, body: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    try send(.post, "/partners/v1/events/\(event)/cart", body: body, sourceLocation: sourceLocation)
  }

  /// `POST cart` for tickets of the event's first type, with more members of `reserve` if given.
  func reserve(
    _ event: String, quantity: String = "1", more: String = "", token: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    let captcha = token.map { "\"token\": \"\($0)\", " } ?? ""
    let extra = more.isEmpty ? "" : ", \(more)"
    return try reserve(
      event,
      body: """
        {\(captcha)"reserve": {"tickets": [{"id": "\(EventID.ticketType(event))", "quantity": \(quantity)}]\(extra)}}
        """, sourceLocation: sourceLocation)
  }

  /// Reserves and expects a cart.
  func hold(
    _ event: String, quantity: Int = 1, more: String = "", token: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> HeldCart {
    let answer = try reserve(
      event, quantity: "\(quantity)", more: more, token: token, sourceLocation: sourceLocation)
    try #require(
      answer.status == 200, "\(answer.text) \(answer.diagnosis ?? "")", sourceLocation: sourceLocation)
    return HeldCart(
      event: event, id: try answer.string("/cart_id"), grand: try answer.number("/cart/totals/grand"), answer: answer)
  }

  /// The body of a billing request.
  ///
  /// - Parameters:
  ///   - amount: JSON text; `nil` leaves it out.
  ///   - account: JSON text; `nil` leaves it out.
  ///   - card: JSON text.
  static func billing(
    cart: String, amount: String?, account: String? = "\"12313131\"", type: String = "BRAINTREE",
    card: String = #"{"number": "fake-valid-visa-nonce", "cin": "123", "expire_month": 0, "expire_year": 0}"#,
    more: String = ""
  ) -> String {
    let sum = amount.map { "\"amount\": \($0), " } ?? ""
    let owner = account.map { "\"third_party_account_id\": \($0), " } ?? ""
    return """
      {"cart_id": "\(cart)", "payment": {\(sum)\(owner)"type": "\(type)", "card": \(card),
       "email_address": "tom.brown@email.com"\(more)}}
      """
  }

  /// `PUT cart/payment` with any body.
  func pay(
    _ event: String, body: String, method: HTTPRequest.Method = .put, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    try send(method, "/partners/v1/events/\(event)/cart/payment", body: body, sourceLocation: sourceLocation)
  }

  /// Holds a ticket and pays for it, for nobody's account.
  func paidCart(_ event: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> HeldCart {
    let cart = try hold(event, sourceLocation: sourceLocation)
    let answer = try pay(cart, account: nil, sourceLocation: sourceLocation)
    #expect(answer.status == 200, "\(answer.text)", sourceLocation: sourceLocation)
    return cart
  }

  /// Pays a cart's total with a valid nonce.
  func pay(
    _ cart: HeldCart, account: String? = Partner.account, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    try pay(
      cart.event,
      body: Self.billing(cart: cart.id, amount: "\"\(cart.grand)\"", account: account.map { "\"\($0)\"" }),
      sourceLocation: sourceLocation)
  }

  /// `PUT cart`.
  func commit(
    _ event: String, cart: String, more: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    try send(
      .put, "/partners/v1/events/\(event)/cart", body: #"{"cart_id": "\#(cart)"\#(more)}"#,
      sourceLocation: sourceLocation)
  }

  /// Reserves, pays and commits.
  func buy(
    _ event: String, quantity: Int = 1, account: String = Partner.account, more: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> BoughtOrder {
    let cart = try hold(event, quantity: quantity, more: more, sourceLocation: sourceLocation)
    #expect(try pay(cart, account: account).status == 200, sourceLocation: sourceLocation)
    let answer = try commit(event, cart: cart.id, sourceLocation: sourceLocation)
    try #require(answer.status == 200, "\(answer.text)", sourceLocation: sourceLocation)
    return BoughtOrder(
      event: event, cartID: cart.id, token: try answer.string("/order_token"),
      number: try answer.string("/order_number"), account: account)
  }

  static func device(
    id: String = "device-1", type: String = "web", os: String = "android", account: String = Partner.account
  ) -> String {
    #"{"device_id":"\#(id)","device_os":"\#(os)","device_type":"\#(type)","third_party_account_id":"\#(account)"}"#
  }

  /// `POST orders` by token.
  func open(
    token: String, body: String = Partner.device(), sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    try send(.post, "/partners/v1/orders?order_token=\(token)", body: body, sourceLocation: sourceLocation)
  }

  /// `POST securerender` with any body.
  func render(
    body: String, user: String? = Partner.account, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    let path = "/marketplace/v1/securerender"
    guard let user else { return try send(.post, path, body: body, sourceLocation: sourceLocation) }
    return try send(.post, path, headers: ["x-user-id": user], body: body, sourceLocation: sourceLocation)
  }

  /// The body of a Secure Render request.
  static func rendering(
    _ tickets: [String], id: String = "device-1", type: String = "NATIVE", os: String = "IOS"
  ) -> String {
    #"{"deviceId":"\#(id)","deviceType":"\#(type)","deviceOs":"\#(os)","tickets":[\#(tickets.joined(separator: ","))]}"#
  }

  /// A ticket of an order answer as Secure Render wants it.
  static func ticket(_ answer: ServedAnswer, _ index: Int = 0) throws -> String {
    func text(_ name: String) throws -> String { try answer.string("/tickets/\(index)/\(name)") }
    return """
      {"eventId":"\(try text("event_id"))","section":"\(try text("section"))","row":"\(try text("row"))",\
      "seat":"\(try text("seat_name"))","barcode":"\(try text("barcode_id"))"}
      """
  }

  /// The availability of an event.
  func availability(
    _ event: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    let answer = try send(.get, "/partners/v1/events/\(event)/availability", sourceLocation: sourceLocation)
    try #require(answer.status == 200, "\(answer.text)", sourceLocation: sourceLocation)
    return answer
  }
}
