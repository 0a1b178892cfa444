public import Determinism

/// How a call stands against its key's quota.
public struct QuotaStanding: Sendable, Hashable {
  /// How many calls an hour allows.
  public var allowed: Int
  /// How many were let through in this hour, this call among them if it is.
  public var used: Int
  /// When the count starts again.
  public var expiry: Instant
  /// Whether the call is one too many.
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
