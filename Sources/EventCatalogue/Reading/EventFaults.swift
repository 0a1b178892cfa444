package import JSONText

/// Finds every faulty part of an event, after the reader has stopped at the first fault.
package enum EventFaults {
  /// All faults: first unknown keys, then the first fault of every other part, in the order of the documentation.
  ///
  /// - Parameter first: the fault at which the reader stopped.
  /// - Returns: at least `first`.
  package static func all(
    _ root: JSONValue, first: JSONMismatch, zoneRule: (String) -> String?
  ) -> [JSONMismatch] {
    var faults = unknownKeys(root, EventReader.keys)
    var selling = EventReader.Selling()
    for part in ["id", "code", "host", "otherCodes", "name", "venue", "schedule", "currency"]
      + EventReader.sellingKeys + ["processing", "shipping", "seating"]
    {
      do throws(JSONMismatch) {
        var event = try root.asObject()
        try read(part, of: &event, &selling, zoneRule: zoneRule)
      } catch {
        faults.append(error)
      }
    }
    return inOrder(faults, first: first)
  }

  /// Reads one part and forgets it.
  private static func read(
    _ part: String, of event: inout JSONObjectReader, _ selling: inout EventReader.Selling,
    zoneRule: (String) -> String?
  ) throws(JSONMismatch) {
    switch part {
    case "id": _ = try EventReader.id(event.required(part, "an event id"))
    case "code": _ = try EventReader.hostName(event.required(part, "an event code"))
    case "host": _ = try EventReader.hostName(event.required(part, "a host"))
    case "otherCodes": _ = try EventReader.otherCodes(&event, besides: "")
    case "name": _ = try event.required(part, "a name").text()
    case "venue": _ = try EventReader.venue(event.required(part, "a venue"), zoneRule: zoneRule)
    case "schedule": _ = try EventReader.schedule(event.required(part, "a schedule"))
    case "currency":
      _ = try event.required(part, "a currency").ascii(3...3, "an ISO 4217 code such as USD", EventReader.isUpper)
    case "processing": _ = try event.optionalValue(part)?.charge()
    case "shipping": _ = try EventReader.shipping(event.optionalValue(part))
    case "seating":
      // Seats need the price levels, so a fault in those would be reported again for every row.
      var seating = SeatingReader(prices: try PriceReader(&event))
      try seating.read(event.list(part))
    default: try EventReader.readSelling(part, &event, &selling)
    }
  }

  /// The keys of an object that are not among these, followed by the fault at which the reader stopped.
  static func misspelt(_ root: JSONValue, keys: [String], first: JSONMismatch) -> [JSONMismatch] {
    inOrder(unknownKeys(root, keys), first: first)
  }

  private static func inOrder(_ faults: [JSONMismatch], first: JSONMismatch) -> [JSONMismatch] {
    let unknown = faults.filter(isUnknownKey)
    let rest = (faults + [first]).filter { !isUnknownKey($0) }
    var told: Set<JSONMismatch> = []
    return (unknown + (isUnknownKey(first) ? [first] : []) + rest).filter { told.insert($0).inserted }
  }

  private static func isUnknownKey(_ fault: JSONMismatch) -> Bool { fault.found.hasPrefix("unknown key ") }

  private static func unknownKeys(_ object: JSONValue, _ keys: [String]) -> [JSONMismatch] {
    guard var reader = try? object.asObject() else { return [] }
    for key in keys { _ = reader.member(key) }
    return reader.unread.prefix(100).map(reader.mismatch(unread:))
  }
}
