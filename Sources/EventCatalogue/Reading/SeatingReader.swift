import JSONText

/// Reads the seats of an event: blocks of sections with similar rows, and general admission areas.
struct SeatingReader {
  /// The most seats that an event can have.
  static let seatLimit = 200_000

  let prices: PriceReader
  private(set) var rows: [SeatRow] = []
  private var seatCount = 0
  /// The JSON values that rows were read from, and for each row which of them.
  private var sources: [JSONValue] = []
  private var sourcePlaces: [Int] = []

  init(prices: PriceReader) { self.prices = prices }

  mutating func read(_ blocks: [JSONValue], _ faults: inout JSONFaults) {
    for block in blocks {
      guard var reader = faults.object(block) else { continue }
      // Places without sections are a general admission area, even if "general" is missing or misspelt.
      if reader.member("general") != nil || reader.value["sections"] == nil && reader.value["places"] != nil {
        readGeneral(&reader, &faults)
      } else {
        readReserved(&reader, &faults)
      }
      faults.finish(reader)
    }
    if seatCount <= Self.seatLimit { noteOverlaps(&faults) }
  }

  /// What all rows of a block share unless they state otherwise.
  private struct Shared {
    var priceLevel: Int
    var areas: [Int]
    var portal: String
    var xNumber: Int
  }

  private func shared(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) -> Shared {
    let level = faults.required("priceLevel", "a price level", of: &reader)
    return Shared(
      priceLevel: level.flatMap { prices.soldPriceLevel($0, &faults) } ?? 0,
      areas: areas(reader.optionalValue("areas"), &faults),
      portal: faults.read(try reader.optionalValue("portal")?.text(in: 0...60)) ?? "",
      xNumber: faults.read(try reader.optionalValue("xNum")?.number(in: 0...99_999)) ?? 0)
  }

  private mutating func readGeneral(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) {
    let name = faults.read(try Self.name(reader.required("general", "a section")))
    let places = faults.read(
      try reader.required("places", "a number of places").number(in: 1...Self.seatLimit))
    let shared = shared(&reader, &faults)
    let sold = reader.optionalValue("sold")
    guard let places else { return }
    var row = SeatRow(
      section: name ?? "", row: "GA", seating: .general, first: 1, last: places, priceLevel: shared.priceLevel,
      areas: shared.areas, portal: shared.portal, xNumber: shared.xNumber)
    row.soldElsewhere = Self.sold(sold, in: row, &faults)
    if name != nil { add([row], of: reader.value, &faults) }
  }

  private mutating func readReserved(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) {
    let sections = names(faults.list("sections", of: &reader, "an array of sections, or general and places"), &faults)
    let shared = shared(&reader, &faults)
    for group in faults.list("rows", of: &reader) {
      guard var reader = faults.object(group) else { continue }
      readGroup(&reader, sections: sections, shared: shared, &faults)
      faults.finish(reader)
    }
  }

  private mutating func readGroup(
    _ reader: inout JSONObjectReader, sections: [String], shared: Shared, _ faults: inout JSONFaults
  ) {
    let names = names(faults.list("rows", of: &reader), &faults)
    let first = faults.read(try reader.required("first", "a seat number").number(in: 1...99_999))
    let end = faults.required("last", "a seat number", of: &reader)
    let last = faults.read(try end?.number(in: (first ?? 1)...99_999))
    let stepValue = reader.optionalValue("step")
    let step = faults.read(try stepValue?.number(in: 1...2, "1 or 2")) ?? 1
    let isStepRead = stepValue == nil || stepValue?.integer == Int64(step)
    let sold = reader.optionalValue("sold")
    let level = reader.optionalValue("priceLevel").flatMap { prices.soldPriceLevel($0, &faults) }
    let areas = reader.optionalValue("areas").map { self.areas($0, &faults) }
    guard let first, let end, let last, isStepRead else { return }
    guard (last - first) % step == 0 else {
      return faults.note(end.unfit("a number reached from \(first) by steps of \(step)"))
    }
    var row = SeatRow(
      section: "", row: "", first: first, last: last, step: step, priceLevel: level ?? shared.priceLevel,
      areas: areas ?? shared.areas, portal: shared.portal, xNumber: shared.xNumber)
    row.soldElsewhere = Self.sold(sold, in: row, &faults)
    var group: [SeatRow] = []
    // Counted first, because there can be very many.
    guard seatCount + names.count * sections.count * row.count <= Self.seatLimit else {
      return count(names.count * sections.count * row.count, of: reader.value, &faults)
    }
    for name in names {
      for section in sections {
        row.section = section
        row.row = name
        group.append(row)
      }
    }
    add(group, of: reader.value, &faults)
  }

