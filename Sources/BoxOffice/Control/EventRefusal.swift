/// Why an event cannot be put into a box office; nothing changes in that case.
public enum EventRefusal: Error, Sendable, Hashable {
  /// Another event has this id or alias.
  case sharedName(String, owner: String)
  /// Another event at the same host has this code.
  case sharedCode(String, owner: String)
  /// The event that would be replaced has this many live carts.
  case hasLiveCarts(Int)
  /// The event that would be replaced has this many orders.
  case hasOrders(Int)
}
