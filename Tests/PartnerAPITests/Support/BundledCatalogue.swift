import CBundledData
import EventCatalogue

/// The catalogue that is compiled into the product, and variations of it.
enum BundledCatalogue {
  private static let files: [FixtureFile] = (0..<willcall_bundled_file_count()).map { place in
    let file = willcall_bundled_file_at(place)
    return FixtureFile(
      name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
  }.filter { $0.name.hasPrefix("events/") || $0.name.hasPrefix("orders/") }

  private static let bundled = Result { () throws(FixtureError) in
    try CatalogueReader.catalogue(files) { _ in nil }
  }

  /// The catalogue as it is; read once for all tests.
  static func catalogue() throws -> Catalogue { try bundled.get() }

  /// The bundled catalogue with more events; one with a known id replaces it.
  static func catalogue(adding events: [String]) throws -> Catalogue {
    let added = events.enumerated().map { FixtureFile(name: "events/added-\($0).json", bytes: Array($1.utf8)) }
    return try CatalogueReader.catalogue(files + added) { _ in nil }
  }

  /// A small event of which tests state what they need; Phoenix, one price level, 10.00 a ticket.
  ///
  /// - Parameters:
  ///   - schedule: members after `startsAfterDays` and `time`.
  ///   - members: further members of the event, ending in a comma if there are any.
  ///   - rows: the rows of section S.
  static func event(
    id: String = "3F00000000000001", schedule: String = "\"onsaleAfterDays\": -30", members: String = "",
    rows: String = #"{ "rows": ["A", "B"], "first": 1, "last": 10 }"#
  ) -> String {
    """
    {
      "id": "\(id)", "code": "ETEST1", "host": "PHX", "name": "A Play",
      "venue": { "name": "Hall", "city": "Phoenix", "region": "AZ", "country": "US",
        "zone": "America/Phoenix", "zoneRule": "MST7" },
      "schedule": { "startsAfterDays": 40, "time": "19:30", \(schedule) },
      "currency": "USD", \(members)
      "processing": 1.50,
      "areas": [{ "id": 5, "name": "ORCH", "description": "Orchestra" }],
      "ticketTypes": [{ "id": "000000000001", "name": "Adult" }],
      "priceLevels": [{ "id": 1, "description": "Price Level 1" }],
      "offers": [{ "ticketType": "000000000001", "priceLevel": 1, "face": 10.00 }],
      "seating": [{ "sections": ["S"], "priceLevel": 1, "areas": [5], "portal": "DOOR", "xNum": 1, "rows": [\(rows)] }]
    }
    """
  }
}
