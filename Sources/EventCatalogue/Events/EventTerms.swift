/// The parts of an event that a scenario can change: the catalogue's values unless adjusted.
public struct EventTerms: Sendable, Hashable {
  /// When the first token is delivered, if not at once; always `nil` for events that are not SafeTix.
  public var delayDelivery: DelayDelivery?
  /// How long carts are held.
  public var hold: HoldTimes
  /// Whether a reserve needs a solved captcha.
  public var requiresCaptcha: Bool

  /// The terms as the catalogue states them.
  public init(of event: Event) {
    delayDelivery = event.description.delayDelivery
    hold = event.description.hold
    requiresCaptcha = event.description.requiresCaptcha
  }
}

/// Changes to the terms of events; `nil` leaves a term unchanged.
public struct TermsAdjustment: Sendable, Hashable {
  /// A delayed-delivery rule, for SafeTix events.
  public var delayDelivery: DelayDelivery?
  /// The hold, counted from the reserve.
  public var reserveHold: Duration?
  /// The hold, counted from the first accepted payment.
  public var paymentHold: Duration?
  /// Whether a reserve needs a solved captcha.
  public var requiresCaptcha: Bool?

  /// An adjustment that changes nothing.
  public init() {}

  /// Applies the changes.
  package func apply(to terms: inout EventTerms, of event: Event) {
    if let delayDelivery, event.description.entry.isSafeTix { terms.delayDelivery = delayDelivery }
    if let reserveHold { terms.hold.reserve = reserveHold }
    if let paymentHold { terms.hold.payment = paymentHold }
    if let requiresCaptcha { terms.requiresCaptcha = requiresCaptcha }
  }
}
