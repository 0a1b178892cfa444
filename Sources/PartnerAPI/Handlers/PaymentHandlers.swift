import BoxOffice

/// Billing.
enum PaymentHandlers {
  /// `PUT /events/{event_id}/cart/payment`.
  static func pay(_ call: inout Call) throws(APIError) -> Answer {
    let event = try call.event()
    var body = try call.body()
    let request = try PaymentWire.read(&body, needsAccount: event.description.entry.isSafeTix)
    call.account = request.account
    call.cartID = request.cartID
    let isClear = request.instrument.kind == .card && PaymentProcessor.assess(request.instrument).isClearCard
    if isClear, call.steering.refusesClearCards { throw call.refused(.payment(.unknownClearNumber)) }
    let now = call.now
    let cart = try call.atBoxOffice { (office) throws(Refusal) in
      try office.pay(
        request.instrument, amount: request.amount, account: request.account, email: request.email,
        cartID: request.cartID, event: event, now: now)
    }
    call.tell(.cart(.paid, id: cart.id, event: event.id, seats: cart.seatNames))
    return .json(reserving: 2048, decision: isClear ? .paymentClearCard : nil) {
      CartWire.write(cart, at: now, into: &$0)
    }
  }

  /// `POST` on the same path: the SafeTix page prints the heading without a verb.
  static func payByPost(_ call: inout Call) throws(APIError) -> Answer {
    var answer = try pay(&call)
    if answer.decision == nil { answer.decision = .paymentPost }
    return answer
  }
}
