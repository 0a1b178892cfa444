public import Determinism

/// The calls that a key has made in the current hour.
public struct QuotaUsage: Sendable, Hashable {
  /// How many were let through.
  public var used: Int
  /// When the hour that began with the first of them ends.
  public var expiry: Instant

  /// Makes a usage.
  public init(used: Int, expiry: Instant) {
    self.used = used
    self.expiry = expiry
  }
}