  private mutating func add(_ group: [SeatRow], of source: JSONValue, _ faults: inout JSONFaults) {
    count(group.reduce(0) { $0 + $1.count }, of: source, &faults)
    guard seatCount <= Self.seatLimit else { return }
    sourcePlaces += group.map { _ in sources.count }
    sources.append(source)
    rows += group
  }

  /// Counts seats; that there are too many is noted once.
  private mutating func count(_ seats: Int, of source: JSONValue, _ faults: inout JSONFaults) {
    guard seatCount <= Self.seatLimit else { return }
    seatCount += seats
    guard seatCount > Self.seatLimit else { return }
    faults.note(
      source.mismatch(expected: "at most \(Self.seatLimit) seats in an event", found: "\(seatCount) up to here"))
  }

  private func areas(_ value: JSONValue?, _ faults: inout JSONFaults) -> [Int] {
    var places: [Int] = []
    var known: Set<Int> = []
    for element in faults.elements(value) {
      guard let place = prices.area(element, &faults) else { continue }
      guard known.insert(place).inserted else {
        faults.note(element.unfit("an area that does not occur before"))
        continue
      }
      places.append(place)
    }
    return places
  }

  private func names(_ values: [JSONValue], _ faults: inout JSONFaults) -> [String] {
    var names: [String] = []
    for value in values {
      if let name = faults.read(try Self.name(value)) { names.append(name) }
    }
    return names
  }

  /// A section or row name; it may not contain colons, which separate the parts of place ids.
  private static func name(_ value: JSONValue) throws(JSONMismatch) -> String {
    try value.ascii(1...20, "1 to 20 printable ASCII characters without spaces and colons") {
      $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":")
    }
  }

  private static func sold(_ list: JSONValue?, in row: SeatRow, _ faults: inout JSONFaults) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for value in faults.elements(list) {
      let ends = (value.string ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last,
        row.place(of: first) != nil, row.place(of: last) != nil
      else {
        faults.note(value.unfit("a seat of the row or a range of them, such as \"\(row.first)-\(row.last)\""))
        continue
      }
      ranges.append(first...last)
    }
    return ranges
  }

  /// Notes each part that has seats of rows before it, with the first such seat.
  private func noteOverlaps(_ faults: inout JSONFaults) {
    // Nearly all rows are a single run, so only the others cost anything.
    var names = Set<SeatLayout.RowName>(minimumCapacity: rows.count)
    var shared = Set<SeatLayout.RowName>()
    for row in rows {
      let name = SeatLayout.RowName(section: row.section, row: row.row)
      if !names.insert(name).inserted { shared.insert(name) }
    }
    if shared.isEmpty { return }
    var seats: [SeatLayout.RowName: Set<Int>] = [:]
    var noted: Int?
    for (place, row) in rows.enumerated() {
      let name = SeatLayout.RowName(section: row.section, row: row.row)
      guard shared.contains(name), sourcePlaces[place] != noted else { continue }
      for seat in stride(from: row.first, through: row.last, by: row.step) {
        guard !seats[name, default: []].insert(seat).inserted else { continue }
        noted = sourcePlaces[place]
        faults.note(
          sources[sourcePlaces[place]].mismatch(
            expected: "seats that no row has before", found: "seat \(seat) of \(name.section) \(name.row) again"))
        break
      }
    }
  }
}
