/// How long seats stay held, in seconds from 1 to 86,400; what is `nil` stays as it is.
public struct HoldAdjustment: Sendable, Hashable {
  /// From the reserve on.
  public var reserveSeconds: Int?
  /// From the first accepted payment on, if that is later.
  public var paymentSeconds: Int?

  /// Makes an adjustment.
  public init(reserveSeconds: Int? = nil, paymentSeconds: Int? = nil) {
    self.reserveSeconds = reserveSeconds
    self.paymentSeconds = paymentSeconds
  }

  func filled(from other: HoldAdjustment) -> HoldAdjustment {
    HoldAdjustment(
      reserveSeconds: reserveSeconds ?? other.reserveSeconds, paymentSeconds: paymentSeconds ?? other.paymentSeconds)
  }
}
