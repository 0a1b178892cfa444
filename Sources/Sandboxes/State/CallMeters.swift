import JSONText

/// The calls that the documents limit, counted separately.
package struct CallMeters: Sendable {
  /// Availability: 3,600 calls per hour and key.
  package var availability = CallMeter(allowed: 3600, span: .seconds(3600))
  /// The event list and event details: 200 calls per minute; the documents count per address, this server per key.
  package var events = CallMeter(allowed: 200, span: .seconds(60))

  /// Reads an export.
  ///
  /// - Throws: `JSONMismatch`.
  mutating func restore(_ value: JSONValue) throws(JSONMismatch) {
    var reader = try value.asObject()
    try availability.restore(reader.value("availability"))
    try events.restore(reader.value("events"))
    try reader.rejectUnread()
  }
}
