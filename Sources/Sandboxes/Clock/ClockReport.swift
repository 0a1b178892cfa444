public import BoxOffice
public import Determinism

/// What a sandbox's clock shows, and what happened because it was moved.
public struct ClockReport: Sendable {
  /// The maximum number of order numbers listed.
  public static let limit = 1_000

  /// The time that it shows.
  public var now: Instant
  /// How fast it runs; 0 when frozen.
  public var rate: Double
  /// The carts that expired.
  public var expired: ExpiryLog?
  /// How many orders have tokens that became available through the move.
  public var deliverableCount = 0
  /// The first of their order numbers.
  public var deliverable: [String] = []
}
