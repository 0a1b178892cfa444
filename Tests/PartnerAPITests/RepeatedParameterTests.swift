import HTTPTypes
import Testing

/// A parameter that the query has twice: with one value it is one, with two it is refused by name, and nothing changes.
@Suite struct RepeatedParameterTests {
  private static let cart = "/partners/v1/events/\(EventID.phoenix)/cart"

  /// The method, the path, the body, and the parameter.
  private static let calls: [(HTTPRequest.Method, String, String, String)] = [
    (.get, "\(cart)/shipping", "", "cart_id"), (.put, "\(cart)/shipping", #"{"shipping_id":"4"}"#, "cart_id"),
    (.delete, cart, "", "cart_id"), (.get, "/partners/v1/orders", "", "order_token"),
    (.get, "/partners/v1/orders", "", "order_number"), (.get, "/partners/v1/tracking", "", "event_id"),
    (.get, "/partners/v1/events", "", "page"),
  ]

  @Test(arguments: calls)
  func twoValuesAreRefusedByName(
    method: HTTPRequest.Method, path: String, body: String, parameter: String
  ) throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.hold(EventID.phoenix)
    let before = try WorldSnapshot(partner, event: EventID.phoenix, cart: cart.id)
    let answer = try partner.send(method, "\(path)?\(parameter)=\(cart.id)&\(parameter)=other", body: body)
    answer.expectError(400, 10_002, "Invalid input data type")
    #expect(
      answer.diagnosis == "The query has \(parameter) more than once, with different values; expected one value.")
    #expect(try WorldSnapshot(partner, event: EventID.phoenix, cart: cart.id) == before)
  }

  /// These have no error but that nothing is found.
  @Test(arguments: ["/redeem", "/partners/v1/polling-status"])
  func twoTokensAreNotFound(path: String) throws {
    let answer = try Partner().send(.get, "\(path)?token=one&token=two")
    answer.expectError(404, 404)
    #expect(answer.diagnosis == "The query has token more than once, with different values; expected one value.")
  }

  @Test func oneValueTwiceIsOne() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let answer = try partner.send(.delete, "\(Self.cart)?cart_id=\(cart.id)&cart_id=\(cart.id)")
    #expect(answer.status == 204)
  }

  @Test(arguments: [("one", 200), ("two", 400)])
  func anOldSpellingMustAgreeWithThePresentOne(second: String, status: Int) throws {
    let query = "event_id=\(EventID.phoenix)&shared_id=one&sharedId=\(second)"
    let answer = try Partner().send(.get, "/partners/v1/tracking?\(query)")
    #expect(answer.status == status)
    if status == 400 { #expect(answer.diagnosis?.contains("shared_id and sharedId") == true) }
  }
}
