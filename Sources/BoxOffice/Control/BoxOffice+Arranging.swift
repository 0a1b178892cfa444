public import Determinism
public import EventCatalogue

extension BoxOffice {
  /// Sells tickets without the steps between: reserve, payment and commit at one instant.
  ///
  /// All rules of those steps hold, but for the captcha; the seats are the ones chosen, else the best available of the
  /// first ticket type, and the counters of carts, orders and tickets go on as if a client had bought them.
  ///
  /// - Parameters:
  ///   - tickets: how many, at least 1; as many as seats, if any are chosen.
  ///   - choice: where they are to be.
  ///   - account: the `third_party_account_id`; needed for SafeTix events.
  ///   - source: where it was sold, as orders print it.
  /// - Throws: ``Refusal``; nothing has changed then.
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
      // The simplest of the instruments that are always accepted.
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
