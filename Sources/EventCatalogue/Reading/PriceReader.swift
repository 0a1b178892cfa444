import JSONText

/// Reads the areas, ticket types, price levels and offers of an event, and finds them by the ids that fixtures use.
struct PriceReader {
  private(set) var areas: [Area] = []
  private(set) var ticketTypes: [TicketType] = []
  private(set) var priceLevels: [PriceLevel] = []
  private(set) var offers: [Offer] = []

  // Indices by id.
  private var areaPlaces: [Int: Int] = [:]
  private var ticketTypePlaces: [String: Int] = [:]
  private var priceLevelPlaces: [Int: Int] = [:]
  /// The ticket types offered at each price level.
  private var offered: [Int: Set<Int>] = [:]

  init(_ reader: inout JSONObjectReader) throws(JSONMismatch) {
    if let list = try reader.optionalArray("areas") {
      for element in list { try readArea(element) }
    }
    for element in try reader.list("ticketTypes") { try readTicketType(element) }
    for element in try reader.list("priceLevels") { try readPriceLevel(element) }
    for element in try reader.list("offers") { try readOffer(element) }
  }

  /// The index of the area with a number.
  func area(_ value: JSONValue) throws(JSONMismatch) -> Int {
    guard let id = value.integer, let place = areaPlaces[Int(id)] else {
      throw value.unfit(Self.oneOf(areas.map { String($0.id) }, else: "no area, for the event has none"))
    }
    return place
  }

  /// The index of the price level with a number.
  func priceLevel(_ value: JSONValue) throws(JSONMismatch) -> Int {
    guard let id = value.integer, let place = priceLevelPlaces[Int(id)] else {
      throw value.unfit(Self.oneOf(priceLevels.map { String($0.id) }, else: "a price level"))
    }
    return place
  }

  /// The index of a price level at which tickets are offered.
  func soldPriceLevel(_ value: JSONValue) throws(JSONMismatch) -> Int {
    let place = try priceLevel(value)
    guard offered[place] != nil else { throw value.unfit("a price level with an offer") }
    return place
  }

  private mutating func readArea(_ element: JSONValue) throws(JSONMismatch) {
    var reader = try element.asObject()
    let id = try reader.required("id", "a number")
    let area = Area(
      id: try id.number(in: 0...99_999), name: try reader.required("name", "a short name").text(in: 1...40),
      description: try reader.required("description", "a description").text())
    try reader.rejectUnread()
    guard areaPlaces.updateValue(areas.count, forKey: area.id) == nil else {
      throw id.unfit("an id that does not occur before")
    }
    areas.append(area)
  }

  private mutating func readTicketType(_ element: JSONValue) throws(JSONMismatch) {
    var reader = try element.asObject()
    let id = try reader.required("id", "twelve hex digits")
    let text = try id.ascii(12...12, "twelve upper-case hex digits") {
      EventReader.isDigit($0) || $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "F")
    }
    let name = try reader.required("name", "a name").text()
    let description = try reader.optionalValue("description")?.text() ?? name
    try reader.rejectUnread()
    guard ticketTypePlaces.updateValue(ticketTypes.count, forKey: text) == nil else {
      throw id.unfit("an id that does not occur before")
    }
    ticketTypes.append(TicketType(id: text, name: name, description: description))
  }

  private mutating func readPriceLevel(_ element: JSONValue) throws(JSONMismatch) {
    var reader = try element.asObject()
    let id = try reader.required("id", "a number")
    let number = try id.number(in: 0...99_999)
    let description = try reader.optionalValue("description")?.text() ?? "Price Level \(number)"
    try reader.rejectUnread()
    guard priceLevelPlaces.updateValue(priceLevels.count, forKey: number) == nil else {
      throw id.unfit("an id that does not occur before")
    }
    priceLevels.append(PriceLevel(id: number, description: description))
  }

  private mutating func readOffer(_ element: JSONValue) throws(JSONMismatch) {
    var reader = try element.asObject()
    let type = try reader.required("ticketType", "a ticket type")
    guard let id = type.string, let ticketType = ticketTypePlaces[id] else {
      throw type.unfit(Self.oneOf(ticketTypes.map { "\"\($0.id)\"" }, else: "a ticket type"))
    }
    let level = try reader.required("priceLevel", "a price level")
    let priceLevel = try priceLevel(level)
    let offer = Offer(
      ticketType: ticketType, priceLevel: priceLevel, face: try reader.required("face", "an amount").charge(),
      service: try reader.optionalValue("service")?.charge() ?? .none,
      facility: try reader.optionalValue("facility")?.charge() ?? .none,
      distance: try reader.optionalValue("distance")?.charge() ?? .none,
      password: try reader.optionalValue("password")?.text(in: 1...100))
    try reader.rejectUnread()
    guard offered[priceLevel, default: []].insert(ticketType).inserted else {
      throw level.unfit("a price level for which the ticket type has no offer before")
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
