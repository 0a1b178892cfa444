import Determinism
import HTTPTypes
import JSONText
import PartnerWire
import Testing

/// Availability against the inventory that carts take from.
@Suite struct AvailabilityTests {
  @Test func seatsLeaveAtReserveAndComeBackAtTheInstantOfExpiry() throws {
    let partner = try Partner()
    let before = try partner.availability(EventID.chicago)
    let seat = #""section": "STALLS", "row": "E", "begin_seat": 5, "end_seat": 6, "accept_best_available": false"#
    _ = try partner.hold(EventID.chicago, quantity: 2, more: seat)
    let held = try partner.inventory(EventID.chicago)
    #expect(!held.isFree("STALLS", "E", 5) && !held.isFree("STALLS", "E", 6))
    #expect(held.isFree("STALLS", "E", 4) && held.isFree("STALLS", "E", 7))
    #expect(try held.available == Inventory(before).available - 2)
    #expect(try held.total == Inventory(before).total)
    partner.clock.advance(by: .milliseconds(299_999))
    #expect(try !partner.inventory(EventID.chicago).isFree("STALLS", "E", 5))
    partner.clock.advance(by: .milliseconds(1))
    #expect(try partner.availability(EventID.chicago).bytes == before.bytes)
  }

  @Test func paidSeatsComeBackAtTheEndOfTheRaisedHold() throws {
    let partner = try Partner()
    let before = try partner.availability(EventID.chicago).bytes
    let cart = try partner.hold(EventID.chicago)
    #expect(try partner.pay(cart).status == 200)
    partner.clock.advance(by: .milliseconds(443_999))
    #expect(try partner.availability(EventID.chicago).bytes != before)
    partner.clock.advance(by: .milliseconds(1))
    #expect(try partner.availability(EventID.chicago).bytes == before)
  }

