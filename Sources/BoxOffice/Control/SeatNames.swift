public import Determinism
public import EventCatalogue

extension Cart {
  /// The seats as `SECTION/ROW/NUMBER`, in the cart's order.
  public var seatNames: [String] {
    items.flatMap { item in
      let row = event.layout.rows[item.block.row]
      return item.block.places.joined().map { "\(row.section)/\(row.row)/\(row.seatNumber(at: $0))" }
    }
  }
}

extension Order {
  /// The seats as `SECTION/ROW/NUMBER`, in the order's order.
  public var seatNames: [String] {
    tickets.map { "\($0.section)/\($0.row)/\($0.seatName)" }
  }
}

extension BoxOffice {
  /// The live carts, oldest first.
  ///
  /// Ends no holds, so it can be called on a copy.
  ///
  /// - Parameters:
  ///   - event: only its carts; `nil`: of all events.
  ///   - limit: how many to return at most.
  ///   - now: carts whose hold has expired by then are left out.
  /// - Returns: how many there are, and the oldest of them.
  public func liveCarts(of event: Event? = nil, at now: Instant, limit: Int) -> (total: Int, carts: [Cart]) {
    let live = carts.values.filter { $0.expiresAt > now && (event == nil || $0.event === event) }
    return (live.count, Array(live.sorted { $0.number < $1.number }.prefix(limit)))
  }

  /// A live cart, whichever event it is for.
  ///
  /// - Throws: ``Refusal/invalidCart(id:fate:)``.
  public mutating func cart(_ id: String, now: Instant) throws(Refusal) -> Cart {
    settle(now: now)
    let key = CartID(id)
    guard let cart = carts[key] else { throw .invalidCart(id: id, fate: deadCarts[key] ?? .unknown) }
    return cart
  }
}
