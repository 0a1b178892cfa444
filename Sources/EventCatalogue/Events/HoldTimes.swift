/// How long seats stay held.
public struct HoldTimes: Sendable, Hashable {
  /// From the reserve on.
  public var reserve: Duration = .seconds(300)
  /// From the first accepted payment on, if that is later.
  public var payment: Duration = .seconds(444)

  /// The documented figures: about 300 seconds, then 444.
  public init() {}
}
