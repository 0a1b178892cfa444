public import BoxOffice
public import Determinism

/// What a sandbox's clock shows, and what happened because it was moved.
public struct ClockReport: Sendable {
  /// How many numbers of orders are listed.
  public static let limit = 1_000

  /// What it shows.
  public var now: Instant
  /// How fast it runs; 0 when frozen.
  public var rate: Double
  /// The carts that expired.
  public var expired: ExpiryLog?
  /// How many orders' tokens can be had now and could not before.
  public var deliverableCount = 0
  /// The numbers of the first of them.
  public var deliverable: [String] = []
}
