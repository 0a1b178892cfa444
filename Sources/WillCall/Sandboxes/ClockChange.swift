public import Determinism
import JSONText

/// What a sandbox's clock shows after it was changed, and what happened because of that.
public struct ClockChange: Sendable, Hashable {
  /// The time that it shows.
  public let now: Instant
  /// How many sandbox seconds pass in a real one; 0 if it stands still.
  public let rate: Double
  /// How many carts lost their seats because their hold ran out.
  public let expiredCartCount: Int
  /// The ids of the first thousand of them.
  public let expiredCarts: [String]
  /// How many orders have tokens now that they did not have before.
  public let deliverableOrderCount: Int
  /// The numbers of the first thousand of them.
  public let deliverableOrders: [String]

  /// Reads the answer of the control API.
  init(_ answer: JSONValue) throws(SandboxError) {
    guard let now = answer["now"]?.string.flatMap({ Instant(rfc3339: $0) }), let rate = answer["rate"]?.double else {
      throw SandboxError("The control API shows no clock.", expected: "a clock", found: answer.text)
    }
    self.now = now
    self.rate = rate
    expiredCartCount = Int(answer["expiredCarts"]?["total"]?.integer ?? 0)
    expiredCarts = answer["expiredCarts"]?["carts"]?.elements.compactMap { $0["cart_id"]?.string } ?? []
    deliverableOrderCount = Int(answer["deliverable"]?["total"]?.integer ?? 0)
    deliverableOrders = answer["deliverable"]?["orders"]?.elements.compactMap(\.string) ?? []
  }
}
