import BoxOffice
import Determinism
import EventCatalogue
import Sandboxes

/// What a partner's world is at an instant: two snapshots are equal if nothing has changed.
struct WorldSnapshot: Equatable {
  let seats: SeatMap
  let liveCarts: Int
  let orders: [String]
  let voided: [Bool]
  /// The cart's seats, payment, delivery, totals and hold; `nil` if it is not live.
  let cart: String?

  /// Looks at an event, and at a cart of it.
  init(_ partner: Partner, event id: String, cart cartID: String? = nil) throws {
    (seats, liveCarts, orders, voided, cart) = try partner.sandbox.withState { state in
      let now = state.clock.now(realNow: partner.clock.now)
      let event = try state.boxOffice.event(id)
      let cart = try? cartID.map { try state.boxOffice.cart($0, event: event, now: now) }
      let facts = cart.map {
        "\($0.items) \($0.payment.debugDescription) \($0.shipping) \($0.totals) \($0.holdTime(at: now))"
      }
      return (
        state.boxOffice.seatMap(of: event, now: now), state.boxOffice.liveCartCount,
        state.boxOffice.orders.map(\.number), state.boxOffice.orders.map(\.isVoided), facts
      )
    }
  }
}
