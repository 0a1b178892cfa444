import JSONText

/// Reads the seats of an event: blocks of sections with similar rows, and general admission areas.
struct SeatingReader {
  /// The most seats that an event can have.
  static let seatLimit = 200_000

  let prices: PriceReader
  private(set) var rows: [SeatRow] = []
  private var seatCount = 0
  /// The JSON value that each row was read from.
  private var sources: [JSONValue] = []

  init(prices: PriceReader) { self.prices = prices }

  mutating func read(_ blocks: JSONElements) throws(JSONMismatch) {
    for block in blocks {
      var reader = try block.asObject()
      if let area = reader.member("general") {
        try readGeneral(area, &reader)
      } else {
        try readReserved(&reader)
      }
      try reader.rejectUnread()
    }
    try rejectOverlaps()
  }

  /// What all rows of a block share unless they state otherwise.
  private struct Shared {
    var priceLevel: Int
    var areas: [Int]
    var portal: String
    var xNumber: Int
  }

  private func shared(_ reader: inout JSONObjectReader) throws(JSONMismatch) -> Shared {
    let priceLevel = try prices.soldPriceLevel(reader.required("priceLevel", "a price level"))
    var areas: [Int] = []
    if let value = reader.optionalValue("areas") { areas = try self.areas(value) }
    return Shared(
      priceLevel: priceLevel, areas: areas,
      portal: try reader.optionalValue("portal")?.text(in: 0...60) ?? "",
      xNumber: try reader.optionalValue("xNum")?.number(in: 0...99_999) ?? 0)
  }

  private mutating func readGeneral(_ area: JSONValue, _ reader: inout JSONObjectReader) throws(JSONMismatch) {
    let name = try Self.name(area)
    let places = try reader.required("places", "a number of places").number(in: 1...Self.seatLimit)
    let shared = try shared(&reader)
    var row = SeatRow(
      section: name, row: "GA", seating: .general, first: 1, last: places, priceLevel: shared.priceLevel,
      areas: shared.areas, portal: shared.portal, xNumber: shared.xNumber)
    row.soldElsewhere = try Self.sold(reader.optionalArray("sold"), in: row)
    try count(places, source: reader.value)
    rows.append(row)
    sources.append(reader.value)
  }

  private mutating func readReserved(_ reader: inout JSONObjectReader) throws(JSONMismatch) {
    var sections: [String] = []
    for value in try reader.list("sections", "an array of sections, or general and places") {
      sections.append(try Self.name(value))
    }
    let shared = try shared(&reader)
    for group in try reader.list("rows") {
      var reader = try group.asObject()
      try readGroup(&reader, sections: sections, shared: shared)
      try reader.rejectUnread()
    }
  }

  private mutating func readGroup(
    _ reader: inout JSONObjectReader, sections: [String], shared: Shared
  ) throws(JSONMismatch) {
    var names: [String] = []
    for value in try reader.list("rows") { names.append(try Self.name(value)) }
    let first = try reader.required("first", "a seat number").number(in: 1...99_999)
    let end = try reader.required("last", "a seat number")
    let last = try end.number(in: first...99_999)
    let step = try reader.optionalValue("step")?.number(in: 1...2, "1 or 2") ?? 1
    guard (last - first) % step == 0 else { throw end.unfit("a number reached from \(first) by steps of \(step)") }
    var row = SeatRow(
      section: "", row: "", first: first, last: last, step: step, priceLevel: shared.priceLevel, areas: shared.areas,
      portal: shared.portal, xNumber: shared.xNumber)
    row.soldElsewhere = try Self.sold(reader.optionalArray("sold"), in: row)
    if let value = reader.optionalValue("priceLevel") { row.priceLevel = try prices.soldPriceLevel(value) }
    if let value = reader.optionalValue("areas") { row.areas = try areas(value) }
    try count(names.count * sections.count * row.count, source: reader.value)
    for name in names {
      for section in sections {
        row.section = section
        row.row = name
        rows.append(row)
        sources.append(reader.value)
      }
    }
  }

  private mutating func count(_ seats: Int, source: JSONValue) throws(JSONMismatch) {
    seatCount += seats
    guard seatCount <= Self.seatLimit else {
      throw source.mismatch(
        expected: "at most \(Self.seatLimit) seats in an event", found: "\(seatCount) up to here")
    }
  }

  private func areas(_ value: JSONValue) throws(JSONMismatch) -> [Int] {
    var places: [Int] = []
    var known: Set<Int> = []
    for element in try value.asArray() {
      let place = try prices.area(element)
      guard known.insert(place).inserted else { throw element.unfit("an area that does not occur before") }
      places.append(place)
    }
    return places
  }

  /// A section or row name; it may not contain colons, which separate the parts of place ids.
  private static func name(_ value: JSONValue) throws(JSONMismatch) -> String {
    try value.ascii(1...20, "1 to 20 printable ASCII characters without spaces and colons") {
      $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":")
    }
  }

  private static func sold(_ list: JSONElements?, in row: SeatRow) throws(JSONMismatch) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    guard let list else { return ranges }
    for value in list {
      let ends = (value.string ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last,
        row.place(of: first) != nil, row.place(of: last) != nil
      else { throw value.unfit("a seat of the row or a range of them, such as \"\(row.first)-\(row.last)\"") }
      ranges.append(first...last)
    }
    return ranges
  }

  private func rejectOverlaps() throws(JSONMismatch) {
    // Nearly all rows are a single run, so only the others cost anything.
    var names = Set<SeatLayout.RowName>(minimumCapacity: rows.count)
    var shared = Set<SeatLayout.RowName>()
    for row in rows {
      let name = SeatLayout.RowName(section: row.section, row: row.row)
      if !names.insert(name).inserted { shared.insert(name) }
    }
    if shared.isEmpty { return }
    var seats: [SeatLayout.RowName: Set<Int>] = [:]
    for (place, row) in rows.enumerated() {
      let name = SeatLayout.RowName(section: row.section, row: row.row)
      guard shared.contains(name) else { continue }
      for seat in stride(from: row.first, through: row.last, by: row.step) {
        guard seats[name, default: []].insert(seat).inserted else {
          throw sources[place].mismatch(
            expected: "seats that no row has before", found: "seat \(seat) of \(name.section) \(name.row) again")
        }
      }
    }
  }
}
