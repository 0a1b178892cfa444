import HTTPTypes
import JSONText
import Testing

/// The steps of a purchase, each expected to succeed.
extension Stage {
  /// A reserved cart.
  struct HeldCart {
    let event: String
    let id: String
    /// `totals.grand` as it is written.
    let grand: String
  }

  static func ticketType(_ event: String) -> String {
    event == EventID.losAngeles || event == EventID.losAngelesUniversal ? "00000405000C" : "000000000001"
  }

  @discardableResult
  func hold(_ event: String, quantity: Int = 1, token: String? = nil, key: String? = nil) throws -> HeldCart {
    let captcha = token.map { "\"token\": \"\($0)\", " } ?? ""
    let tickets = #"[{"id": "\#(Self.ticketType(event))", "quantity": \#(quantity)}]"#
    let answer = try ask(
      .post, "/partners/v1/events/\(event)/cart", #"{\#(captcha)"reserve": {"tickets": \#(tickets)}}"#, key: key)
    try #require(answer.status == 200, "\(answer.text) \(answer.header("X-Willcall-Diagnosis") ?? "")")
    return HeldCart(
      event: event, id: try answer.string("/cart_id"),
      grand: try #require(answer.value("/cart/totals/grand").numberText))
  }

  func pay(_ cart: HeldCart, card: String = #"{"number": "fake-valid-visa-nonce", "cin": "123"}"#) throws -> Answer {
    try ask(
      .put, "/partners/v1/events/\(cart.event)/cart/payment",
      """
      {"cart_id": "\(cart.id)", "payment": {"amount": "\(cart.grand)", "third_party_account_id": "\(Self.account)",
       "type": "BRAINTREE", "card": \(card), "email_address": "tom.brown@email.com"}}
      """)
  }

  func commit(_ cart: HeldCart) throws -> Answer {
    try ask(
      .put, "/partners/v1/events/\(cart.event)/cart", #"{"cart_id": "\#(cart.id)", "source_account_id": "src-1"}"#)
  }

  func delete(_ cart: HeldCart) throws -> Answer {
    try ask(.delete, "/partners/v1/events/\(cart.event)/cart?cart_id=\(Self.escaped(cart.id))")
  }

  /// Reserves, pays and commits.
  func buy(_ event: String, quantity: Int = 1) throws -> Answer {
    let cart = try hold(event, quantity: quantity)
    let paid = try pay(cart)
    try #require(paid.status == 200, "\(paid.text)")
    let bought = try commit(cart)
    try #require(bought.status == 200, "\(bought.text)")
    return bought
  }

  /// `POST orders` by token.
  func open(_ token: String, device: String = "device-1") throws -> Answer {
    try ask(
      .post, "/partners/v1/orders?order_token=\(token)",
      """
      {"device_id":"\(device)","device_os":"android","device_type":"web","third_party_account_id":"\(Self.account)"}
      """)
  }

  /// An id as it stands in a URL.
  static func escaped(_ id: String) -> String {
    id.replacing("/", with: "%2F").replacing("+", with: "%2B").replacing("=", with: "%3D")
  }
}
