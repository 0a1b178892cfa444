import CBundledData
import EventCatalogue

/// The catalogue that is compiled into the product, and events to add to it.
enum BundledCatalogue {
  private static let bundled = Result { () throws(FixtureError) in
    let files = (0..<willcall_bundled_file_count()).map { place in
      let file = willcall_bundled_file_at(place)
      return FixtureFile(
        name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
    }.filter { $0.name.hasPrefix("events/") || $0.name.hasPrefix("orders/") }
    return try CatalogueReader.catalogue(files) { _ in nil }
  }

  /// The catalogue; read once for all tests.
  static func catalogue() throws -> Catalogue { try bundled.get() }

  /// The fixture of a small event in Phoenix: 10.00 a ticket, section S, rows of ten seats.
  ///
  /// - Parameters:
  ///   - members: further members, each ending in a comma.
  ///   - rows: how many rows it has.
  static func event(
    id: String = "3F00000000000001", code: String = "ETEST1", name: String = "A Play", members: String = "",
    rows: Int = 2
  ) -> String {
    let names = (1...rows).map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      {
        "id": "\(id)", "code": "\(code)", "host": "PHX", "name": "\(name)",
        "venue": { "name": "Hall", "city": "Phoenix", "region": "AZ", "country": "US", "zone": "America/Phoenix" },
        "schedule": { "startsAfterDays": 40, "time": "19:30", "onsaleAfterDays": -30 },
        "currency": "USD", \(members)
        "ticketTypes": [{ "id": "000000000001", "name": "Adult" }],
        "priceLevels": [{ "id": 1 }],
        "offers": [{ "ticketType": "000000000001", "priceLevel": 1, "face": 10.00 }],
        "seating": [{ "sections": ["S"], "priceLevel": 1, "rows": [{ "rows": [\(names)], "first": 1, "last": 10 }] }]
      }
      """
  }
}

/// The bundled events that the tests use, by their roles.
enum EventID {
  static let phoenix = "3F005105D843DFA3"
  static let losAngeles = "0B004D43F86C478F"
  static let losAngelesUniversal = "1AeZZfEGkD0xtGV"
  static let delayed = "3F00DE1A00000001"
  static let paper = "3F00BA2C00000002"
  static let generalAdmission = "3F006E0A00000003"
  static let soldOut = "3F00501D00000004"
  static let notTransactable = "3F00C10500000005"
  static let limitFour = "3F0011A100000006"
  static let offSale = "3F000FF500000010"
  static let captcha = "3F00C4A700000009"
  static let base64 = "3F00B6400000000A"
  static let protected = "3F00C0DE00000014"
}
