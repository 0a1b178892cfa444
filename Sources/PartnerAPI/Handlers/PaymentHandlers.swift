import Ledger
import BoxOffice
import EventCatalogue
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// Billing.
enum PaymentHandlers {
  /// `PUT /events/{event_id}/cart/payment`.
  static func pay(_ call: inout Call) throws(APIError) -> Answer {
    let event = try call.event()
    var body = try call.body(PaymentWire.table)
    let isSafeTix = event.description.entry.isSafeTix
    let request = try PaymentWire.read(&body, needsAccount: isSafeTix) { account in
      call.facts.isSafeTix = isSafeTix
      call.facts.account = account
    }
    call.account = request.account
    call.cartID = request.cartID
    call.facts.amount = request.amount.hundredths
    call.noteCard(request.instrument)
    var instrument = request.instrument
    if let id = request.methodID { instrument.method = PaymentInstrument.Method(id: id, member: try call.member()) }
    let isClear = instrument.isClearCard
    if isClear, call.steering.refusesClearCards {
      call.facts.isArranged = true
      throw call.refused(.payment(.unknownClearNumber))
    }
    instrument = call.opened(instrument)
    let now = call.now
    let cart = try call.atBoxOffice { [instrument] (office) throws(Refusal) in
      try office.pay(
        instrument, amount: request.amount, account: request.account, email: request.email,
        cartID: request.cartID, event: event, now: now)
    }
    call.note(cart)
    call.tell(.cart(.paid, cart))
    let decision: Decision? =
      isClear ? .paymentClearCard : instrument.isOnDocumentedExpiry(cart) ? .paymentDocumentedExpiry : nil
    return .json(reserving: 2048, decision: decision) { CartWire.write(cart, at: now, into: &$0) }
  }

  /// `PUT /cart/payment`, the path in older documents: the event is that of the cart.
  static func payByCart(_ call: inout Call) throws(APIError) -> Answer {
    try call.adoptEventOfCartInBody()
    return try pay(&call)
  }

  /// `POST` on the same path: the heading on the SafeTix page names no verb.
  static func payByPost(_ call: inout Call) throws(APIError) -> Answer {
    var answer = try pay(&call)
    if answer.decision == nil { answer.decision = .paymentPost }
    return answer
  }
}

extension PaymentInstrument {
  /// Whether a payment went through only because the expiry date in the documents' examples never passes.
  fileprivate func isOnDocumentedExpiry(_ cart: Cart) -> Bool {
    guard kind == .card || kind == .wallet, let card = cart.payment?.card else { return false }
    return card.expireMonth == 12 && card.expireYear == 2020
  }
}
