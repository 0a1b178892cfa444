import PartnerWire

/// The headers that say how much of a quota is left.
enum QuotaHeaderFields {
  private static let source = "Partner API, Availability"
  private static let allowed = WireField(
    "Ratelimit-Quota-Allowed", .integer, required: true, about: "How many calls are allowed.", source: source,
    example: "3600")
  private static let used = WireField(
    "Ratelimit-Quota-Used", .integer, required: true, about: "How many calls were made.", source: source, example: "1")
  private static let available = WireField(
    "Ratelimit-Quota-Available", .integer, required: true, about: "How many calls are left.", source: source,
    example: "3599")
  private static let expiry = WireField(
    "Ratelimit-Expiry", .integer, required: true, about: "When the count starts again, in milliseconds since 1970.",
    source: source, example: "1441341339000")

  /// For calls counted per key.
  static let perKey = [allowed, used, available, expiry]
  /// For calls counted per client.
  static let perClient = [allowed, used, expiry]
}
