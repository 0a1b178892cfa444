public import Determinism

/// The carts that expired because a clock was moved: their number, and the first of them.
public struct ExpiryLog: Sendable {
  /// How many carts are kept; the rest are only counted.
  public static let limit = 1_000

  /// What the clock showed before it was moved; carts that had expired by then do not count.
  public let since: Instant
  /// How many expired.
  public private(set) var total = 0
  /// The first ones, in the order in which they expired.
  public private(set) var carts: [Cart] = []

  init(since: Instant) {
    self.since = since
  }

  mutating func note(_ cart: Cart) {
    guard cart.expiresAt > since else { return }
    total += 1
    if carts.count < Self.limit { carts.append(cart) }
  }
}

extension BoxOffice {
  /// Starts recording the carts that expire after an instant.
  public mutating func beginExpiryLog(since instant: Instant) {
    expiryLog = ExpiryLog(since: instant)
  }

  /// Stops recording and returns the log.
  public mutating func takeExpiryLog() -> ExpiryLog? {
    defer { expiryLog = nil }
    return expiryLog
  }

  /// Whether a cart is live at an instant; ends no holds.
  ///
  /// Complexity: O(carts) in the worst case.
  public func hasLiveCart(at now: Instant) -> Bool {
    carts.values.contains { $0.expiresAt > now }
  }

  /// The numbers of the orders, among a range of them, whose tokens became available between two instants.
  ///
  /// Complexity: O(range).
  ///
  /// - Parameter places: indices into ``orders``; those past the end are left out.
  public func ordersDelivered(after before: Instant, by now: Instant, places: Range<Int>) -> [String] {
    book.orders[places.clamped(to: 0..<book.orders.count)].compactMap { order in
      guard !order.isVoided, !delivery(of: order, at: before).isOpen, delivery(of: order, at: now).isOpen else {
        return nil
      }
      return order.number
    }
  }
}
