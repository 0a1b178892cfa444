import Determinism
import HTTPTypes
import HTTPWire
import Scenarios

/// The documented headers of a call that counts against a quota.
struct QuotaHeaders: Sendable {
  private static let allowed = ResponseHeaders.name("Ratelimit-Quota-Allowed")
  private static let used = ResponseHeaders.name("Ratelimit-Quota-Used")
  private static let available = ResponseHeaders.name("Ratelimit-Quota-Available")
  private static let expiry = ResponseHeaders.name("Ratelimit-Expiry")

  /// The state of the quota after the call.
  let standing: QuotaStanding
  /// Whether the documents list `Ratelimit-Quota-Available` for the call.
  var printsAvailable = true

  /// Adds the headers; the expiry is in milliseconds since 1970.
  func write(into fields: inout FieldSection) {
    fields.append(Self.allowed, String(standing.allowed))
    fields.append(Self.used, String(standing.used))
    if printsAvailable { fields.append(Self.available, String(standing.available)) }
    fields.append(Self.expiry, String(standing.expiry.millisecondsSinceEpoch))
  }
}
