import BoxOffice
import CBundledData
import Determinism
import EventCatalogue
import Testing

@Suite struct CatalogueBundledTests {
  static let ids = [
    "000051048D991EE7", "0B004D43F86C478F", "2000527EE48A9334", "3F000FF500000010", "3F0011A100000006",
    "3F00501D00000004", "3F005105D843DFA3", "3F005237E5CB39EA", "3F006E0A00000003", "3F00B16000000008",
    "3F00B6400000000A", "3F00BA2000000B0B", "3F00BA2C00000002", "3F00C0DE00000014", "3F00C10500000005",
    "3F00C4A700000009", "3F00CAD000000007", "3F00DE1A00000001", "3F00DE1A00000012", "3F00F14E00000013",
  ]

  static func event(_ id: String) throws -> Event {
    try #require(try CatalogueBundle.catalogue().event(id))
  }

  static func freeSeats(_ event: Event) -> Int {
    let map = SeatMap(layout: event.layout)
    return (0..<event.layout.seatCount).count(where: map.isFree)
  }

  @Test func allFixturesLoadWithoutTheSystemsZones() throws {
    let catalogue = try CatalogueBundle.catalogue()
    #expect(catalogue.events.map(\.id) == Self.ids)
    #expect(catalogue.soldOrders.map(\.number) == ["39-20804/PHX", "39-20827/PHX", "39-21316/PHX"])
  }

  @Test(arguments: ids) func anEventIsWorthTryingOut(id: String) throws {
    let event = try Self.event(id)
    let description = event.description
    #expect(event.layout.seatCount == 20_000 || (200...3_000).contains(event.layout.seatCount))
    #expect(description.priceLevels.count >= 2)
    #expect((30...90).contains(description.schedule.startsAfterDays))
    #expect(description.shippingOptions == ShippingOption.standard)
    #expect(description.shippingOptions.map(\.serviceLevel) == ["ETICKET", "MAIL", "AIRMAIL", "WILLCALL"])
    #expect(description.shippingOptions[0].longDescription == "Get in with:")
    #expect(Self.freeSeats(event) < event.layout.seatCount)
    #expect((Self.freeSeats(event) == 0) == (id == "3F00501D00000004"))
    let sold = Set(description.rows.map(\.priceLevel))
    #expect(sold.allSatisfy { level in description.offers.contains { $0.priceLevel == level } })
    #expect(description.rows.allSatisfy { $0.areas.allSatisfy(description.areas.indices.contains) })
  }

  @Test func everyTicketOfTheBillingExampleCostsTheSame() throws {
    let event = try Self.event("0B004D43F86C478F")
    #expect(event.description.aliases == ["1AeZZfEGkD0xtGV"])
    #expect(event.description.ticketTypes.map(\.id) == ["00000405000C", "00000406000C", "00000407000C"])
    #expect(event.description.ticketTypes.map(\.name) == ["GPAS1", "GPAS1J", "GPAS2"])
    let processing = event.description.processing
    for row in event.description.rows {
      let offers = event.description.offers.filter { $0.priceLevel == row.priceLevel }
      #expect(!offers.isEmpty)
      for offer in offers {
        let total = offer.face.price + offer.fees + offer.tax + processing.price + processing.tax
        #expect(total.description == "54.41", "\(row.section) \(row.row)")
      }
    }
  }

  @Test func theAvailabilityExampleHasItsSeats() throws {
    let event = try Self.event("0B004D43F86C478F")
    let map = SeatMap(layout: event.layout)
    func free(_ section: String, _ row: String) -> [Int] {
      event.layout.rows(named: SeatLayout.RowName(section: section, row: row)).flatMap { event.layout.seats(ofRow: $0) }
        .filter(map.isFree).map(event.layout.number(ofSeat:))
    }
    #expect(free("207", "A") == [2, 4, 6, 8])
    #expect(free("208", "A") == [1, 2])
    #expect(free("209", "B") == [2, 4, 6, 8, 10, 12, 16])
    #expect(event.description.ticketLimit == 10)
    #expect(event.description.restrictsSingles)
  }

