import Determinism
import HTTPTypes
import Scenarios

/// The documented headers of a call that is counted.
struct QuotaHeaders: Sendable {
  private static let allowed = ResponseHeaders.name("Ratelimit-Quota-Allowed")
  private static let used = ResponseHeaders.name("Ratelimit-Quota-Used")
  private static let available = ResponseHeaders.name("Ratelimit-Quota-Available")
  private static let expiry = ResponseHeaders.name("Ratelimit-Expiry")

  /// How the call stands.
  let standing: QuotaStanding
  /// Whether the documents list `Ratelimit-Quota-Available` for it.
  var printsAvailable = true

  /// Adds the headers; the expiry is in milliseconds since 1970.
  func write(into fields: inout HTTPFields) {
    fields.append(HTTPField(name: Self.allowed, value: String(standing.allowed)))
    fields.append(HTTPField(name: Self.used, value: String(standing.used)))
    if printsAvailable { fields.append(HTTPField(name: Self.available, value: String(standing.available))) }
    fields.append(HTTPField(name: Self.expiry, value: String(standing.expiry.millisecondsSinceEpoch)))
  }
}
