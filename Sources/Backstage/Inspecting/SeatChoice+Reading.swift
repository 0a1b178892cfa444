import BoxOffice
import EventCatalogue
import JSONText

extension SeatChoice {
  /// The maximum number of seats that can be chosen.
  private static let limit = 1_000

  /// Reads `section`, `row` and `seats` of a body.
  ///
  /// - Throws: `JSONMismatch`, also if there are seats without a section and a row.
  init(_ reader: inout JSONObjectReader) throws(JSONMismatch) {
    let section = try reader.optionalValue("section")?.text(in: 1...20)
    let row = try reader.optionalValue("row")?.text(in: 1...20)
    var seats: [Int] = []
    if let list = reader.optionalValue("seats") {
      for name in ["section", "row"] where (name == "section" ? section : row) == nil {
        throw reader.mismatch(missing: name, expected: "a text beside seats")
      }
      guard list.kind == .array, (1...Self.limit).contains(list.elements.count) else {
        throw list.mismatch(expected: "an array of 1 to \(Self.limit) seat numbers", found: list.shown)
      }
      var known: Set<Int> = []
      for element in list.elements {
        guard let number = element.integer.flatMap({ Int(exactly: $0) }) ?? element.string.flatMap({ Int($0) }),
          (1...200_000).contains(number), known.insert(number).inserted
        else { throw element.mismatch(expected: "a seat number that is not in the list yet", found: element.shown) }
        seats.append(number)
      }
    }
    self.init(section: section, row: row, seats: seats)
  }
}
