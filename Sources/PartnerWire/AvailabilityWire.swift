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

  private static let notes = "Partner API, Availability, release notes"
  static let isGranular = WireField("granularPricing", .boolean, required: true, source: notes, example: "false")
  static let isAllInclusive = WireField(
    "allInclusivePricing", .boolean, required: true, source: notes, example: "false")
  static let rollsUpService = WireField("serviceFeeRollup", .boolean, required: true, source: notes, example: "false")
  static let rollsUpFacility = WireField(
    "facilityFeeRollup", .boolean, required: true, source: notes, example: "false")
  static let venueID = WireField("venueId", .string, required: true, source: notes, example: "\"263135\"")
  static let transfer = WireField("transfer", .object(transferTable), required: true, source: notes)
  static let isEligible = WireField("eligible", .boolean, required: true, source: notes, example: "true")
  static let explanation = WireField("explanation", .string, required: true, source: notes, example: "\"\"")
  static let transferTable = WireTable("AvailabilityTransfer", [isEligible, explanation])

  private static func printed(_ name: String, _ example: String) -> WireField {
    WireField(name, .plainDateTime, source: "Partner API, Additional Features", example: "\"\(example)\"")
  }

  package static let tickets = WireField("tickets", .array(of: .object(groupTable)), required: true, source: source)
  static let eventTable = WireTable(
    "AvailabilityEvent",
    [
      id, restrictSingle, SafeTixWire.isEnabled, eventTicketLimit, onsale, offsale, eventDateTime, isGranular,
      isAllInclusive, RestrictionsWire.seatLocationMap, RestrictionsWire.locationXnum, RestrictionsWire.locationRowSeat,
      rollsUpService, rollsUpFacility, venueID, transfer, tickets,
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
  static let attributes = WireField("attributes", .array(of: .string), required: true, source: notes, example: "[]")
  static let rowTable = WireTable("AvailabilityRow", [section, row, seats, places, areas, attributes, hasEvenOddMix])

  static let areaDescription = WireField("description", .string, source: source, example: "\"Main Floor\"")
  static let areaName = WireField("name", .string, source: source, example: "\"ORCH\"")
  static let areaID = WireField("areaId", .string, source: source, example: "\"5\"")
  static let areaLabel = WireField("areaLabel", .string, required: true, source: notes, example: "\"Main Floor\"")
  static let areaTable = WireTable("AvailabilityArea", [areaDescription, areaName, areaID, areaLabel])

  static let charges = WireField("charges", .array(of: .object(chargeTable)), required: true, source: source)
  package static let currency = WireField("currency", .string, required: true, source: source, example: "\"USD\"")
  static let faceValue = WireField("faceValue", .money, required: true, source: source, example: "25.0")
  static let offerDescription = WireField("offerDescription", .string, source: source, example: "\"GPAS1\"")
  static let offerName = WireField("offerName", .string, required: true, source: source, example: "\"GPAS1\"")
  /// Absent where the event has granular pricing.
  static let priceLevelID = WireField("priceLevelId", .string, source: source, example: "\"1\"")
  static let ticketTypeID = WireField(
    "ticketTypeId", .string, required: true, source: source, example: "\"00000405000C\"")
  static let ticketMinimum = WireField("eventTicketMinimum", .integer, required: true, source: notes, example: "1")
  static let restrictsPayment = WireField(
    "restrictedPayment", .boolean, required: true, source: notes, example: "false")
  static let sellable = WireField(
    "sellableQuantities", .array(of: .integer), required: true, source: notes, example: "[1,2,3,4]")
  static let isProtected = WireField("protected", .boolean, required: true, source: notes, example: "false")
  static let isAvailable = WireField("available", .boolean, required: true, source: notes, example: "true")
  static let totalPrice = WireField("totalPrice", .money, source: source, example: "101.66")
  static let listPrice = WireField("listPrice", .money, source: source, example: "57.0")
  static let offerTable = WireTable(
    "AvailabilityOffer",
    [
      charges, currency, faceValue, totalPrice, listPrice, offerDescription, offerName, ticketMinimum, restrictsPayment,
      sellable, isProtected, isAvailable, priceLevelID, ticketTypeID,
    ])

  package static let amount = WireField("amount", .money, required: true, source: source, example: "3.0")
  package static let reason = WireField(
    "reason", .choice(OfferCharges.reasons), required: true, source: notes, example: "\"facility\"")
  package static let type = WireField(
    "type", .choice(["fee", "tax"]), required: true, source: notes, example: "\"fee\"")
  static let chargeTable = WireTable("AvailabilityCharge", [amount, reason, type])

  /// What the query can ask for.
  package static let queryTable = WireTable("AvailabilityQuery", [getBasePrice, password])
  package static let getBasePrice = WireField(
    "getBasePrice", .boolean, source: "Partner API, in the requests of clients", example: "true")
  package static let password = WireField(
    "password", .string, source: "Partner API, Password Protected Offers", example: "\"disney\"")
}
