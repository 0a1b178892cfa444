/// Why an event cannot be put into a box office; nothing has changed then.
public enum EventRefusal: Error, Sendable, Hashable {
  /// Another event has this id or alias.
  case sharedName(String, owner: String)
  /// Another event of the host has this code.
  case sharedCode(String, owner: String)
  /// The event that would be replaced has carts.
  case hasLiveCarts(Int)
  /// The event that would be replaced has orders.
  case hasOrders(Int)
}
