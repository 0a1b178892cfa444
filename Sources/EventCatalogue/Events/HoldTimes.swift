/// How long seats are held.
public struct HoldTimes: Sendable, Hashable {
  /// Counted from the reserve.
  public var reserve: Duration = .seconds(300)
  /// Counted from the first accepted payment, if that ends later.
  public var payment: Duration = .seconds(444)

  /// The documented figures: about 300 seconds, then 444.
  public init() {}
}
