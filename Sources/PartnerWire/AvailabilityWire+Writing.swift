import Determinism
package import EventCatalogue
import JSONText

extension AvailabilityWire {
  /// An event's availability with its seats as they are; one piece of memory for all who ask while nothing changes.
  package static func text(of event: Event, dates: EventSchedule.Dates, map: SeatMap) -> [UInt8] {
    let rows = event.printed.value { AvailabilityRows(of: event) }
    return rows.latest.text(of: AvailabilityRows.Source(dates: dates, map: map)) {
      var writer = JSONWriter(reservingCapacity: 1024 + event.layout.seatCount * 26)
      write(event, rows, dates: dates, map: map, into: &writer)
      return writer.takeBytes()
    }
  }

  private static func write(
    _ subject: Event, _ rows: AvailabilityRows, dates: EventSchedule.Dates, map: SeatMap, into writer: inout JSONWriter
  ) {
    let description = subject.description
    writer.object { body in
      body.object(event) { event in
        event.string(id, subject.id)
        event.bool(restrictSingle, description.restrictsSingles)
        event.bool(SafeTixWire.isEnabled, description.entry.isSafeTix)
        event.integer(eventTicketLimit, description.ticketLimit)
        event.string(onsale, PlainDateTime.text(of: dates.onsale))
        event.string(offsale, PlainDateTime.text(of: dates.offsale))
        event.string(eventDateTime, PlainDateTime.text(of: dates.start))
        RestrictionsWire.write(description.restrictions, into: &event)
        event.array(tickets) { groups in
          for level in description.priceLevels.indices {
            for seating in SeatRow.Seating.allCases {
              write(subject, rows, level: level, seating: seating, map: map, into: &groups)
            }
          }
        }
      }
    }
  }

  /// One group: the seats of a price level, all numbered or all general admission.
  private static func write(
    _ event: Event, _ texts: AvailabilityRows, level: Int, seating kind: SeatRow.Seating, map: SeatMap,
    into writer: inout JSONWriter
  ) {
    let layout = event.layout
    let runs = layout.rowsByLevel[level].filter { layout.rows[$0].seating == kind }
    if runs.isEmpty { return }
    let free = runs.reduce(0) { $0 + map.freeCount(inRow: $1) }
    let limit = event.description.ticketLimit
    writer.object { group in
      group.integer(available, free)
      group.integer(total, runs.reduce(0) { $0 + layout.rows[$1].count })
      group.string(seating, kind.rawValue)
      group.integer(eventTicketLimit, limit)
      group.integer(currentTicketLimit, limit == 0 ? free : min(limit, free))
      group.array(inventory) { rows in
        for run in runs where map.freeCount(inRow: run) > 0 { texts.write(run, of: event, map: map, into: &rows) }
      }
      group.array(offers) { list in
        for offer in event.description.offers where offer.priceLevel == level {
          write(event, offer: offer, into: &list)
        }
      }
    }
  }

  private static func write(_ event: Event, offer: Offer, into writer: inout JSONWriter) {
    let ticketType = event.description.ticketTypes[offer.ticketType]
    writer.object { entry in
      entry.array(charges) { list in
        for (name, charge) in [
          ("facility", offer.facility), ("service", offer.service), ("distance", offer.distance),
        ] where charge.price != .zero {
          list.object { entry in
            entry.money(amount, charge.price)
            entry.string(reason, name)
            entry.string(type, "fee")
          }
        }
      }
      entry.string(currency, event.description.currency)
      entry.money(faceValue, offer.face.price)
      entry.string(offerDescription, ticketType.description)
      entry.string(offerName, ticketType.name)
      entry.string(priceLevelID, String(event.description.priceLevels[offer.priceLevel].id))
      entry.string(ticketTypeID, ticketType.id)
    }
  }
}
