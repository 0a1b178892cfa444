import JSONText

/// Reads the areas, ticket types, price levels and offers of an event, and finds them by the ids that fixtures use.
struct PriceReader {
  private(set) var areas: [Area] = []
  private(set) var ticketTypes: [TicketType] = []
  private(set) var priceLevels: [PriceLevel] = []
  private(set) var offers: [Offer] = []

  private var knownAreas = KnownIDs<Int>()
  private var knownTypes = KnownIDs<String>()
  private var knownLevels = KnownIDs<Int>()
  /// The ticket types offered at each price level.
  private var offered: [Int: Set<Int>] = [:]
  /// Whether the price levels of all offers are known.
  private var knowsOffers = true

  init(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) {
    let areas = reader.optionalValue("areas")
    if let areas, areas.kind != .array { knownAreas.missOne() }
    for element in faults.elements(areas) { readArea(element, &faults) }
    let types = faults.list("ticketTypes", of: &reader)
    if types.isEmpty { knownTypes.missOne() }
    for element in types { readTicketType(element, &faults) }
    let levels = faults.list("priceLevels", of: &reader)
    if levels.isEmpty { knownLevels.missOne() }
    for element in levels { readPriceLevel(element, &faults) }
    let offers = faults.list("offers", of: &reader)
    if offers.isEmpty { knowsOffers = false }
    for element in offers { readOffer(element, &faults) }
  }

  /// The index of the area with a number; `nil` if it is unknown, which is noted unless it may be a faulty one.
  func area(_ value: JSONValue, _ faults: inout JSONFaults) -> Int? {
    knownAreas.place(
      of: value.integer.flatMap { Int(exactly: $0) }, from: value, &faults,
      expected: Self.oneOf(areas.map { String($0.id) }, else: "no area, for the event has none"))
  }

  /// The index of the price level with a number; `nil` like ``area(_:_:)``.
  private func priceLevel(_ value: JSONValue, _ faults: inout JSONFaults) -> Int? {
    knownLevels.place(
      of: value.integer.flatMap { Int(exactly: $0) }, from: value, &faults,
      expected: Self.oneOf(priceLevels.map { String($0.id) }, else: "a price level"))
  }

  /// The index of a price level at which tickets are offered; `nil` like ``area(_:_:)``.
  func soldPriceLevel(_ value: JSONValue, _ faults: inout JSONFaults) -> Int? {
    guard let place = priceLevel(value, &faults) else { return nil }
    if offered[place] == nil, knowsOffers { faults.note(value.unfit("a price level with an offer")) }
    return place
  }

  private mutating func readArea(_ element: JSONValue, _ faults: inout JSONFaults) {
    guard var reader = faults.object(element) else { return knownAreas.missOne() }
    let id = faults.required("id", "a number", of: &reader)
    let number = faults.read(try id?.number(in: 0...99_999))
    let name = faults.read(try reader.required("name", "a short name").text(in: 1...40))
    let description = faults.read(try reader.required("description", "a description").text())
    faults.finish(reader)
    knownAreas.add(number, from: id, at: areas.count, &faults)
    guard let number else { return }
    areas.append(Area(id: number, name: name ?? "", description: description ?? ""))
  }

  private mutating func readTicketType(_ element: JSONValue, _ faults: inout JSONFaults) {
    guard var reader = faults.object(element) else { return knownTypes.missOne() }
    let id = faults.required("id", "twelve hex digits", of: &reader)
    let text = faults.read(try id?.ascii(12...12, "twelve upper-case hex digits", Self.isHexDigit))
    let name = faults.read(try reader.required("name", "a name").text())
    let description = faults.read(try reader.optionalValue("description")?.text())
    faults.finish(reader)
    knownTypes.add(text, from: id, at: ticketTypes.count, &faults)
    guard let text else { return }
    ticketTypes.append(TicketType(id: text, name: name ?? "", description: description ?? name ?? ""))
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    EventReader.isDigit(byte) || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "F")
  }

  private mutating func readPriceLevel(_ element: JSONValue, _ faults: inout JSONFaults) {
    guard var reader = faults.object(element) else { return knownLevels.missOne() }
    let id = faults.required("id", "a number", of: &reader)
    let number = faults.read(try id?.number(in: 0...99_999))
    let description = faults.read(try reader.optionalValue("description")?.text())
    faults.finish(reader)
    knownLevels.add(number, from: id, at: priceLevels.count, &faults)
    guard let number else { return }
    priceLevels.append(PriceLevel(id: number, description: description ?? "Price Level \(number)"))
  }

  private mutating func readOffer(_ element: JSONValue, _ faults: inout JSONFaults) {
    guard var reader = faults.object(element) else { return knowsOffers = false }
    let ticketType = faults.required("ticketType", "a ticket type", of: &reader).flatMap { value in
      knownTypes.place(
        of: value.string, from: value, &faults,
        expected: Self.oneOf(ticketTypes.map { "\"\($0.id)\"" }, else: "a ticket type"))
    }
    let level = faults.required("priceLevel", "a price level", of: &reader)
    let priceLevel = level.flatMap { self.priceLevel($0, &faults) }
    let offer = Offer(
      ticketType: ticketType ?? 0, priceLevel: priceLevel ?? 0,
      face: faults.charge(faults.required("face", "an amount", of: &reader)),
      service: faults.charge(reader.optionalValue("service")),
      facility: faults.charge(reader.optionalValue("facility")),
      distance: faults.charge(reader.optionalValue("distance")),
      password: faults.read(try reader.optionalValue("password")?.text(in: 1...100)))
    faults.finish(reader)
    guard let priceLevel, let level else { return knowsOffers = false }
    guard let ticketType else {
      offered[priceLevel, default: []].formUnion([])
      return
    }
    guard offered[priceLevel, default: []].insert(ticketType).inserted else {
      return faults.note(level.unfit("a price level for which the ticket type has no offer before"))
    }
    offers.append(offer)
  }

  private static func oneOf(_ choices: [String], else none: String) -> String {
    switch choices.count {
    case 0: none
    case 1...12: choices.joined(separator: " or ")
    default: choices.prefix(12).joined(separator: " or ") + " or one of \(choices.count - 12) others"
    }
  }
}
