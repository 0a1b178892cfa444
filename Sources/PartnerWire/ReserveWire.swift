package import BoxOffice
package import JSONText
package import PartnerVocabulary

/// The body of `POST /events/{event_id}/cart`.
package enum ReserveWire {
  private static let source = "Partner API, Reserve"
  package static let token = WireField(
    "token", .string, about: "The token of a solved captcha.", source: source, example: "\"03AHJ…\"")
  package static let reserve = WireField(
    "reserve", .object(reserveTable), required: true, about: "What is to be held.", source: source)
  package static let table = WireTable("ReserveRequest", [token, reserve])

  package static let tickets = WireField(
    "tickets", .array(of: .object(ticketTable), sizes: 1...Int.max), required: true,
    about: "The ticket types and how many of each.", source: source)
  package static let areas = WireField(
    "areas", .array(of: .object(areaTable)), about: "The areas to take seats from.", source: source)
  static let places = WireField(
    "places", .array(of: .string, isSet: true),
    about: "The ids of the seats to take, as availability lists them; as many as tickets.", source: source,
    example: "[\"INGEEMRQHE5E2ORRG4\"]")
  package static let section = WireField(
    "section", .string, about: "The section to take seats from.", source: source, example: "\"CLB239\"")
  package static let row = WireField(
    "row", .string, about: "The row to take seats from.", source: source, example: "\"C\"")
  static let beginSeat = WireField(
    "begin_seat", .integer, about: "The first seat to take.", source: source, example: "17")
  static let endSeat = WireField(
    "end_seat", .integer, about: "The last seat to take; not before begin_seat.", source: source, example: "18")
  static let acceptBestAvailable = WireField(
    "accept_best_available", .boolean, about: "Whether other seats will do if those named are not free.",
    source: source, example: "false")
  private static let granular = "Partner API, Additional Features, Granular Pricing"
  package static let lowestPrice = WireField(
    "seat_price_low", .amount, about: "The lowest price of a seat; for events with granular pricing.", source: granular,
    example: "50.0")
  package static let highestPrice = WireField(
    "seat_price_high", .amount, about: "The highest price of a seat; not below seat_price_low.", source: granular,
    example: "99.5")
  package static let password = WireField(
    "password", .string, about: "Opens offers that are protected by a password.",
    source: "Partner API, Password Protected Offers, which do not show its name",
    example: "\"disney\"")
  static let reserveTable = WireTable(
    "Reserve",
    [
      tickets, areas, places, section, row, beginSeat, endSeat, lowestPrice, highestPrice, password,
      acceptBestAvailable,
    ])

  static let ticketID = WireField(
    "id", .string, required: true, about: "The id of the ticket type, as availability lists it.", source: source,
    example: "\"000002040006\"")
  package static let quantity = WireField(
    "quantity", .count, about: "How many tickets; 1 by default.", source: source, example: "1")
  package static let price = WireField(
    "price", .object(priceTable), about: "The price level that is wanted.", source: source)
  static let ticketTable = WireTable("ReserveTickets", [ticketID, quantity, price])

  static let priceID = WireField("id", .integer, about: "The id of the price level.", source: source, example: "3")
  package static let amount = WireField(
    "amount", .amount, about: "The face value that is wanted.", source: source, example: "50.0")
  static let priceTable = WireTable("ReservePrice", [priceID, amount])

  static let areaID = WireField("id", .integer, required: true, about: "The area's id.", source: source, example: "2")
  static let areaTable = WireTable("ReserveArea", [areaID])

  /// Reads a reserve request.
  ///
  /// - Throws: `invalid-reserve-structure` without `reserve`, `invalid-input` for wrong values.
  package static func read(_ body: inout JSONObjectReader) throws(APIError) -> ReserveRequest {
    let captcha = try body.optional(token)
    guard body.value(reserve) != nil else {
      throw APIError(ErrorCatalogue.invalidReserveStructure, "The body needs reserve, an object with tickets.")
    }
    var fields = try body.requiredObject(reserve)
    guard let list = fields.value(tickets) else { throw fields.missing(tickets) }
    let entries = try fields.elements(tickets)
    if entries.isEmpty { throw APIError(list.mismatch(expected: "at least one ticket", found: "an empty array")) }
    var wishes: [ReserveRequest.Tickets] = []
    for entry in entries { wishes.append(try readTickets(entry)) }
    var request = ReserveRequest(tickets: wishes)
    request.captchaToken = captcha
    for entry in try fields.elements(areas) {
      var area = try reader(entry)
      guard let id = try area.optionalInteger(areaID) else { throw area.missing(areaID) }
      request.areas.append(id)
    }
    request.places = try readPlaces(&fields, quantity: request.quantity)
    request.section = try fields.optional(section)
    request.row = try fields.optional(row)
    request.beginSeat = try fields.optionalInteger(beginSeat)
    request.endSeat = try fields.optionalInteger(endSeat)
    if let begin = request.beginSeat, let end = request.endSeat, end < begin, let value = fields.value(endSeat) {
      throw APIError(value.mismatch(expected: "a seat number of at least begin_seat, \(begin)", found: "\(end)"))
    }
    request.lowestPrice = try fields.optionalAmount(lowestPrice)
    request.highestPrice = try fields.optionalAmount(highestPrice)
    if let low = request.lowestPrice, let high = request.highestPrice, high < low,
      let value = fields.value(highestPrice)
    {
      throw APIError(value.mismatch(expected: "at least seat_price_low, \(low)", found: "\(high)"))
    }
    request.password = try fields.optional(password)
    request.acceptsBestAvailable = try fields.optionalBool(acceptBestAvailable) ?? true
    return request
  }

  private static func reader(_ value: JSONValue) throws(APIError) -> JSONObjectReader {
    do throws(JSONMismatch) {
      return try JSONObjectReader(value)
    } catch {
      throw APIError(error)
    }
  }

  private static func readTickets(_ value: JSONValue) throws(APIError) -> ReserveRequest.Tickets {
    var fields = try reader(value)
    var tickets = ReserveRequest.Tickets(type: try fields.required(ticketID))
    if let count = try fields.optionalCount(quantity) { tickets.quantity = count }
    if var price = try fields.optionalObject(price) {
      tickets.priceLevel = try price.optionalInteger(priceID)
      tickets.amount = try price.optionalAmount(amount)
    }
    return tickets
  }

  private static func readPlaces(
    _ fields: inout JSONObjectReader, quantity: Int
  ) throws(APIError) -> [String] {
    var names: [String] = []
    var known: Set<String> = []
    for entry in try fields.elements(places) {
      guard let name = entry.string else { throw APIError(entry.mismatch(expected: "a place id")) }
      if !known.insert(name).inserted {
        throw APIError(entry.mismatch(expected: "each place once", found: "\(name) twice"))
      }
      names.append(name)
    }
    if !names.isEmpty, names.count != quantity, let value = fields.value(places) {
      throw APIError(value.mismatch(expected: "as many places as tickets, \(quantity)", found: "\(names.count)"))
    }
    return names
  }
}
