/// Says what a client that asked for an unknown path probably meant.
enum RouteAdvice {
  /// One sentence for a path that no route has.
  static func sentence(for path: String, method: String) -> String {
    if path.contains("&apikey=") || path.contains("&apiKey=") {
      // The path is not repeated: it holds the key.
      return "The query begins with ?, not with &: this path has none, and the key became a part of it."
    }
    if path.hasSuffix(".json") { return "No Partner API path ends in .json." }
    if path.count > 1, path.hasSuffix("/") { return "The path ends in a slash; try it without." }
    if path.contains("//") { return "The path has an empty segment (//)." }
    if path.contains("/cart/"), path.hasSuffix("/purchase") {
      return "A cart is bought with PUT /partners/v1/events/{event_id}/cart."
    }
    if path.hasSuffix("/cart/tickets") {
      return "Seats are reserved with POST /partners/v1/events/{event_id}/cart; the flow of 2015 is not served."
    }
    if path.hasPrefix("/partners/v1/orders/") || path.hasPrefix("/partners-preprod/v1/orders/") {
      return "Orders are named in the query: /partners/v1/orders?order_token=…; a slash in a path must be %2F."
    }
    if path.hasPrefix("/marketplace") { return "Secure Render is POST /marketplace/v1/securerender." }
    return "No route matches \(method) \(path); the Partner API is under /partners/v1."
  }
}
