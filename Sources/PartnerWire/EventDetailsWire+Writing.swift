package import Determinism
package import EventCatalogue
package import JSONText

extension EventDetailsWire {
  /// A one-pixel image, because the vendor's images belong to the vendor.
  private static let picture = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="

  /// Writes an event's details.
  ///
  /// - Parameters:
  ///   - now: the time that decides which statuses have been reached.
  ///   - link: the URL of the event.
  package static func write(
    _ subject: Event, dates: EventSchedule.Dates, now: Instant, link: String, into writer: inout JSONWriter
  ) {
    var about = subject.description
    about.offers.removeAll { !$0.isOpen(to: nil) }
    let house = EventHouse(subject)
    writer.object { body in
      body.bool(isTransactable, about.isTransactable)
      body.object(event) { entry in
        entry.array(areaGroups) { groups in
          groups.object { write(areasOf: about, house, into: &$0) }
        }
        entry.array(artists) { list in
          list.object { artist in
            artist.integer(id, house.number(for: about.name))
            artist.string(name, about.name)
            artist.integer(rank, 1)
            artist.bool(isSinglePerformer, false)
          }
        }
        entry.array(criteriaGroups) { list in
          list.string("bestavail")
          if about.rows.contains(where: { $0.seating == .reserved }) { list.string("specificseats") }
        }
        entry.string(currencyCode, about.currency)
        entry.object(eventImage) { writePicture(into: &$0) }
        write(dates.start, as: eventDate, into: &entry)
        entry.bool(facilityFeeRollup, false)
        entry.string(eventID, subject.id)
        entry.string(name, about.name)
        entry.array(notes) { list in
          list.object { note in
            note.string(text, "A synthetic event of WillCall. It takes place nowhere.")
            note.string(type, "webinfo")
          }
        }
        write(dates.offsale, as: offsale, into: &entry)
        write(dates.onsale, as: onsale, into: &entry)
        entry.array(presales) { _ in }
        write(priceRangeOf: about, into: &entry)
        entry.array(eventPrices) { list in
          for level in about.priceLevels.indices where about.offers.contains(where: { $0.priceLevel == level }) {
            list.object { write(level, of: about, house, into: &$0) }
          }
        }
        entry.object(promoter) { promoter in
          promoter.integer(id, house.number(for: "WillCall"))
          promoter.string(name, "WillCall")
        }
        write(dates.onsale - .seconds(7 * 86_400), as: publication, into: &entry)
        entry.string(purchaseOrganization, "TM")
        entry.object(quantities) { $0.integer(limit, about.ticketLimit) }
        entry.bool(SafeTixWire.isEnabled, about.entry.isSafeTix)
        entry.bool(serviceFeeRollup, false)
        entry.array(statuses) { list in
          for (reached, status) in [(dates.onsale, "onsale"), (dates.offsale, "offsale")] where reached <= now {
            list.object { entry in
              entry.string(type, status)
              entry.string(value, reached.rfc3339)
            }
          }
        }
        entry.array(tickets) { list in
          for place in about.ticketTypes.indices where subject.sells(ticketType: place, for: nil) {
            list.object { write(ticket: place, of: about, house, into: &$0) }
          }
        }
        entry.object(eventType) { $0.integer(id, 0) }
        entry.string(url, link)
        entry.object(venue) { write(about.venue, house, into: &$0) }
      }
    }
  }

  private static func write(_ instant: Instant, as field: WireField, into writer: inout JSONWriter) {
    writer.object(field) { date in
      date.string(format, "datetime")
      date.string(value, instant.rfc3339)
    }
  }

  private static func writePicture(into image: inout JSONWriter) {
    image.integer(height, 1)
    image.string(location, picture)
    image.integer(width, 1)
  }

  private static func write(
    ids: [Int], as field: WireField, into writer: inout JSONWriter
  ) {
    writer.array(field) { list in
      for number in ids { list.object { $0.integer(id, number) } }
    }
  }

