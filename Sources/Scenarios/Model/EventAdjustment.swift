/// How an event differs from its fixture; `nil` leaves a setting unchanged.
public struct EventAdjustment: Sendable, Hashable {
  /// When tokens can be retrieved; for SafeTix events only.
  public var delayDelivery: DelayedDelivery?
  /// How long seats are held.
  public var hold: HoldAdjustment?
  /// Whether a reserve needs a solved captcha.
  public var captcha: Bool?

  /// Makes an adjustment.
  public init(delayDelivery: DelayedDelivery? = nil, hold: HoldAdjustment? = nil, captcha: Bool? = nil) {
    self.delayDelivery = delayDelivery
    self.hold = hold
    self.captcha = captcha
  }

  /// This adjustment, with gaps filled from another.
  func filled(from other: EventAdjustment) -> EventAdjustment {
    let hold: HoldAdjustment? =
      if let own = self.hold, let others = other.hold { own.filled(from: others) } else { self.hold ?? other.hold }
    return EventAdjustment(
      delayDelivery: delayDelivery ?? other.delayDelivery, hold: hold, captcha: captcha ?? other.captcha)
  }
}
