package import Determinism
import JSONText
package import Scenarios

/// Counts calls in periods, each beginning with the first call after the last one ended; enforces nothing.
package struct CallMeter: Sendable {
  /// How many calls per period the documents allow.
  package let allowed: Int
  /// The length of a period.
  package let span: Duration
  private var used = 0
  private var expiry: Instant?

  init(allowed: Int, span: Duration) {
    self.allowed = allowed
    self.span = span
  }

  /// Counts a call; beyond the limit, the quota is shown as used up.
  package mutating func count(at now: Instant) -> QuotaStanding {
    let end = now + span
    let expiry = expiry.map { $0 <= now || $0 > end ? end : $0 } ?? end
    used = expiry == self.expiry ? used + 1 : 1
    self.expiry = expiry
    return QuotaStanding(allowed: allowed, used: min(used, allowed), expiry: expiry, isExceeded: false)
  }

  // MARK: Export

  func export(into writer: inout JSONWriter) {
    writer.object { object in
      object.integer("used", used)
      if let expiry { object.string("expiry", expiry.rfc3339) }
    }
  }

  /// Reads what ``export(into:)`` wrote.
  ///
  /// - Throws: `JSONMismatch`.
  mutating func restore(_ value: JSONValue) throws(JSONMismatch) {
    var reader = try value.asObject()
    let count = try reader.value("used")
    guard let number = count.integer, (0...1_000_000_000).contains(number) else {
      throw count.mismatch(expected: "a whole number from 0 to 1000000000")
    }
    var end: Instant?
    if let text = reader.optionalValue("expiry") {
      guard let instant = text.string.flatMap({ Instant(rfc3339: $0) }) else {
        throw text.mismatch(expected: "an RFC 3339 instant")
      }
      end = instant
    }
    try reader.rejectUnread()
    (used, expiry) = (Int(number), end)
  }
}
