import JSONText

/// `GET /events/{event_id}`: an event with every field that the documents ever printed; deprecated since 2017.
package enum EventDetailsWire {
  private static let source = "Partner API 2015 to 2017, Event Details"

  private static func required(
    _ name: String, _ kind: WireField.Kind, about: String, _ example: String = ""
  ) -> WireField {
    WireField(name, kind, required: true, about: about, source: source, example: example)
  }

  static let isTransactable = required(
    "api_transactable", .boolean, about: "Whether the event is sold through the API.", "true")
  package static let event = required("event", .object(eventTable), about: "The event.")
  package static let table = WireTable("EventDetails", [isTransactable, event])

  // MARK: Parts that occur in several places

  package static let id = required("id", .integer, about: "The number of the entry.", "10")
  package static let name = required("name", .string, about: "The name.", "\"New England\"")
  package static let description = required(
    "description", .string, about: "A description for people.", "\"Price Level 3\"")
  package static let type = required("type", .string, about: "Its type.", "\"onsale\"")
  package static let value = required("value", .string, about: "Its value.", "\"2015-09-11T14:00:00Z\"")
  package static let format = required(
    "format", .string, about: "How much of the value is known: a date, or a date and time.", "\"datetime\"")
  package static let label = required("label", .string, about: "The label that is shown.", "\"Section\"")
  static let abbreviation = required("abbrev", .string, about: "The abbreviation.", "\"US\"")
  package static let limit = required("limit", .integer, about: "The most tickets that one buyer may have.", "50")
  static let idTable = WireTable("EventDetailsID", [id])
  static let namedTable = WireTable("EventDetailsNamed", [id, name])
  static let dateTable = WireTable("EventDetailsDate", [format, value])
  package static let prices = required("prices", .array(of: .object(idTable)), about: "The price levels.")
  package static let areas = required("areas", .array(of: .object(idTable)), about: "The areas.")
  static let width = required("width", .integer, about: "The width in pixels.", "205")
  static let height = required("height", .integer, about: "The height in pixels.", "115")
  static let location = required("location", .string, about: "Where the picture is.", "\"data:image/gif;base64,…\"")
  static let imageTable = WireTable("EventDetailsImage", [height, location, width])

  // MARK: Areas and prices

  static let groupAreas = required("areas", .array(of: .object(groupAreaTable)), about: "The areas of the group.")
  static let groupAreaTable = WireTable("EventDetailsGroupArea", [description, id, prices])
  static let groupTable = WireTable("EventDetailsAreaGroup", [groupAreas, label])
  static let areaGroups = required(
    "area_groups", .array(of: .object(groupTable)), about: "The areas of the venue by kind.")

  static let amounts = required("amounts", .array(of: .money), about: "The face values.", "[75.00]")
  static let priceTable = WireTable("EventDetailsPrice", [amounts, areas, description, id])
  static let eventPrices = required("prices", .array(of: .object(priceTable)), about: "The price levels of the event.")

  static let displayAmount = required("display_amount", .money, about: "The price that is shown.", "150.00")
  static let faceValue = required("face_value", .money, about: "The face value.", "150.00")
  static let fees = required("fees", .money, about: "The fees on top of the face value.", "0.00")
  static let rangeEndTable = WireTable("EventDetailsRangeEnd", [displayAmount, faceValue, fees])
  package static let maximum = required("max", .object(rangeEndTable), about: "The highest price.")
  static let minimumPrice = required("min", .object(rangeEndTable), about: "The lowest price.")
  static let rangeTable = WireTable("EventDetailsPriceRange", [description, maximum, minimumPrice])
  static let priceRange = WireField(
    "price_range", .object(rangeTable), about: "The lowest and the highest price.", source: source)

  // MARK: Ticket types

  package static let amount = required("amount", .money, about: "The amount.", "150.00")
  package static let currency = required("currency", .string, about: "The currency, of ISO 4217.", "\"USD\"")
  static let sumTable = WireTable("EventDetailsSum", [amount, currency])
  static let detailAmount = required("amount", .object(sumTable), about: "The amount with its currency.")
  static let detailTable = WireTable("EventDetailsPriceDetail", [detailAmount, type])
  static let priceDetails = required(
    "price_details", .array(of: .object(detailTable)), about: "What the price is made of.")
  static let ticketPriceTable = WireTable("EventDetailsTicketPrice", [amount, displayAmount, id, priceDetails])
  static let ticketPrices = required(
    "prices", .array(of: .object(ticketPriceTable)), about: "The prices by price level.")
  static let ticketID = required("id", .string, about: "The id of the ticket type.", "\"000042800007\"")
  static let exact = required("exact", .integer, about: "The only number of tickets that is sold; 0 if any is.", "0")
  package static let minimum = required("minimum", .integer, about: "The fewest tickets that are sold.", "1")
  static let multiple = required("multiple", .integer, about: "What the number of tickets must be a multiple of.", "1")
  static let ticketQuantities = required(
    "quantities", .object(WireTable("EventDetailsTicketQuantities", [exact, limit, minimum, multiple])),
    about: "How many tickets can be bought.")
  static let ticketTable = WireTable(
    "EventDetailsTicket", [areas, description, ticketID, ticketPrices, ticketQuantities])
  package static let tickets = required("tickets", .array(of: .object(ticketTable)), about: "The ticket types.")

  // MARK: The venue

  static let venueImageTable = WireTable("EventDetailsVenueImage", [height, location, name, type, width])
  static let images = required("images", .array(of: .object(venueImageTable)), about: "Pictures of the venue.")
  package static let city = required("city", .string, about: "The city.", "\"Mashantucket\"")
  static let placeTable = WireTable("EventDetailsPlace", [abbreviation])
  package static let country = required("country", .object(placeTable), about: "The country.")
  package static let region = required("region", .object(placeTable), about: "The state or province.")
  package static let address = required(
    "address", .object(WireTable("EventDetailsAddress", [city, country, region])), about: "The address.")
  static let timeZone = required(
    "time_zone", .string, about: "The time zone, by its IANA name.", "\"America/New_York\"")
  static let venueLocation = required(
    "location", .object(WireTable("EventDetailsLocation", [address, timeZone])), about: "Where the venue is.")
  static let markets = required(
    "markets", .array(of: .object(namedTable)), about: "The markets that the venue belongs to.")
  static let venueTable = WireTable("EventDetailsVenue", [id, images, venueLocation, markets, name])
  package static let venue = required("venue", .object(venueTable), about: "Where the event takes place.")

  // MARK: The event

  static let rank = required("rank", .integer, about: "The place in the order of billing.", "1")
  static let isSinglePerformer = required(
    "single_performer_or_band", .boolean, about: "Whether it is one performer or one band.", "false")
  static let artists = required(
    "artists", .array(of: .object(WireTable("EventDetailsArtist", [id, name, rank, isSinglePerformer]))),
    about: "Who performs.")
  static let criteriaGroups = required(
    "criteria_groups", .array(of: .string), about: "How seats can be asked for.", "[\"bestavail\",\"specificseats\"]")
  static let currencyCode = required("currency_code", .string, about: "The currency, of ISO 4217.", "\"USD\"")
  static let eventImage = required("event_image", .object(imageTable), about: "A picture of the event.")
  static let eventDate = required("eventdate", .object(dateTable), about: "When the event begins.")
  static let facilityFeeRollup = required(
    "facility_fee_rollup", .boolean, about: "Whether face values include facility fees.", "false")
  package static let eventID = required("id", .string, about: "The event's id.", "\"1D004F240CEB4BDE\"")
  package static let text = required("text", .string, about: "The text of the note.", "\"A synthetic event.\"")
  static let notes = required(
    "notes", .array(of: .object(WireTable("EventDetailsNote", [text, type]))), about: "Notes for buyers.")
  package static let offsale = required("offsale", .object(dateTable), about: "When the sale ends.")
  package static let onsale = required("onsale", .object(dateTable), about: "When the sale begins.")
  package static let presales = required(
    "presales", .array(of: .object(WireTable("EventDetailsPresale", [format, label, value]))),
    about: "The presales.")
  static let promoter = required("promoter", .object(namedTable), about: "Who promotes the event.")
  static let publication = required("publication", .object(dateTable), about: "When the event was published.")
  static let purchaseOrganization = required(
    "purchase_organization", .string, about: "Who sells the tickets.", "\"TM\"")
  static let quantities = required(
    "quantities", .object(WireTable("EventDetailsQuantities", [limit])), about: "How many tickets one buyer may have.")
  static let serviceFeeRollup = required(
    "service_fee_rollup", .boolean, about: "Whether face values include service fees.", "false")
  package static let statuses = required(
    "statuses", .array(of: .object(WireTable("EventDetailsStatus", [type, value]))), about: "The states of the event.")
  static let eventType = required("type", .object(idTable), about: "The type of the event.")
  package static let url = required(
    "url", .string, about: "Where the event is found.", "\"http://localhost:8490/partners/v1/events/1D004F240CEB4BDE\"")
  static let eventTable = WireTable(
    "EventDetailsEvent",
    [
      areaGroups, artists, criteriaGroups, currencyCode, eventImage, eventDate, facilityFeeRollup, eventID, name, notes,
      offsale, onsale, presales, priceRange, eventPrices, promoter, publication, purchaseOrganization, quantities,
      SafeTixWire.isEnabled, serviceFeeRollup, statuses, tickets, eventType, url, venue,
    ])
}
