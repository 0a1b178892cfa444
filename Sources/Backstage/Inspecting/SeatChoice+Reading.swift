import BoxOffice
import EventCatalogue
import JSONText

extension SeatChoice {
  /// The maximum number of seats that can be chosen.
  private static let limit = 1_000

  /// Reads `section`, `row` and `seats` of a body; seats without a section and a row are a fault.
  init(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) {
    let places = ["section", "row"].map { reader.optionalValue($0) }
    let section = faults.read(try places[0]?.text(in: 1...20))
    let row = faults.read(try places[1]?.text(in: 1...20))
    var seats: [Int] = []
    if let list = reader.optionalValue("seats") {
      for (name, place) in zip(["section", "row"], places) where place == nil {
        faults.note(reader.mismatch(missing: name, expected: "a text beside seats"))
      }
      if list.kind != .array || !(1...Self.limit).contains(list.elements.count) {
        faults.note(
          list.mismatch(expected: "an array of 1 to \(Self.limit) seat numbers", found: list.shown))
      } else {
        var known: Set<Int> = []
        for element in list.elements {
          guard let number = faults.read(try Self.number(element, besides: known)) else { continue }
          known.insert(number)
          seats.append(number)
        }
      }
    }
    self.init(section: section, row: row, seats: seats)
  }

  private static func number(_ value: JSONValue, besides seats: Set<Int>) throws(JSONMismatch) -> Int {
    guard let number = value.integer.flatMap({ Int(exactly: $0) }) ?? value.string.flatMap({ Int($0) }),
      (1...200_000).contains(number), !seats.contains(number)
    else { throw value.mismatch(expected: "a seat number that is not in the list yet", found: value.shown) }
    return number
  }
}
