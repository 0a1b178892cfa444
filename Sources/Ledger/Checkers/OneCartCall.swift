import Determinism
/// Notes calls about one cart that overlap.
struct OneCartCall: Checker {
  private struct Busy: Sendable {
    var until: RealInstant
    var request: UInt64
  }

  private var carts = Table<Busy>()

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    guard let id = exchange.cartID else { return }
    let cart = folded(id)
    notes.seen()
    var busy = Busy(until: exchange.answered, request: exchange.number)
    if let other = carts[cart] {
      if exchange.arrived < other.until {
        notes.broken("The call overlapped with r\(other.request), a call for the same cart.")
      }
      if other.until > busy.until { busy = other }
    }
    carts[cart] = busy
  }
}
