import EventCatalogue
import Testing

/// Small fixtures that tests break at one place each.
enum CatalogueSample {
  static let event = """
    {
      "id": "3F00000000000001",
      "aliases": ["1Alias"],
      "code": "ECODE1", "host": "PHX",
      "name": "A Play",
      "venue": { "name": "Hall", "city": "Phoenix", "region": "AZ", "country": "US",
        "zone": "America/Phoenix", "zoneRule": "MST7" },
      "schedule": { "startsAfterDays": 40, "time": "19:30", "onsaleAfterDays": -30 },
      "currency": "USD",
      "ticketLimit": 8,
      "processing": 3.76,
      "areas": [{ "id": 5, "name": "ORCH", "description": "Orchestra" }],
      "ticketTypes": [{ "id": "000000000001", "name": "Adult" }],
      "priceLevels": [{ "id": 1 }, { "id": 2 }],
      "offers": [
        { "ticketType": "000000000001", "priceLevel": 1, "face": { "price": 57.00, "tax": 4.13 } }
      ],
      "seating": [
        { "sections": ["ORCHL"], "priceLevel": 1, "areas": [5],
          "rows": [
            { "rows": ["A", "B"], "first": 1, "last": 27, "step": 2, "sold": ["3-7"] },
            { "rows": ["C"], "first": 1, "last": 10 }
          ] },
        { "general": "FLOOR", "places": 20, "priceLevel": 1 }
      ]
    }
    """

  static let order = """
    {
      "orderNumber": "39-1/PHX",
      "orderToken": "token-1",
      "event": "3F00000000000001",
      "account": "12313131",
      "orderedDaysBefore": 4,
      "tickets": [
        { "barcode": "121212121212", "seatId": "1", "section": "ORCHL", "row": "A", "seat": 9, "price": 57.00 },
        { "barcode": "121212121213", "seatId": "2", "section": "FLOOR", "row": "GA", "seat": 7, "price": 57.00 }
      ]
    }
    """

  static func file(_ name: String, _ text: String) -> FixtureFile { FixtureFile(name: name, bytes: Array(text.utf8)) }

  /// The text with its only occurrence of a part replaced.
  static func text(
    _ text: String, _ part: String, to replacement: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let pieces = split(text, at: part)
    try #require(pieces.count == 2, "\(part) occurs \(pieces.count - 1) times", sourceLocation: sourceLocation)
    return pieces.joined(separator: replacement)
  }

  private static func split(_ text: String, at part: String) -> [String] {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    var pieces: [String] = []
    var start = 0
    var place = 0
    while place + wanted.count <= bytes.count {
      if bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
        pieces.append(String(decoding: bytes[start..<place], as: UTF8.self))
        place += wanted.count
        start = place
      } else {
        place += 1
      }
    }
    return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}
