import BoxOffice
import Determinism
import JSONText

/// `GET /events/{event_id}/availability`: what can be reserved now, by price level.
package enum AvailabilityWire {
  private static let source = "Partner API, Availability"
  package static let event = WireField("event", .object(eventTable), required: true, source: source)
  package static let table = WireTable("Availability", [event])

  package static let id = WireField("id", .string, required: true, source: source, example: "\"0B004D43F86C478F\"")
  static let restrictSingle = WireField("restrictSingle", .boolean, required: true, source: source, example: "true")
  static let eventTicketLimit = WireField("eventTicketLimit", .integer, required: true, source: source, example: "10")
  package static let onsale = printed("onsale", "2026-01-05 17:00:00.0")
  package static let offsale = printed("offsale", "2026-03-05 02:30:00.0")
  package static let eventDateTime = printed("eventDateTime", "2026-03-05 02:30:00.0")

  private static func printed(_ name: String, _ example: String) -> WireField {
    WireField(name, .plainDateTime, source: "Partner API, Additional Features", example: "\"\(example)\"")
  }

  package static let tickets = WireField("tickets", .array(of: .object(groupTable)), required: true, source: source)
  static let eventTable = WireTable(
    "AvailabilityEvent",
    [
      id, restrictSingle, SafeTixWire.isEnabled, eventTicketLimit, onsale, offsale, eventDateTime, RestrictionsWire.seatLocationMap,
      RestrictionsWire.locationXnum, RestrictionsWire.locationRowSeat, tickets,
    ])

  package static let available = WireField("available", .integer, required: true, source: source, example: "5034")
  package static let total = WireField("total", .integer, required: true, source: source, example: "10345")
  package static let seating = WireField(
    "seating", .choice(["reserved", "general"]), source: source, example: "\"reserved\"")
  static let currentTicketLimit = WireField(
    "currentTicketLimit", .integer, required: true, source: source, example: "4")
  package static let inventory = WireField("inventory", .array(of: .object(rowTable)), required: true, source: source)
  static let offers = WireField("offers", .array(of: .object(offerTable)), required: true, source: source)
  static let groupTable = WireTable(
    "AvailabilityTickets", [available, total, seating, eventTicketLimit, currentTicketLimit, inventory, offers])

  package static let section = WireField("section", .string, required: true, source: source, example: "\"207\"")
  package static let row = WireField("row", .string, required: true, source: source, example: "\"A\"")
  package static let seats = WireField(
    "seats", .array(of: .integer), required: true, source: source, example: "[2,4,6,8]")
  static let places = WireField("places", .array(of: .string), source: source, example: "[\"INGEEMRQHE5E2ORRG4\"]")
  package static let areas = WireField("areas", .array(of: .object(areaTable)), source: source)
  static let hasEvenOddMix = WireField("hasEvenOddMix", .boolean, required: true, source: source, example: "false")
  static let rowTable = WireTable("AvailabilityRow", [section, row, seats, places, areas, hasEvenOddMix])

  static let areaDescription = WireField("description", .string, source: source, example: "\"Main Floor\"")
  static let areaName = WireField("name", .string, source: source, example: "\"ORCH\"")
  static let areaID = WireField("areaId", .string, source: source, example: "\"5\"")
  static let areaTable = WireTable("AvailabilityArea", [areaDescription, areaName, areaID])

  static let charges = WireField("charges", .array(of: .object(chargeTable)), required: true, source: source)
  package static let currency = WireField("currency", .string, required: true, source: source, example: "\"USD\"")
  static let faceValue = WireField("faceValue", .money, required: true, source: source, example: "25.0")
  static let offerDescription = WireField("offerDescription", .string, source: source, example: "\"GPAS1\"")
  static let offerName = WireField("offerName", .string, required: true, source: source, example: "\"GPAS1\"")
  static let priceLevelID = WireField("priceLevelId", .string, required: true, source: source, example: "\"1\"")
  static let ticketTypeID = WireField(
    "ticketTypeId", .string, required: true, source: source, example: "\"00000405000C\"")
  static let offerTable = WireTable(
    "AvailabilityOffer", [charges, currency, faceValue, offerDescription, offerName, priceLevelID, ticketTypeID])

  package static let amount = WireField("amount", .money, required: true, source: source, example: "3.0")
  package static let reason = WireField(
    "reason", .choice(["facility", "service", "distance"]), required: true, source: source, example: "\"facility\"")
  package static let type = WireField("type", .choice(["fee"]), required: true, source: source, example: "\"fee\"")
  static let chargeTable = WireTable("AvailabilityCharge", [amount, reason, type])
}
