public import Determinism
public import EventCatalogue

extension BoxOffice {
  /// Sells tickets in one step: reserve, payment and commit at the same instant.
  ///
  /// All rules of those steps apply except the captcha. The seats are the ones chosen, or else the best available for
  /// the first ticket type. The counters of carts, orders and tickets advance as if a client had bought them.
  ///
  /// - Parameters:
  ///   - tickets: how many, at least 1; must match the number of seats if any are chosen.
  ///   - choice: where the seats should be.
  ///   - account: the `third_party_account_id`; needed for SafeTix events.
  ///   - source: where it was sold, as orders print it.
  /// - Throws: ``Refusal``; nothing changes in that case.
  public mutating func arrangeOrder(
    event: Event, tickets: Int, choice: SeatChoice = SeatChoice(), account: String?, email: String?, source: String,
    now: Instant
  ) throws(Refusal) -> Order {
    if event.description.entry.isSafeTix, account == nil { throw .accountRequired }
    guard let offer = choice.offer(in: event) else {
      throw .noTicketType(id: "", available: event.description.ticketTypes.map(\.id))
    }
    let type = event.description.ticketTypes[offer.ticketType].id
    var request = ReserveRequest(tickets: [ReserveRequest.Tickets(type: type, quantity: tickets)])
    request.password = offer.password
    choice.narrow(&request)
    let cart = try withoutCaptcha(event) { (office) throws(Refusal) in
      try office.reserve(request, event: event, now: now)
    }
    do throws(Refusal) {
      // The simplest instrument that is always accepted.
      let instrument = PaymentInstrument(kind: .braintree, number: "fake-valid-nonce")
      _ = try pay(
        instrument, amount: cart.totals.grand, account: account, email: email, cartID: cart.id, event: event, now: now)
      return try commit(cartID: cart.id, event: event, source: source, now: now)
    } catch {
      end(cart, as: .deleted(at: now))
      throw error
    }
  }

  private mutating func withoutCaptcha<Result>(
    _ event: Event, _ work: (inout BoxOffice) throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    let kept = adjustments
    defer { adjustments = kept }
    adjustments[event.id, default: TermsAdjustment()].requiresCaptcha = false
    return try work(&self)
  }
}
