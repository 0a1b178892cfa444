public import Determinism

/// The state of a key's quota as of one call.
public struct QuotaStanding: Sendable, Hashable {
  /// How many calls are allowed per hour.
  public var allowed: Int
  /// How many were let through in this hour, including this call if it was.
  public var used: Int
  /// When the count restarts.
  public var expiry: Instant
  /// Whether the call exceeds the quota.
  public var isExceeded: Bool

  /// How many are left.
  public var available: Int { allowed - used }

  /// Makes a standing.
  public init(allowed: Int, used: Int, expiry: Instant, isExceeded: Bool) {
    self.allowed = allowed
    self.used = used
    self.expiry = expiry
    self.isExceeded = isExceeded
  }
}
