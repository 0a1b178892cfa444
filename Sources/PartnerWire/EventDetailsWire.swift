import JSONText

/// `GET /events/{event_id}`: an event with all that was ever printed of one; deprecated since 2017.
package enum EventDetailsWire {
  private static let source = "Partner API 2015 to 2017, Event Details"

  private static func required(_ name: String, _ kind: WireField.Kind, _ example: String = "") -> WireField {
    WireField(name, kind, required: true, source: source, example: example)
  }

  static let isTransactable = required("api_transactable", .boolean, "true")
  package static let event = required("event", .object(eventTable))
  package static let table = WireTable("EventDetails", [isTransactable, event])

  // MARK: Parts that occur in several places

  package static let id = required("id", .integer, "10")
  package static let name = required("name", .string, "\"New England\"")
  package static let description = required("description", .string, "\"Price Level 3\"")
  package static let type = required("type", .string, "\"onsale\"")
  package static let value = required("value", .string, "\"2015-09-11T14:00:00Z\"")
  package static let format = required("format", .string, "\"datetime\"")
  package static let label = required("label", .string, "\"Section\"")
  static let abbreviation = required("abbrev", .string, "\"US\"")
  package static let limit = required("limit", .integer, "50")
  static let idTable = WireTable("EventDetailsID", [id])
  static let namedTable = WireTable("EventDetailsNamed", [id, name])
  static let dateTable = WireTable("EventDetailsDate", [format, value])
  package static let prices = required("prices", .array(of: .object(idTable)))
  package static let areas = required("areas", .array(of: .object(idTable)))
  static let width = required("width", .integer, "205")
  static let height = required("height", .integer, "115")
  static let location = required("location", .string, "\"data:image/gif;base64,…\"")
  static let imageTable = WireTable("EventDetailsImage", [height, location, width])

  // MARK: Areas and prices

  static let groupAreas = required("areas", .array(of: .object(groupAreaTable)))
  static let groupAreaTable = WireTable("EventDetailsGroupArea", [description, id, prices])
  static let groupTable = WireTable("EventDetailsAreaGroup", [groupAreas, label])
  static let areaGroups = required("area_groups", .array(of: .object(groupTable)))

  static let amounts = required("amounts", .array(of: .money), "[75.00]")
  static let priceTable = WireTable("EventDetailsPrice", [amounts, areas, description, id])
  static let eventPrices = required("prices", .array(of: .object(priceTable)))

  static let displayAmount = required("display_amount", .money, "150.00")
  static let faceValue = required("face_value", .money, "150.00")
  static let fees = required("fees", .money, "0.00")
  static let rangeEndTable = WireTable("EventDetailsRangeEnd", [displayAmount, faceValue, fees])
  package static let maximum = required("max", .object(rangeEndTable))
  static let minimumPrice = required("min", .object(rangeEndTable))
  static let rangeTable = WireTable("EventDetailsPriceRange", [description, maximum, minimumPrice])
  static let priceRange = WireField("price_range", .object(rangeTable), source: source)

  // MARK: Ticket types

  package static let amount = required("amount", .money, "150.00")
  package static let currency = required("currency", .string, "\"USD\"")
  static let sumTable = WireTable("EventDetailsSum", [amount, currency])
  static let detailAmount = required("amount", .object(sumTable))
  static let detailTable = WireTable("EventDetailsPriceDetail", [detailAmount, type])
  static let priceDetails = required("price_details", .array(of: .object(detailTable)))
  static let ticketPriceTable = WireTable("EventDetailsTicketPrice", [amount, displayAmount, id, priceDetails])
  static let ticketPrices = required("prices", .array(of: .object(ticketPriceTable)))
  static let ticketID = required("id", .string, "\"000042800007\"")
  static let exact = required("exact", .integer, "0")
  package static let minimum = required("minimum", .integer, "1")
  static let multiple = required("multiple", .integer, "1")
  static let ticketQuantities = required(
    "quantities", .object(WireTable("EventDetailsTicketQuantities", [exact, limit, minimum, multiple])))
  static let ticketTable = WireTable(
    "EventDetailsTicket", [areas, description, ticketID, ticketPrices, ticketQuantities])
  package static let tickets = required("tickets", .array(of: .object(ticketTable)))

  // MARK: The venue

  static let venueImageTable = WireTable("EventDetailsVenueImage", [height, location, name, type, width])
  static let images = required("images", .array(of: .object(venueImageTable)))
  package static let city = required("city", .string, "\"Mashantucket\"")
  static let placeTable = WireTable("EventDetailsPlace", [abbreviation])
  package static let country = required("country", .object(placeTable))
  package static let region = required("region", .object(placeTable))
  package static let address = required("address", .object(WireTable("EventDetailsAddress", [city, country, region])))
  static let timeZone = required("time_zone", .string, "\"America/New_York\"")
  static let venueLocation = required("location", .object(WireTable("EventDetailsLocation", [address, timeZone])))
  static let markets = required("markets", .array(of: .object(namedTable)))
  static let venueTable = WireTable("EventDetailsVenue", [id, images, venueLocation, markets, name])
  package static let venue = required("venue", .object(venueTable))

  // MARK: The event

  static let rank = required("rank", .integer, "1")
  static let isSinglePerformer = required("single_performer_or_band", .boolean, "false")
  static let artists = required(
    "artists", .array(of: .object(WireTable("EventDetailsArtist", [id, name, rank, isSinglePerformer]))))
  static let criteriaGroups = required("criteria_groups", .array(of: .string), "[\"bestavail\",\"specificseats\"]")
  static let currencyCode = required("currency_code", .string, "\"USD\"")
  static let eventImage = required("event_image", .object(imageTable))
  static let eventDate = required("eventdate", .object(dateTable))
  static let facilityFeeRollup = required("facility_fee_rollup", .boolean, "false")
  package static let eventID = required("id", .string, "\"1D004F240CEB4BDE\"")
  package static let text = required("text", .string, "\"A synthetic event.\"")
  static let notes = required("notes", .array(of: .object(WireTable("EventDetailsNote", [text, type]))))
  package static let offsale = required("offsale", .object(dateTable))
  package static let onsale = required("onsale", .object(dateTable))
  package static let presales = required(
    "presales", .array(of: .object(WireTable("EventDetailsPresale", [format, label, value]))))
  static let promoter = required("promoter", .object(namedTable))
  static let publication = required("publication", .object(dateTable))
  static let purchaseOrganization = required("purchase_organization", .string, "\"TM\"")
  static let quantities = required("quantities", .object(WireTable("EventDetailsQuantities", [limit])))
  static let serviceFeeRollup = required("service_fee_rollup", .boolean, "false")
  package static let statuses = required(
    "statuses", .array(of: .object(WireTable("EventDetailsStatus", [type, value]))))
  static let eventType = required("type", .object(idTable))
  package static let url = required("url", .string, "\"http://localhost:8490/partners/v1/events/1D004F240CEB4BDE\"")
  static let eventTable = WireTable(
    "EventDetailsEvent",
    [
      areaGroups, artists, criteriaGroups, currencyCode, eventImage, eventDate, facilityFeeRollup, eventID, name, notes,
      offsale, onsale, presales, priceRange, eventPrices, promoter, publication, purchaseOrganization, quantities,
      SafeTixWire.isEnabled, serviceFeeRollup, statuses, tickets, eventType, url, venue,
    ])
}
