import JSONText
import Testing

/// The free seats that an availability answer lists.
struct Inventory {
  struct Seat: Hashable {
    let section: String
    let row: String
    let number: Int
  }

  /// Every seat with its place id.
  private(set) var places: [Seat: String] = [:]
  /// `available` summed over the groups.
  private(set) var available = 0
  /// `total` summed over the groups.
  private(set) var total = 0

  init(_ answer: ServedAnswer, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for group in try answer.elements("/event/tickets", sourceLocation: sourceLocation) {
      available += Int(try #require(group["available"]?.integer))
      total += Int(try #require(group["total"]?.integer))
      for row in try #require(group["inventory"]).elements {
        let section = try #require(row["section"]?.string)
        let name = try #require(row["row"]?.string)
        let seats = try #require(row["seats"]).elements.compactMap(\.integer)
        let ids = try #require(row["places"]).elements.compactMap(\.string)
        #expect(seats.count == ids.count, "a place for every seat", sourceLocation: sourceLocation)
        for (seat, id) in zip(seats, ids) {
          let isNew = places.updateValue(id, forKey: Seat(section: section, row: name, number: Int(seat))) == nil
          #expect(isNew, "\(section) \(name) \(seat) is listed twice", sourceLocation: sourceLocation)
        }
      }
    }
  }

  func isFree(_ section: String, _ row: String, _ number: Int) -> Bool {
    places[Seat(section: section, row: row, number: number)] != nil
  }

  func place(
    _ section: String, _ row: String, _ number: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try #require(
      places[Seat(section: section, row: row, number: number)], "\(section) \(row) \(number) is not free",
      sourceLocation: sourceLocation)
  }
}

extension Partner {
  /// The free seats of an event.
  func inventory(_ event: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Inventory {
    try Inventory(availability(event, sourceLocation: sourceLocation), sourceLocation: sourceLocation)
  }
}
