import Determinism
package import EventCatalogue
package import JSONText

/// `GET /events`: the events on sale, for channel partners.
package enum EventListWire {
  private static let source = "Partner API, Event List"
  static let repName = WireField(
    "repName", .string, required: true, about: "The ticket type's name.", source: source, example: "\"GPAS4\"")
  static let ticketType = WireField(
    "ticketType", .string, required: true, about: "The id of the ticket type.", source: source,
    example: "\"00004C440003\"")
  static let offerTable = WireTable("EventListOffer", [repName, ticketType])

  static let eventCode = WireField(
    "eventCode", .string, required: true, about: "The host's code for the event.", source: source,
    example: "\"EPT0726E\"")
  static let eventHost = WireField(
    "eventHost", .string, required: true, about: "The host that sells the event.", source: source, example: "\"LA2\"")
  package static let eventID = WireField(
    "eventId", .string, required: true, about: "The event's id.", source: source, example: "\"0B004D43F86C478F\"")
  static let eventDate = WireField(
    "eventDate", .date, required: true, about: "The date of the event at the venue.", source: source,
    example: "\"2015-07-26\"")
  static let eventTime = WireField(
    "eventTime", .string, required: true, about: "The time of the event at the venue.", source: source,
    example: "\"18:30:00\"")
  static let timeZone = WireField(
    "timeZone", .string, required: true, about: "The venue's time zone, by its IANA name.", source: source,
    example: "\"America/Los_Angeles\"")
  static let offers = WireField(
    "offers", .array(of: .object(offerTable)), required: true, about: "The ticket types.", source: source)
  static let eventTable = WireTable(
    "EventListEvent",
    [
      eventCode, eventHost, eventID, eventDate, eventTime, timeZone, RestrictionsWire.seatLocationMap,
      RestrictionsWire.locationXnum, RestrictionsWire.locationRowSeat,
      SafeTixWire.isEnabled, offers,
    ])
  package static let events = WireField(
    "events", .array(of: .object(eventTable)), required: true, about: "The events of the page.", source: source)
  package static let table = WireTable("EventList", [events])

  private static let paging = "Partner API, Event List, release notes"
  package static let page = WireField(
    "page", .bounded(1...Int(Int32.max)), about: "The page, from 1.", source: paging, example: "1")
  package static let limit = WireField(
    "limit", .bounded(1...pageLimit), about: "The maximum number of events on a page.", source: paging, example: "100")
  package static let wanted = WireField(
    "events", .string, about: "The ids of the wanted events, separated by commas.", source: paging,
    example: "\"3F005105D843DFA3,1AeZZfEGkD0xtGV\"")
  package static let marketSource = WireField(
    "source", .choice(["TM_US", "TM_UK", "MFX", "Universe"]), about: "Where the events are sold.", source: paging,
    example: "\"TM_US\"")
  package static let market = WireField(
    "market", .string, about: "The market; needed with the source MFX.", source: paging, example: "\"DE\"")
  package static let queryTable = WireTable("EventListQuery", [page, limit, wanted, marketSource, market])
  /// The largest number of events on a page.
  package static let pageLimit = 10_000

  package static func write(_ entries: [(event: Event, dates: EventSchedule.Dates)], into writer: inout JSONWriter) {
    writer.object { body in
      body.array(events) { list in
        for (event, dates) in entries { write(event, dates, into: &list) }
      }
    }
  }

  private static func write(_ event: Event, _ dates: EventSchedule.Dates, into writer: inout JSONWriter) {
    let description = event.description
    writer.object { entry in
      entry.string(eventCode, description.code)
      entry.string(eventHost, description.host)
      entry.string(eventID, event.id)
      entry.string(eventDate, dates.localDate.description)
      entry.string(eventTime, description.schedule.time.description)
      entry.string(timeZone, description.venue.zone.name)
      RestrictionsWire.write(description.restrictions, into: &entry)
      entry.bool(SafeTixWire.isEnabled, description.entry.isSafeTix)
      entry.array(offers) { offers in
        for (place, type) in description.ticketTypes.enumerated() where event.sells(ticketType: place, for: nil) {
          offers.object { offer in
            offer.string(repName, type.name)
            offer.string(ticketType, type.id)
          }
        }
      }
    }
  }
}

/// The three display restrictions, shared by the event list and availability.
enum RestrictionsWire {
  private static let source = "Partner API, Availability"
  static let seatLocationMap = WireField(
    "seatLocationMapRestrict", .boolean, about: "Whether the seat map must not be shown.", source: source,
    example: "false")
  static let locationXnum = WireField(
    "locXnumAddescRestrict", .boolean, about: "Whether the location must not be described.", source: source,
    example: "false")
  static let locationRowSeat = WireField(
    "locRowSeatRestrict", .boolean, about: "Whether row and seat must not be shown.", source: source, example: "false"
  )

  static func write(_ restrictions: DisplayRestrictions, into writer: inout JSONWriter) {
    writer.bool(seatLocationMap, restrictions.seatLocationMap)
    writer.bool(locationXnum, restrictions.locationXnumAndDescription)
    writer.bool(locationRowSeat, restrictions.locationRowAndSeat)
  }
}
