/// What of an event a scenario can change: the catalogue's own values unless adjusted.
public struct EventTerms: Sendable, Hashable {
  /// When the first token is delivered, if not at once; events that are not SafeTix have none.
  public var delayDelivery: DelayDelivery?
  /// How long carts are held.
  public var hold: HoldTimes
  /// Whether a reserve needs a solved captcha.
  public var requiresCaptcha: Bool

  /// The terms of the catalogue.
  public init(of event: Event) {
    delayDelivery = event.description.delayDelivery
    hold = event.description.hold
    requiresCaptcha = event.description.requiresCaptcha
  }
}

/// Changes to the terms of events; what is `nil` stays as it is.
public struct TermsAdjustment: Sendable, Hashable {
  /// A rule of delayed delivery, for SafeTix events.
  public var delayDelivery: DelayDelivery?
  /// The hold from the reserve on.
  public var reserveHold: Duration?
  /// The hold from the first accepted payment on.
  public var paymentHold: Duration?
  /// Whether a reserve needs a solved captcha.
  public var requiresCaptcha: Bool?

  /// Changes nothing.
  public init() {}

  /// Applies the changes.
  package func apply(to terms: inout EventTerms, of event: Event) {
    if let delayDelivery, event.description.entry.isSafeTix { terms.delayDelivery = delayDelivery }
    if let reserveHold { terms.hold.reserve = reserveHold }
    if let paymentHold { terms.hold.payment = paymentHold }
    if let requiresCaptcha { terms.requiresCaptcha = requiresCaptcha }
  }
}