  @Test(arguments: [false, true])
  func seatsComeBackAtDelete(paid: Bool) throws {
    let partner = try Partner()
    let before = try partner.availability(EventID.chicago).bytes
    let cart = try partner.hold(EventID.chicago, quantity: 3)
    if paid { #expect(try partner.pay(cart).status == 200) }
    let answer = try partner.send(.delete, "/partners/v1/events/\(EventID.chicago)/cart?cart_id=\(cart.id)")
    #expect(answer.status == 204)
    #expect(answer.bytes.isEmpty)
    #expect(answer.header("Content-Type") == nil)
    #expect(try partner.availability(EventID.chicago).bytes == before)
  }

  @Test func seatsNeverComeBackAfterCommit() throws {
    let partner = try Partner()
    let before = try partner.inventory(EventID.chicago)
    _ = try partner.buy(EventID.chicago, quantity: 2)
    let after = try partner.inventory(EventID.chicago)
    #expect(after.available == before.available - 2)
    partner.clock.advance(by: .seconds(20 * 86_400))
    #expect(try partner.inventory(EventID.chicago).places == after.places)
  }

  @Test func soldTicketsOfSeededOrdersAreNotForSale() throws {
    let partner = try Partner()
    #expect(try !partner.inventory(EventID.phoenix).isFree("BALC2L", "B", 9))
    #expect(try !partner.inventory(EventID.delayedScrambled).isFree("BALC2", "K", 104))
    #expect(try !partner.inventory(EventID.rendered).isFree("G", "17", 1))
    #expect(try partner.inventory(EventID.rendered).isFree("G", "17", 3))
  }

  @Test(arguments: [
    EventID.phoenix, EventID.losAngeles, EventID.rendered, EventID.club, EventID.chicago, EventID.toronto,
    EventID.limitFour, EventID.soldOut, EventID.notTransactable, EventID.offSale, EventID.generalAdmission,
    EventID.stadium,
  ])
  func numbersAddUp(event: String) throws {
    let answer = try Partner().availability(event)
    #expect(try answer.string("/event/id") == event)
    let limit = try answer.integer("/event/eventTicketLimit")
    for group in try answer.elements("/event/tickets") {
      let available = try #require(group["available"]?.integer)
      let total = try #require(group["total"]?.integer)
      #expect((0...total).contains(available))
      #expect(group["eventTicketLimit"]?.integer == Int64(limit))
      #expect(group["currentTicketLimit"]?.integer == min(Int64(limit), available))
      let rows = try #require(group["inventory"]).elements
      let seats = rows.reduce(0) { $0 + ($1["seats"]?.elements.count ?? 0) }
      if group["seating"]?.stringEquals("reserved") == true {
        #expect(seats == Int(available))
      } else {
        #expect(group["seating"]?.stringEquals("general") == true)
        #expect(seats == 0)
      }
      let offers = try #require(group["offers"]).elements
      #expect(!offers.isEmpty)
      #expect(Set(offers.compactMap { $0["priceLevelId"]?.string }).count == 1)
    }
  }

  @Test func stadiumHasTwentyThousandSeats() throws {
    #expect(try partnerTotal(EventID.stadium) == 20_000)
  }

  private func partnerTotal(_ event: String) throws -> Int { try Partner().inventory(event).total }

  @Test func soldOutEventListsNothing() throws {
    let answer = try Partner().availability(EventID.soldOut)
    for group in try answer.elements("/event/tickets") {
      #expect(group["available"]?.integer == 0)
      #expect(group["currentTicketLimit"]?.integer == 0)
      #expect(group["inventory"]?.elements.count == 0)
    }
  }

  @Test func currentTicketLimitFallsWithTheInventory() throws {
    let event = BundledCatalogue.event(
      members: #""ticketLimit": 6,"#, rows: #"{ "rows": ["A"], "first": 1, "last": 8 }"#)
    let partner = try Partner(catalogue: BundledCatalogue.catalogue(adding: [event]))
    let id = "3F00000000000001"
    #expect(try partner.availability(id).integer("/event/tickets/0/currentTicketLimit") == 6)
    _ = try partner.hold(id, quantity: 4)
    #expect(try partner.availability(id).integer("/event/tickets/0/currentTicketLimit") == 4)
    #expect(try partner.availability(id).integer("/event/tickets/0/eventTicketLimit") == 6)
  }

  @Test func noLimitIsZeroAndTheInventory() throws {
    let partner = try Partner(catalogue: BundledCatalogue.catalogue(adding: [BundledCatalogue.event()]))
    let answer = try partner.availability("3F00000000000001")
    #expect(try answer.integer("/event/eventTicketLimit") == 0)
    #expect(try answer.integer("/event/tickets/0/currentTicketLimit") == 20)
  }

  @Test(arguments: [
    (EventID.phoenix, false, 8), (EventID.losAngeles, true, 10), (EventID.limitFour, true, 4),
    (EventID.toronto, false, 8),
  ])
  func restrictionsOfTheEventAreStated(event: String, single: Bool, limit: Int) throws {
    let answer = try Partner().availability(event)
    #expect(try answer.bool("/event/restrictSingle") == single)
    #expect(try answer.integer("/event/eventTicketLimit") == limit)
  }

  @Test func generalAdmissionCountsWithoutSeats() throws {
    let partner = try Partner()
    func group(_ answer: ServedAnswer) throws -> JSONValue {
      try #require(answer.elements("/event/tickets").first { $0["seating"]?.stringEquals("general") == true })
    }
    let before = try group(partner.availability(EventID.generalAdmission))
    #expect(before["available"]?.integer == 450)
    #expect(before["total"]?.integer == 600)
    #expect(before.value(at: "/inventory/0/section")?.string == "FLOOR")
    #expect(before.value(at: "/inventory/0/row")?.string == "GA")
    _ = try partner.hold(EventID.generalAdmission, quantity: 3)
    #expect(try group(partner.availability(EventID.generalAdmission))["available"]?.integer == 447)
  }

  @Test func hasEvenOddMixIsTrueForRowsOfMixedParity() throws {
    let answer = try Partner().availability(EventID.toronto)
    var mixes: [String: Set<Bool>] = [:]
    for group in try answer.elements("/event/tickets") {
      for row in try #require(group["inventory"]).elements {
        let name = "\(row["section"]?.string ?? "") \(row["row"]?.string ?? "")"
        mixes[name, default: []].insert(try #require(row["hasEvenOddMix"]?.bool as Bool?))
      }
    }
    #expect(mixes["ORCHL C"] == [false])
    #expect(mixes["ORCHR C"] == [false])
    #expect(mixes["ORCH J"] == [true], "odd on one side, even on the other: the row is mixed")
    #expect(mixes["MEZZ A"] == [true])
    #expect(mixes["MEZZ D"] == [true], "a row at two price levels is one row")
  }

  @Test(arguments: [EventID.phoenix, EventID.toronto, EventID.losAngeles, EventID.club])
  func placesAreUniqueAndReserveTheirSeat(event: String) throws {
    let partner = try Partner()
    let inventory = try partner.inventory(event)
    #expect(Set(inventory.places.values).count == inventory.places.count)
    let seats = inventory.places.sorted { $0.value < $1.value }
    for (seat, place) in stride(from: 0, to: seats.count, by: max(1, seats.count / 12)).map({ seats[$0] }) {
      let answer = try partner.reserve(event, more: #""places": ["\#(place)"], "accept_best_available": false"#)
      // Another type than the seat's, or a single seat left behind, is refused; never another seat.
      guard answer.status == 200 else {
        #expect(answer.code == 20_052)
        continue
      }
      #expect(try answer.string("/cart/items/0/section") == seat.section)
      #expect(try answer.string("/cart/items/0/row") == seat.row)
      #expect(try answer.string("/cart/items/0/start_seat_number") == "\(seat.number)")
      #expect(try answer.string("/cart/items/0/end_seat_number") == "\(seat.number)")
      #expect(try !partner.inventory(event).isFree(seat.section, seat.row, seat.number))
    }
  }

  @Test func areasArePrintedAsInTheExample() throws {
    let answer = try Partner().availability(EventID.losAngeles)
    let row = try #require(
      answer.elements("/event/tickets").flatMap { Array($0["inventory"]?.elements ?? $0.elements) }
        .first { $0["section"]?.stringEquals("209") == true })
    #expect(row.value(at: "/areas/0/areaId")?.string == "10")
    #expect(row.value(at: "/areas/0/name")?.string == "RIGHT")
    #expect(row.value(at: "/areas/0/description")?.string == "Right Side of Theatre")
    #expect(row.value(at: "/areas/1/areaId")?.string == "5")
  }

  @Test func datesAreInstantsHereAndLocalInTheList() throws {
    let partner = try Partner()
    let answer = try partner.availability(EventID.phoenix)
    #expect(try answer.string("/event/eventDateTime") == "2026-07-17 02:30:00.0")
    #expect(try answer.string("/event/onsale") == "2026-05-02 17:00:00.0")
    #expect(try answer.string("/event/offsale") == "2026-07-17 02:30:00.0")
    let list = try partner.send(.get, "/partners/v1/events")
    let event = try #require(
      list.elements("/events").first { $0["eventId"]?.string == EventID.phoenix })
    #expect(event["eventDate"]?.string == "2026-07-16")
    #expect(event["eventTime"]?.string == "19:30:00")
    #expect(event["timeZone"]?.string == "America/Phoenix")
    #expect(event["eventCode"]?.string == "ECAPI1")
    #expect(event["eventHost"]?.string == "PHX")
  }

  @Test(arguments: [EventID.notTransactable, EventID.offSale, EventID.captcha])
  func eventsThatCannotBeReservedStillAnswer(event: String) throws {
    #expect(try Partner().availability(event).status == 200)
  }

  @Test func bothIDsNameOneEventAndUnknownQueryIsIgnored() throws {
    let partner = try Partner()
    _ = try partner.hold(EventID.losAngelesUniversal, quantity: 2)
    let legacy = try partner.availability(EventID.losAngeles)
    let universal = try partner.send(
      .get, "/partners/v1/events/\(EventID.losAngelesUniversal)/availability?unknown=true")
    #expect(legacy.bytes == universal.bytes)
  }

  /// Step 1 of an integration: which events are SafeTix.
  @Test(arguments: [
    (EventID.phoenix, true), (EventID.secureBarcode, true), (EventID.delayed, true), (EventID.paper, false),
  ])
  func eventsSayWhetherTheyAreSafeTix(event: String, isSafeTix: Bool) throws {
    let partner = try Partner()
    #expect(try partner.availability(event).bool("/event/safeTixEnabled") == isSafeTix)
    #expect(try partner.send(.get, "/partners/v1/events/\(event)").bool("/event/safeTixEnabled") == isSafeTix)
    let entry = try partner.send(.get, "/partners/v1/events").elements("/events")
      .first { $0["eventId"]?.string == event }
    #expect(entry?["safeTixEnabled"]?.bool == isSafeTix)
  }

  @Test(arguments: [
    ("2026-07-17T02:30:00Z", "2026-07-17 02:30:00.0"), ("2026-12-31T23:59:59.999Z", "2026-12-31 23:59:59.9"),
    ("2026-01-01T00:00:00.050+02:00", "2025-12-31 22:00:00.0"), ("0001-01-01T00:00:00Z", "0001-01-01 00:00:00.0"),
    ("9999-12-31T23:59:59.100Z", "9999-12-31 23:59:59.1"),
  ])
  func instantsArePrintedWithoutAZone(instant: String, printed: String) throws {
    #expect(PlainDateTime.text(of: try #require(Instant(rfc3339: instant))) == printed)
  }
}