  private static func write(
    areasOf about: Event.Description, _ house: EventHouse, into group: inout JSONWriter
  ) {
    group.array(groupAreas) { list in
      for (place, area) in about.areas.enumerated() {
        list.object { entry in
          entry.string(description, area.description)
          entry.integer(id, area.id)
          write(ids: house.levels(ofArea: place).map { about.priceLevels[$0].id }, as: prices, into: &entry)
        }
      }
    }
    group.string(label, "Section")
  }

  private static func write(priceRangeOf about: Event.Description, into writer: inout JSONWriter) {
    let sorted = about.offers.sorted { $0.face.price < $1.face.price }
    guard let cheapest = sorted.first, let dearest = sorted.last else { return }
    writer.object(priceRange) { range in
      range.string(description, "Prices subject to change")
      for (field, offer) in [(maximum, dearest), (minimumPrice, cheapest)] {
        range.object(field) { end in
          end.money(displayAmount, offer.face.price)
          end.money(faceValue, offer.face.price)
          end.money(fees, offer.fees)
        }
      }
    }
  }

  private static func write(
    _ level: Int, of about: Event.Description, _ house: EventHouse, into entry: inout JSONWriter
  ) {
    let faces = Set(about.offers.filter { $0.priceLevel == level }.map(\.face.price)).sorted(by: >)
    entry.array(amounts) { list in
      for face in faces { list.decimal(hundredths: face.hundredths) }
    }
    write(ids: house.areas(ofLevel: level).map { about.areas[$0].id }, as: areas, into: &entry)
    entry.string(description, about.priceLevels[level].description)
    entry.integer(id, about.priceLevels[level].id)
  }

  private static func write(
    ticket place: Int, of about: Event.Description, _ house: EventHouse, into entry: inout JSONWriter
  ) {
    let offers = about.offers.filter { $0.ticketType == place }
    let sold = Set(offers.flatMap { house.areas(ofLevel: $0.priceLevel) }).sorted()
    write(ids: sold.map { about.areas[$0].id }, as: areas, into: &entry)
    entry.string(description, about.ticketTypes[place].description)
    entry.string(ticketID, about.ticketTypes[place].id)
    entry.array(ticketPrices) { list in
      for offer in offers { list.object { write(offer, of: about, into: &$0) } }
    }
    entry.object(ticketQuantities) { quantities in
      quantities.integer(exact, 0)
      quantities.integer(limit, about.ticketLimit)
      quantities.integer(minimum, 1)
      quantities.integer(multiple, 1)
    }
  }

  /// Writes one price; taxes that have no line in the documents' skeleton are added to the second service tax.
  private static func write(_ offer: Offer, of about: Event.Description, into entry: inout JSONWriter) {
    entry.money(amount, offer.face.price)
    entry.money(displayAmount, offer.face.price)
    entry.integer(id, about.priceLevels[offer.priceLevel].id)
    entry.array(priceDetails) { list in
      for (name, sum) in [
        ("face_value", offer.face.price), ("face_value_tax", offer.face.tax), ("facility", offer.facility.price),
        ("service", offer.service.price), ("service_tax", offer.service.tax),
        ("service_tax2", offer.facility.tax + offer.distance.tax), ("distance", offer.distance.price),
      ] {
        list.object { detail in
          detail.object(detailAmount) { value in
            value.money(amount, sum)
            value.string(currency, about.currency)
          }
          detail.string(type, name)
        }
      }
    }
  }

  private static func write(_ place: Venue, _ house: EventHouse, into entry: inout JSONWriter) {
    entry.integer(id, house.number(for: place.name))
    entry.array(images) { list in
      list.object { image in
        image.integer(height, 1)
        image.string(location, picture)
        image.string(name, place.name)
        image.string(type, "seatingchart")
        image.integer(width, 1)
      }
    }
    entry.object(venueLocation) { location in
      location.object(address) { address in
        address.string(city, place.city)
        address.object(country) { $0.string(abbreviation, place.country) }
        address.object(region) { $0.string(abbreviation, place.region) }
      }
      location.string(timeZone, place.zone.name)
    }
    entry.array(markets) { list in
      list.object { market in
        market.integer(id, house.number(for: place.city))
        market.string(name, place.city)
      }
    }
    entry.string(name, place.name)
  }
}
