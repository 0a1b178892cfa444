import EventCatalogue
import JSONText

/// A section of a house, or an area of general admission, with the runs of seats that it is made of.
struct HouseSection {
  private let name: String
  private let isGeneral: Bool
  /// The runs of each row, by their indices in the layout; all in one for general admission.
  private var rows: [(name: String, runs: [Int])] = []

  /// All sections, in the order of their first rows.
  static func all(of layout: SeatLayout) -> [HouseSection] {
    struct Place: Hashable {
      let section: String
      let isGeneral: Bool
    }
    var sections: [HouseSection] = []
    var places: [Place: Int] = [:]
    var rows: [SeatLayout.RowName: Int] = [:]
    for (run, row) in layout.rows.enumerated() {
      let isGeneral = row.seating == .general
      let key = Place(section: row.section, isGeneral: isGeneral)
      let place = places[key] ?? sections.count
      if place == sections.count {
        places[key] = place
        sections.append(HouseSection(name: row.section, isGeneral: isGeneral))
      }
      let rowName = SeatLayout.RowName(section: row.section, row: row.row)
      if isGeneral {
        sections[place].add(run, toRow: 0, named: row.row)
      } else {
        let known = rows[rowName] ?? sections[place].rows.count
        rows[rowName] = known
        sections[place].add(run, toRow: known, named: row.row)
      }
    }
    return sections
  }

  private init(name: String, isGeneral: Bool) {
    self.name = name
    self.isGeneral = isGeneral
  }

  private mutating func add(_ run: Int, toRow place: Int, named name: String) {
    if place == rows.count { rows.append((name, [])) }
    rows[place].runs.append(run)
  }

  /// Writes the members of the section.
  func write(_ map: SeatMap, _ layout: SeatLayout, into section: inout JSONWriter) {
    section.string("section", name)
    if isGeneral {
      let seats = rows.lazy.flatMap(\.runs).map(layout.seats(ofRow:))
      let free = seats.reduce(0) { $0 + $1.count(where: map.isFree) }
      let sold = seats.reduce(0) { $0 + $1.count(where: map.isSold) }
      section.integer("free", free)
      section.integer("held", seats.reduce(0) { $0 + $1.count } - free - sold)
      section.integer("sold", sold)
    } else {
      section.array("rows") { list in
        for row in rows { list.object { Self.write(row.name, row.runs, map, layout, into: &$0) } }
      }
    }
  }

  private static func write(
    _ name: String, _ runs: [Int], _ map: SeatMap, _ layout: SeatLayout, into object: inout JSONWriter
  ) {
    var seats: [(number: Int, state: UInt8)] = []
    for run in runs {
      for (place, seat) in layout.seats(ofRow: run).enumerated() {
        let state = map.isFree(seat) ? "f" : map.isSold(seat) ? "s" : "h" as Unicode.Scalar
        seats.append((layout.rows[run].seatNumber(at: place), UInt8(ascii: state)))
      }
    }
    if runs.count > 1 { seats.sort { $0.number < $1.number } }
    object.string("row", name)
    let areConsecutive = zip(seats, seats.dropFirst()).allSatisfy { $1.number == $0.number + 1 }
    if let first = seats.first, areConsecutive {
      object.integer("first", first.number)
    } else {
      object.array("seats") { list in
        for seat in seats { list.string("\(seat.number)") }
      }
    }
    object.string("state", utf8: seats.map(\.state))
  }
}