  @Test func theSafeTixExampleAddsUpTo101_66() throws {
    let event = try Self.event("3F005105D843DFA3")
    let seat = try #require(event.layout.seat(section: "BALC2L", row: "B", number: 13))
    let row = event.layout.rows[event.layout.row(ofSeat: seat)]
    #expect(SeatMap(layout: event.layout).isFree(seat))
    #expect(row.xNumber == 28)
    #expect(row.portal == "SECOND BALCONY")
    #expect(
      row.areas.map { event.description.areas[$0].description } == [
        "Second Balcony", "Left Side of Theatre", "Seats are Odd-Numbered", "Price Level 7",
      ])
    #expect(row.areas.map { event.description.areas[$0].id } == [8, 9, 11, 16])
    let offer = try #require(event.offer(ticketType: 0, priceLevel: row.priceLevel))
    #expect(offer.face.price.description == "57.00")
    #expect(offer.face.tax.description == "4.13")
    #expect(offer.service.price.description == "34.20")
    #expect(offer.service.tax.description == "2.57")
    #expect(offer.tax.description == "6.70")
    let item = offer.face.price + offer.fees + offer.tax
    #expect(item.description == "97.90")
    #expect((item + event.description.processing.price).description == "101.66")
    #expect(
      event.description.ticketTypes == [
        TicketType(id: "000000000001", name: "Standard Ticket", description: "Standard Ticket")
      ])
  }

  @Test func theReserveExampleFindsItsSeatsAndPrice() throws {
    let event = try Self.event("000051048D991EE7")
    let map = SeatMap(layout: event.layout)
    let type = try #require(event.description.ticketTypes.firstIndex { $0.id == "000002040006" })
    for (number, section, row, area, amount) in [
      (17, "CLB239", "C", 2, "50.00"), (18, "CLB239", "C", 2, "50.00"), (7, "CLB234", "I", 3, "25.00"),
    ] {
      let seat = try #require(event.layout.seat(section: section, row: row, number: number))
      let run = event.layout.rows[event.layout.row(ofSeat: seat)]
      #expect(map.isFree(seat))
      #expect(run.areas.map { event.description.areas[$0].id } == [area])
      let offer = try #require(event.offer(ticketType: type, priceLevel: run.priceLevel))
      let total = offer.face.price + offer.fees + offer.tax + event.description.processing.price
      #expect(total.description == amount)
    }
    #expect(event.description.priceLevels[2].id == 3)
    for place in ["INGEEMRQHE5E2ORRG4", "INGEEMRQHE5E2ORRGA", "INGEEMRQHE5E2ORU", "INGEEMRQHE5E2ORV"] {
      #expect(PlaceID.seat(place, in: event.layout) != nil, "\(place)")
    }
  }

  @Test func soldOrdersAreThoseOfTheDocuments() throws {
    let orders = try CatalogueBundle.catalogue().soldOrders
    let delayOff = try #require(orders.first { $0.number == "39-20804/PHX" })
    #expect(delayOff.token == "d2999e02-4936-41d2-zhNgdH2B7xGuuv50sAJsrJZCMY")
    #expect(delayOff.eventID == "3F005105D843DFA3")
    #expect(delayOff.account == "12313131")
    #expect(delayOff.tickets.map(\.barcode) == ["0118856698865396"])
    #expect(delayOff.tickets.map(\.seatID) == ["67174428"])
    #expect(delayOff.tickets.map(\.tax.description) == ["6.70"])
    let delayOn = try #require(orders.first { $0.number == "39-20827/PHX" })
    #expect(delayOn.token == "28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D")
    #expect(delayOn.eventID == "3F00DE1A00000012")
    #expect(delayOn.options == [SoldOrder.Option(number: 11, description: "ACCOUNT MODIFIED")])
    #expect(delayOn.tickets.map(\.barcode) == ["1212121212121212"])
    #expect(delayOn.tickets.map(\.seat) == [104])
    let rendered = try #require(orders.first { $0.account == "783412345" })
    #expect(rendered.eventID == "3F005237E5CB39EA")
    #expect(rendered.tickets.map(\.barcode) == ["964537283421", "963267823784"])
    #expect(rendered.tickets.map { "\($0.section)/\($0.row)/\($0.seat)" } == ["G/17/1", "G/17/2"])
  }

  @Test func soldTicketsCostWhatTheirOffersSay() throws {
    let catalogue = try CatalogueBundle.catalogue()
    for order in catalogue.soldOrders {
      let event = try #require(catalogue.event(order.eventID))
      for ticket in order.tickets {
        let seat = try #require(event.layout.seat(section: ticket.section, row: ticket.row, number: ticket.seat))
        let row = event.layout.rows[event.layout.row(ofSeat: seat)]
        let offer = try #require(event.offer(ticketType: 0, priceLevel: row.priceLevel))
        #expect(ticket.price == offer.face.price)
        #expect(ticket.service == offer.service.price)
        #expect(ticket.facility == offer.facility.price)
        #expect(ticket.tax == offer.tax)
        #expect(ticket.portal == row.portal)
      }
    }
  }

  @Test func specialEventsPlayTheirParts() throws {
    #expect(try !Self.event("3F00C10500000005").description.isTransactable)
    #expect(try Self.event("3F00C4A700000009").description.requiresCaptcha)
    #expect(try Self.event("3F00B6400000000A").description.cartIDStyle == .base64)
    #expect(try Self.event("3F00BA2000000B0B").description.entry == .secureBarcode)
    #expect(try Self.event("3F00BA2C00000002").description.entry == .barcode)
    #expect(try Self.event("3F00B16000000008").layout.seatCount == 20_000)
    let few = try Self.event("3F0011A100000006").description
    #expect(few.ticketLimit == 4 && few.restrictsSingles)
    #expect(
      try Self.event("3F00DE1A00000001").description.delayDelivery
        == DelayDelivery(release: .daysAfterStart(3), style: .omitToken))
    #expect(
      try Self.event("3F00DE1A00000012").description.delayDelivery
        == DelayDelivery(release: .daysAfterStart(30), style: .scrambledToken))
    #expect(try Self.event("3F00F14E00000013").description.hasGranularPricing)
    let protected = try Self.event("3F00C0DE00000014").description.offers
    #expect(protected.map(\.password) == ["mapmaker", nil, "mapmaker", nil])
    let seating = try Self.event("3F006E0A00000003").description.rows.map(\.seating)
    #expect(seating.contains(.general) && seating.contains(.reserved))
    let past = try Self.event("3F000FF500000010").description
    let start = try #require(Instant(rfc3339: "2026-11-24T12:00:00Z"))
    #expect(past.schedule.dates(sandboxStart: start, zone: past.venue.zone).offsale < start)
  }

  @Test func theCanadianEventMixesParities() throws {
    let event = try Self.event("3F00CAD000000007")
    #expect(event.description.currency == "CAD")
    #expect(event.description.venue.zone.name == "America/Toronto")
    #expect(event.description.ticketTypes.map(\.name) == ["Adult", "Child"])
    func mixes(_ section: String, _ row: String) -> [Bool] {
      event.layout.rows(named: SeatLayout.RowName(section: section, row: row)).map { event.layout.hasEvenOddMix[$0] }
    }
    #expect(mixes("ORCHL", "A") == [false])
    #expect(mixes("ORCHR", "A") == [false])
    #expect(mixes("ORCH", "J") == [true, true])
  }

  @Test func theTableHoldsTheFoldersByteForByte() throws {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    var expected: [String: [UInt8]] = [:]
    for (folder, prefix) in [
      ("Fixtures/events", "events"), ("Fixtures/keys", "keys"), ("Fixtures/orders", "orders"),
      ("scenarios", "scenarios"),
    ] {
      for name in CatalogueFiles.names(in: "\(root)/\(folder)") where name.hasSuffix(".json") {
        expected["\(prefix)/\(name)"] = try CatalogueFiles.contents(of: "\(root)/\(folder)/\(name)")
      }
    }
    #expect(expected.count >= Self.ids.count)
    #expect(CatalogueBundle.files.map(\.name).sorted() == expected.keys.sorted())
    for file in CatalogueBundle.files {
      #expect(file.bytes == expected[file.name], "\(file.name) differs from the one compiled in")
    }
  }

  @Test func aPlaceBeyondTheTableIsEmpty() {
    #expect(willcall_bundled_file_at(willcall_bundled_file_count()).length == 0)
  }
}
