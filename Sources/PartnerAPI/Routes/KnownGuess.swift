import HTTPTypes
import HTTPWire

/// A call that clients are known to make although no document has it, and what to call instead.
///
/// Each was found in the code of a real program, evidently written from the prose of the documentation page.
struct KnownGuess: Sendable {
  /// The stand-in for whichever prefix of the Partner API was called.
  static let prefix = "/partners/v1"

  let method: HTTPRequest.Method
  /// The path after the prefix.
  let path: String
  let advice: String

  /// All known guesses.
  static let all: [KnownGuess] =
    ["/cart/{cart_id}", "/carts/{cart_id}"].flatMap { cart in
      [
        KnownGuess(
          .get, cart,
          "No call reads a cart: POST \(prefix)/events/{event_id}/cart and PUT \(prefix)/events/{event_id}/cart/payment "
            + "return it."),
        KnownGuess(
          .delete, cart, "Release a cart with DELETE \(prefix)/events/{event_id}/cart, with cart_id in the query."),
        KnownGuess(.put, cart, "Buy a cart with PUT \(prefix)/events/{event_id}/cart, with cart_id in the body."),
      ]
        + ["purchase", "commit"].flatMap { verb in
          [HTTPRequest.Method.put, .post].map {
            KnownGuess(
              $0, "\(cart)/\(verb)", "Buy a cart with PUT \(prefix)/events/{event_id}/cart, with cart_id in the body.")
          }
        }
        + ["billing", "payment"].flatMap { verb in
          [HTTPRequest.Method.put, .post].map {
            KnownGuess(
              $0, "\(cart)/\(verb)",
              "Pay for a cart with PUT \(prefix)/events/{event_id}/cart/payment, with cart_id in the body.")
          }
        }
    } + [
      KnownGuess(
        .get, "/events/{event_id}/images/{system_id}/map",
        "No document describes this call. The program that makes it takes 204 to mean no image; nothing more is known. "
          + "Read events with GET \(prefix)/events/{event_id}.")
    ]

  private init(_ method: HTTPRequest.Method, _ path: String, _ advice: String) {
    self.method = method
    self.path = path
    self.advice = advice
  }

  /// Whether the segments of a path are this path after a prefix of two segments.
  func isMade(by method: String, _ segments: [String]) -> Bool {
    let pattern = RouteAdvice.segments(of: path)
    guard method == self.method.rawValue, segments.count == pattern.count + 2 else { return false }
    return zip(pattern, segments.dropFirst(2)).allSatisfy {
      $0.hasPrefix("{") ? RouteAdvice.isIdentifier($1) : $0 == $1
    }
  }
}
