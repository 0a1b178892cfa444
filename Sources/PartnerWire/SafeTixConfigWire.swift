package import Determinism
package import JSONText

/// `GET /safetix/configuration/v1/config`, from which the web SDK gets the time.
package enum SafeTixConfigWire {
  static let serverTime = WireField(
    "serverTime", .dateTime, required: true, about: "The current time.", source: "Secure Entry web SDK",
    example: "\"2026-12-01T18:00:00Z\"")
  package static let table = WireTable("SafeTixConfig", [serverTime])

  package static func write(_ now: Instant, into writer: inout JSONWriter) {
    writer.object { $0.string(serverTime, now.rfc3339) }
  }
}
