import Scenarios
import PartnerWire
import EventCatalogue
import BoxOffice
import Determinism
import HTTPTypes
import HTTPWire
import JSONText
import Ledger
import PartnerVocabulary
import Sandboxes

extension ExchangeFact {
  /// The facts known at the start of a visit; whether it was worked on, how and when it ended are added later.
  init(_ visit: borrowing Visit, _ steering: borrowing Steering, at now: Instant) {
    self.init(
      number: visit.number, operation: visit.route.ledgerOperation, time: now, arrived: visit.arrived,
      answered: visit.arrived, status: 0, wasWorkedOn: false, waives: steering.waives)
  }
}

/// Filling in the facts for the ledger.
extension Call {
  /// Notes why a handler refused.
  mutating func note(_ error: APIError) {
    if let quota = error.quota { facts.quotaExpires = quota.expiry }
    switch error.refusal {
    case .invalidCart(let id, let fate):
      facts.cartFate = ExchangeFact.CartFate(fate)
      if fate == .unknown { noteUnescaped(cart: id) }
    case .amountDiffers(let expected, let found):
      (facts.total, facts.amount) = (expected.hundredths, found.hundredths)
    case .unpaid(let amount):
      facts.unpaid = amount.hundredths
    case .captchaInvalid(usedBefore: false):
      facts.isArranged = true
    case .payment(let verdict):
      if verdict.isChosenByMagic { facts.isArranged = true }
    case .noTicketType(let id, let available):
      facts.ticketTypeSlip = TicketTypeSlip.find(id, isNumber: false, known: available)
    default: break
    }
  }

  /// Notes a cart id that names a real cart only once its blanks are turned back into plus signs.
  mutating func noteUnescaped(cart id: String) {
    guard id.contains(" ") else { return }
    let meant = id.replacing(" ", with: "+")
    facts.isCartIDUnescaped = sandbox.withState { $0.boxOffice.hasIssued(cart: meant) }
  }

  /// Notes the state of a cart after a call about it.
  mutating func note(_ cart: Cart) {
    facts.holdExpires = cart.expiresAt
    facts.total = cart.totals.grand.hundredths
  }

  /// Notes how a card was sent, before anything is decrypted.
  mutating func noteCard(_ instrument: PaymentInstrument) {
    guard instrument.kind == .card, instrument.method == nil else { return }
    if let key = instrument.encryptionKey {
      let now = now
      let age = sandbox.withState { $0.boxOffice.certificateAge(ofKey: key, now: now) }
      facts.card = .encrypted(certificateAge: age?.components.seconds)
    } else {
      let digits = instrument.number.filter { $0 != " " && $0 != "-" }
      facts.card = .clear(isTestNumber: PaymentProcessor.isTestNumber(digits))
    }
  }

  /// Completes the facts once there is an answer.
  mutating func complete(status: Int, delivery: Delivery, sent: RealInstant) {
    facts.status = status
    facts.answered = sent
    facts.delivery = ExchangeFact.Delivery(delivery)
    if let account, facts.account == nil { facts.account = account }
    if let cartID, facts.cartID == nil { facts.cartID = cartID }
    if !facts.wasWorkedOn, facts.cartID == nil, let id = cartIDWithoutWork { facts.cartID = id }
    if !otherForms.past.isEmpty { facts.otherForms = otherForms.past }
    if !unknownMembers.found.isEmpty { facts.unknownFields = unknownMembers.found }
    facts.noteForm(of: visit.request)
    switch facts.operation {
    case .cartReserve, .cartShippingSet, .cartPayment, .cartCommit: noteHoldIsArranged()
    default: break
    }
  }

  /// The cart of a commit or DELETE that was not worked on, without which a lost commit could not be traced.
  private var cartIDWithoutWork: String? {
    switch facts.operation {
    case .cartDelete: return query.first("cart_id")
    case .cartCommit:
      let body = try? JSONValue.parse(visit.request.body)
      return (body?["cart_id"] ?? body?["cartId"])?.string
    default: return nil
    }
  }

  private mutating func noteHoldIsArranged() {
    guard let event = facts.event else { return }
    facts.isHoldArranged = withState { state in
      guard let terms = state.boxOffice.adjustments[event] else { return false }
      return terms.reserveHold != nil || terms.paymentHold != nil
    }
  }
}

extension ExchangeFact {
  /// Notes the form of a request, and a fingerprint of it if it was refused.
  mutating func noteForm(of request: borrowing Request) {
    if !request.fields.isPlainJSON, !request.body.isEmpty,
      let type = request.fields.first(.contentType), !Self.isJSON(type)
    {
      foreignContentType = type
    }
    guard status >= 400, !isArranged else { return }
    fingerprint =
      SeededSource.fold(request.method.rawValue) &+ SeededSource.fold(request.target.raw) &* 3
      &+ SeededSource.fold(utf8: request.body) &* 5
  }

  private static func isJSON(_ type: String) -> Bool {
    let media = type.prefix { $0 != ";" && $0 != " " }.lowercased()
    return media == "application/json" || media.hasSuffix("+json")
  }
}

extension ExchangeFact.Delivery {
  fileprivate init(_ delivery: Delivery) {
    switch delivery {
    case .plain, .drip: self = .whole
    case .truncated: self = .truncated
    case .reset, .empty, .hang, .raw, .refused, .goAway: self = .lost
    }
  }
}

extension ExchangeFact.CartFate {
  fileprivate init(_ fate: CartFate) {
    switch fate {
    case .expired: self = .expired
    case .committed: self = .committed
    case .deleted: self = .deleted
    case .otherEvent: self = .otherEvent
    case .unknown: self = .unknown
    }
  }
}

extension PaymentVerdict {
  /// Whether a client provoked it with a magic value: a nonce, a number or a code.
  fileprivate var isChosenByMagic: Bool {
    switch self {
    case .processorDeclined, .luhnInvalid, .consumedNonce, .gatewayRejected, .invalidSecurityCode, .noFunds: true
    default: false
    }
  }
}
