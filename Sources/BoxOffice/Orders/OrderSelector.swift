/// How a request identifies an order.
public enum OrderSelector: Sendable, Hashable {
  /// By `order_token`.
  case token(String)
  /// By `order_number`.
  case number(String)
  /// By `cart_id` and `event_id`.
  case cart(id: String, eventID: String)
}
