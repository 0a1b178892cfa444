import JSONText

/// The calls that the documents count, each for itself.
package struct CallMeters: Sendable {
  /// Availability: 3,600 calls an hour and key.
  package var availability = CallMeter(allowed: 3600, span: .seconds(3600))
  /// The event list and an event's details: 200 calls a minute; the documents count by address, here the key counts.
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
