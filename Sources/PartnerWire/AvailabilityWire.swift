import BoxOffice
import Determinism
import JSONText

/// `GET /events/{event_id}/availability`: what can be reserved now, by price level.
package enum AvailabilityWire {
  private static let source = "Partner API, Availability"
  package static let event = WireField(
    "event", .object(eventTable), required: true, about: "The event and its free seats.", source: source)
  package static let table = WireTable("Availability", [event])

  package static let id = WireField(
    "id", .string, required: true, about: "The event's id.", source: source, example: "\"0B004D43F86C478F\"")
  static let restrictSingle = WireField(
    "restrictSingle", .boolean, required: true, about: "Whether a sale must not strand a single seat.", source: source,
    example: "true")
  static let eventTicketLimit = WireField(
    "eventTicketLimit", .integer, required: true, about: "The most tickets that one buyer may have.", source: source,
    example: "10")
  package static let onsale = printed("onsale", "2026-01-05 17:00:00.0", about: "When the sale begins, in UTC.")
  package static let offsale = printed("offsale", "2026-03-05 02:30:00.0", about: "When the sale ends, in UTC.")
  package static let eventDateTime = printed(
    "eventDateTime", "2026-03-05 02:30:00.0", about: "When the event begins, in UTC.")

  private static let notes = "Partner API, Availability, release notes"
  static let isGranular = WireField(
    "granularPricing", .boolean, required: true,
    about: "Whether prices differ from seat to seat, without price levels.", source: notes, example: "false")
  static let isAllInclusive = WireField(
    "allInclusivePricing", .boolean, required: true, about: "Whether face values include all charges.", source: notes,
    example: "false")
  static let rollsUpService = WireField(
    "serviceFeeRollup", .boolean, required: true, about: "Whether face values include service fees.", source: notes,
    example: "false")
  static let rollsUpFacility = WireField(
    "facilityFeeRollup", .boolean, required: true, about: "Whether face values include facility fees.", source: notes,
    example: "false")
  static let venueID = WireField(
    "venueId", .string, required: true, about: "The venue's id.", source: notes, example: "\"263135\"")
  static let transfer = WireField(
    "transfer", .object(transferTable), required: true, about: "Whether tickets can be transferred.", source: notes)
  static let isEligible = WireField(
    "eligible", .boolean, required: true, about: "Whether tickets can be transferred.", source: notes, example: "true")
  static let explanation = WireField(
    "explanation", .string, required: true, about: "Why tickets cannot be transferred; empty if they can.",
    source: notes, example: "\"\"")
  static let transferTable = WireTable("AvailabilityTransfer", [isEligible, explanation])

  private static func printed(_ name: String, _ example: String, about: String) -> WireField {
    WireField(name, .plainDateTime, about: about, source: "Partner API, Additional Features", example: "\"\(example)\"")
  }

  package static let tickets = WireField(
    "tickets", .array(of: .object(groupTable)), required: true,
    about: "The free seats by price level, with what they cost.", source: source)
  static let eventTable = WireTable(
    "AvailabilityEvent",
    [
      id, restrictSingle, SafeTixWire.isEnabled, eventTicketLimit, onsale, offsale, eventDateTime, isGranular,
      isAllInclusive, RestrictionsWire.seatLocationMap, RestrictionsWire.locationXnum, RestrictionsWire.locationRowSeat,
      rollsUpService, rollsUpFacility, venueID, transfer, tickets,
    ])

  package static let available = WireField(
    "available", .integer, required: true, about: "How many seats are free.", source: source, example: "5034")
  package static let total = WireField(
    "total", .integer, required: true, about: "How many seats there are.", source: source, example: "10345")
  package static let seating = WireField(
    "seating", .choice(["reserved", "general"]), about: "Whether seats are reserved or general admission.",
    source: source, example: "\"reserved\"")
  static let currentTicketLimit = WireField(
    "currentTicketLimit", .integer, required: true, about: "The most tickets that one cart may hold now.",
    source: source, example: "4")
  package static let inventory = WireField(
    "inventory", .array(of: .object(rowTable)), required: true, about: "The rows with free seats.", source: source)
  static let offers = WireField(
    "offers", .array(of: .object(offerTable)), required: true,
    about: "The ticket types that are sold here, with prices.", source: source)
  static let groupTable = WireTable(
    "AvailabilityTickets", [available, total, seating, eventTicketLimit, currentTicketLimit, inventory, offers])

  package static let section = WireField(
    "section", .string, required: true, about: "The section.", source: source, example: "\"207\"")
  package static let row = WireField(
    "row", .string, required: true, about: "The row.", source: source, example: "\"A\"")
  package static let seats = WireField(
    "seats", .array(of: .integer), required: true, about: "The numbers of the free seats.", source: source,
    example: "[2,4,6,8]")
  static let places = WireField(
    "places", .array(of: .string), about: "The ids of the free seats, to reserve them by.", source: source,
    example: "[\"INGEEMRQHE5E2ORRG4\"]")
  package static let areas = WireField(
    "areas", .array(of: .object(areaTable)), about: "The areas that the row lies in.", source: source)
  static let hasEvenOddMix = WireField(
    "hasEvenOddMix", .boolean, required: true, about: "Whether seats next to each other have even and odd numbers.",
    source: source, example: "false")
  static let attributes = WireField(
    "attributes", .array(of: .string), required: true,
    about: "What is special about the seats, such as a limited view.", source: notes, example: "[]")
  static let rowTable = WireTable("AvailabilityRow", [section, row, seats, places, areas, attributes, hasEvenOddMix])

  static let areaDescription = WireField(
    "description", .string, about: "The area in words.", source: source, example: "\"Main Floor\"")
  static let areaName = WireField("name", .string, about: "The area's short name.", source: source, example: "\"ORCH\"")
  static let areaID = WireField("areaId", .string, about: "The area's id.", source: source, example: "\"5\"")
  static let areaLabel = WireField(
    "areaLabel", .string, required: true, about: "The area as a label shows it.", source: notes,
    example: "\"Main Floor\"")
  static let areaTable = WireTable("AvailabilityArea", [areaDescription, areaName, areaID, areaLabel])

  static let charges = WireField(
    "charges", .array(of: .object(chargeTable)), required: true, about: "What is charged on top of the face value.",
    source: source)
  package static let currency = WireField(
    "currency", .string, required: true, about: "The currency, of ISO 4217.", source: source, example: "\"USD\"")
  static let faceValue = WireField(
    "faceValue", .money, required: true, about: "The face value of one ticket.", source: source, example: "25.0")
  static let offerDescription = WireField(
    "offerDescription", .string, about: "The ticket type in words.", source: source, example: "\"GPAS1\"")
  static let offerName = WireField(
    "offerName", .string, required: true, about: "The ticket type's name.", source: source, example: "\"GPAS1\"")
  /// Absent where the event has granular pricing.
  static let priceLevelID = WireField(
    "priceLevelId", .string, about: "The id of the price level.", source: source, example: "\"1\"")
  static let ticketTypeID = WireField(
    "ticketTypeId", .string, required: true, about: "The id of the ticket type, to reserve by.", source: source,
    example: "\"00000405000C\"")
  static let ticketMinimum = WireField(
    "eventTicketMinimum", .integer, required: true, about: "The fewest tickets that one buyer may have.", source: notes,
    example: "1")
  static let restrictsPayment = WireField(
    "restrictedPayment", .boolean, required: true, about: "Whether only some ways of payment are taken.", source: notes,
    example: "false")
  static let sellable = WireField(
    "sellableQuantities", .array(of: .integer), required: true, about: "How many tickets a cart may hold.",
    source: notes, example: "[1,2,3,4]")
  static let isProtected = WireField(
    "protected", .boolean, required: true, about: "Whether the offer needs a password.", source: notes, example: "false"
  )
  static let isAvailable = WireField(
    "available", .boolean, required: true, about: "Whether the offer can be bought now.", source: notes, example: "true"
  )
  static let totalPrice = WireField(
    "totalPrice", .money, about: "The face value with all charges.", source: source, example: "101.66")
  static let listPrice = WireField(
    "listPrice", .money, about: "The price before charges.", source: source, example: "57.0")
  static let offerTable = WireTable(
    "AvailabilityOffer",
    [
      charges, currency, faceValue, totalPrice, listPrice, offerDescription, offerName, ticketMinimum, restrictsPayment,
      sellable, isProtected, isAvailable, priceLevelID, ticketTypeID,
    ])

  package static let amount = WireField(
    "amount", .money, required: true, about: "The amount for one ticket.", source: source, example: "3.0")
  package static let reason = WireField(
    "reason", .choice(OfferCharges.reasons), required: true, about: "What the charge is for.", source: notes,
    example: "\"facility\"")
  package static let type = WireField(
    "type", .choice(["fee", "tax"]), required: true, about: "Whether the charge is a fee or a tax.", source: notes,
    example: "\"fee\"")
  static let chargeTable = WireTable("AvailabilityCharge", [amount, reason, type])

  /// The parameters of the query.
  package static let queryTable = WireTable("AvailabilityQuery", [getBasePrice, password])
  package static let getBasePrice = WireField(
    "getBasePrice", .boolean, about: "Asks for totalPrice and listPrice in offers.",
    source: "Partner API, in the requests of clients", example: "true")
  package static let password = WireField(
    "password", .string, about: "Opens offers that are protected by a password.",
    source: "Partner API, Password Protected Offers", example: "\"disney\"")
}
