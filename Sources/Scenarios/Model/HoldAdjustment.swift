/// How long seats are held, in seconds from 1 to 86,400; `nil` leaves a time unchanged.
public struct HoldAdjustment: Sendable, Hashable {
  /// Counted from the reserve.
  public var reserveSeconds: Int?
  /// Counted from the first accepted payment, if that ends later.
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
