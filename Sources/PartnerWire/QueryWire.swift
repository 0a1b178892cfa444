/// The parameters of queries; the key is part of every query and not repeated here.
package enum QueryWire {
  private static let source = "Partner API, parameters"
  package static let eventID = WireField(
    "event_id", .string, required: true, about: "The event's id.", source: source, example: "\"3F005105D843DFA3\"")
  package static let orderToken = WireField(
    "order_token", .string, about: "The token that the commit returned.",
    source: "Partner API, Orders; SafeTix, Order Management",
    example: "\"28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D\"")
  package static let orderNumber = WireField(
    "order_number", .string, about: "The order's number, with its slash percent-encoded.",
    source: "Partner API 2015, Orders", example: "\"39-20827/PHX\"")
  /// The cart.
  ///
  /// Bodies may spell it `cartId`, as the SafeTix page does; no document spells a parameter that way.
  package static let cartID = WireField(
    "cart_id", .string, required: true, about: "The cart's id, percent-encoded: some have +, / and =.", source: source,
    example: "\"beec42c9-f456-4270-bba9-4c62528bef00\"")
  package static let optionalCartID = WireField(
    "cart_id", .string, about: "The cart that became the order, percent-encoded; needs event_id.", source: source,
    example: "\"beec42c9-f456-4270-bba9-4c62528bef00\"")
  /// The misspelt parameters that clients are known to send, by their correct names; they are refused.
  package static let misspellings = ["cart_id": "cartId"]

  /// One of `order_token`, `order_number`, or `cart_id` together with `event_id`.
  package static let ordersTable = WireTable("OrdersQuery", [orderToken, orderNumber, optionalCartID, optionalEventID])
  package static let optionalEventID = WireField(
    "event_id", .string, about: "The event of the cart.", source: source, example: "\"3F005105D843DFA3\"")
}
