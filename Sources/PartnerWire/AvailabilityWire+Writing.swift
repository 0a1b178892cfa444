import Determinism
package import EventCatalogue
import JSONText

extension AvailabilityWire {
  /// An event's availability with the current state of its seats; while nothing changes, all callers share its memory.
  ///
  /// - Parameters:
  ///   - hasBasePrices: whether offers include their totals.
  ///   - password: the password for restricted offers; a wrong one unlocks none.
  package static func text(
    of event: Event, dates: EventSchedule.Dates, map: SeatMap, hasBasePrices: Bool, password: String? = nil
  ) -> [UInt8] {
    let rows = event.printed.value { AvailabilityRows(of: event) }
    let source = AvailabilityRows.Source(
      dates: dates, map: map, hasBasePrices: hasBasePrices, password: event.isOpened(by: password) ? password : nil)
    return rows.latest.text(of: source) {
      var writer = JSONWriter(reservingCapacity: 1024 + event.layout.seatCount * 26)
      write(event, rows, source, into: &writer)
      return writer.bytes
    }
  }

  private static func write(
    _ subject: Event, _ rows: AvailabilityRows, _ source: AvailabilityRows.Source, into writer: inout JSONWriter
  ) {
    let dates = source.dates
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
        event.bool(isGranular, description.hasGranularPricing)
        event.bool(isAllInclusive, false)
        RestrictionsWire.write(description.restrictions, into: &event)
        event.bool(rollsUpService, false)
        event.bool(rollsUpFacility, false)
        event.string(venueID, String(EventHouse.number(for: description.venue.name)))
        event.object(transfer) { transfer in
          transfer.bool(isEligible, description.entry.isSafeTix)
          transfer.string(explanation, description.entry.isSafeTix ? "" : "The event is not SafeTix.")
        }
        event.array(tickets) { groups in
          for level in description.priceLevels.indices {
            for seating in SeatRow.Seating.allCases {
              write(subject, rows, level: level, seating: seating, source, into: &groups)
            }
          }
        }
      }
    }
  }

  /// Writes one group: the seats of a price level, all numbered or all general admission; nothing if no offer is open.
  private static func write(
    _ event: Event, _ texts: AvailabilityRows, level: Int, seating kind: SeatRow.Seating,
    _ source: AvailabilityRows.Source, into writer: inout JSONWriter
  ) {
    let map = source.map
    let layout = event.layout
    let runs = layout.rowsByLevel[level].filter { layout.rows[$0].seating == kind }
    let open = event.description.offers.filter { $0.priceLevel == level && $0.isOpen(to: source.password) }
    if runs.isEmpty || open.isEmpty { return }
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
      let quantities = SellableQuantities.list(runs, seating: kind, of: event, map: map)
      group.array(offers) { list in
        for offer in open {
          list.object { write(event, offer, quantities, hasBasePrices: source.hasBasePrices, into: &$0) }
        }
      }
    }
  }

  private static func write(
    _ event: Event, _ offer: Offer, _ quantities: [Int], hasBasePrices: Bool, into entry: inout JSONWriter
  ) {
    let ticketType = event.description.ticketTypes[offer.ticketType]
    entry.array(charges) { list in
      for line in OfferCharges.lines(of: offer, at: event) {
        list.object { entry in
          entry.money(amount, line.amount)
          entry.string(reason, line.reason)
          entry.string(type, line.type)
        }
      }
    }
    entry.string(currency, event.description.currency)
    entry.money(faceValue, offer.face.price)
    if hasBasePrices {
      entry.money(totalPrice, OfferCharges.total(of: offer, at: event))
      entry.money(listPrice, offer.face.price)
    }
    entry.string(offerDescription, ticketType.description)
    entry.string(offerName, ticketType.name)
    entry.integer(ticketMinimum, 1)
    entry.bool(restrictsPayment, false)
    entry.array(sellable) { list in
      for quantity in quantities { list.integer(quantity) }
    }
    entry.bool(isProtected, offer.password != nil)
    entry.bool(isAvailable, !quantities.isEmpty)
    if !event.description.hasGranularPricing {
      entry.string(priceLevelID, String(event.description.priceLevels[offer.priceLevel].id))
    }
    entry.string(ticketTypeID, ticketType.id)
  }
}
