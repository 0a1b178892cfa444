import HTTPTypes
import JSONText
import Testing

/// Which seats a reserve gets.
@Suite struct ReserveSeatTests {
  private static let own = "3F00000000000001"

  private func partner(rows: String, members: String = "") throws -> Partner {
    try Partner(
      catalogue: BundledCatalogue.catalogue(adding: [BundledCatalogue.event(members: members, rows: rows)]))
  }

  /// `section row first-last` of every ticket item.
  private func seats(_ answer: ServedAnswer, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    #expect(answer.status == 200, "\(answer.text) \(answer.diagnosis ?? "")", sourceLocation: sourceLocation)
    return try answer.elements("/cart/items", sourceLocation: sourceLocation)
      .filter { $0["type"]?.stringEquals("ticket") == true }
      .map { item in
        let fields = ["section", "row", "start_seat_number", "end_seat_number"].map { item[$0]?.string ?? "?" }
        return "\(fields[0]) \(fields[1]) \(fields[2])-\(fields[3])"
      }
  }

  @Test func namedSeatsAreTaken() throws {
    let partner = try Partner()
    let range = #""section": "BALC2", "row": "E", "begin_seat": 103, "end_seat": 105, "accept_best_available": false"#
    #expect(try seats(partner.reserve(EventID.phoenix, quantity: "3", more: range)) == ["BALC2 E 103-105"])
    try partner.reserve(EventID.phoenix, quantity: "3", more: range).expectError(400, 20_052)
  }

  @Test func seatNumbersMayBeStrings() throws {
    let range = #""section": "BALC2", "row": "E", "begin_seat": "103", "end_seat": "103""#
    #expect(try seats(Partner().reserve(EventID.phoenix, more: range)) == ["BALC2 E 103-103"])
  }

  @Test func sectionAloneKeepsToTheSection() throws {
    let partner = try Partner()
    for _ in 0..<5 {
      let taken = try seats(
        partner.reserve(EventID.phoenix, quantity: "4", more: #""section": "BALC1", "accept_best_available": false"#))
      #expect(taken.count == 1 && taken[0].hasPrefix("BALC1 "))
    }
  }

  @Test(arguments: [#""#, #", "accept_best_available": true"#, #", "accept_best_available": null"#])
  func takenSeatsFallBackToTheBestAvailable(choice: String) throws {
    let partner = try Partner()
    let range = #""section": "BALC2", "row": "E", "begin_seat": 103, "end_seat": 104"#
    _ = try partner.hold(EventID.phoenix, quantity: 2, more: range)
    let answer = try partner.reserve(EventID.phoenix, quantity: "2", more: range + choice)
    let taken = try seats(answer)
    #expect(taken.count == 1 && taken != ["BALC2 E 103-104"])
  }

  @Test func placesAreTakenExactly() throws {
    let partner = try Partner()
    let inventory = try partner.inventory(EventID.phoenix)
    let together = try [7, 9, 11].map { try inventory.place("BALC2L", "C", $0) }
    let list = "\"places\": [\"\(together.joined(separator: "\", \""))\"], \"accept_best_available\": false"
    #expect(try seats(partner.reserve(EventID.phoenix, quantity: "3", more: list)) == ["BALC2L C 7-11"])
    try partner.reserve(EventID.phoenix, quantity: "3", more: list).expectError(400, 20_052)
  }

  @Test func placesApartAreOneItemForEachRun() throws {
    let partner = try Partner()
    let inventory = try partner.inventory(EventID.phoenix)
    let places = try [
      inventory.place("BALC2R", "D", 4), inventory.place("BALC2L", "C", 7), inventory.place("BALC2L", "C", 9),
      inventory.place("BALC2L", "C", 13),
    ]
    let answer = try partner.reserve(
      EventID.phoenix, quantity: "4", more: "\"places\": [\"\(places.joined(separator: "\", \""))\"]")
    #expect(Set(try seats(answer)) == ["BALC2L C 7-9", "BALC2L C 13-13", "BALC2R D 4-4"])
    #expect(try answer.number("/cart/totals/merchandise") == "228.00")
  }

  @Test func placesAcrossPriceLevelsCostWhatTheyCost() throws {
    let partner = try Partner()
    let inventory = try partner.inventory(EventID.phoenix)
    let places = try [inventory.place("BALC2L", "C", 7), inventory.place("ORCHC", "D", 105)]
    let answer = try partner.reserve(
      EventID.phoenix, quantity: "2",
      more: "\"places\": [\"\(places.joined(separator: "\", \""))\"], \"accept_best_available\": false")
    #expect(Set(try seats(answer)) == ["BALC2L C 7-7", "ORCHC D 105-105"])
    #expect(try answer.number("/cart/totals/merchandise") == "186.00")
  }

  /// A place id has unused bits at its end, so that other texts decode to the same seat.
  @Test func oneSeatCannotBeTakenTwiceUnderTwoSpellings() throws {
    let partner = try Partner()
    let place = try partner.inventory(EventID.losAngeles).place("207", "C", 2)
    let last = try #require(place.last)
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    for other in alphabet where other != last {
      let variant = String(place.dropLast()) + String(other)
      let answer = try partner.reserve(
        EventID.losAngeles, quantity: "2",
        more: #""places": ["\#(place)", "\#(variant)"], "accept_best_available": false"#)
      #expect(answer.status == 400, "\(variant) \(answer.text)")
    }
    try partner.reserve(
      EventID.losAngeles, quantity: "2", more: #""places": ["\#(place)", "\#(place)"], "accept_best_available": false"#
    ).expectError(400, 10_002)
  }

  @Test func bestPriceLevelComesFirst() throws {
    let partner = try Partner()
    #expect(try partner.hold(EventID.phoenix).answer.number("/cart/totals/merchandise") == "129.00")
    let middle = try partner.reserve(
      EventID.phoenix, body: #"{"reserve":{"tickets":[{"id":"000000000001","price":{"id":4}}]}}"#)
    #expect(try middle.number("/cart/totals/merchandise") == "89.00")
    let text = try partner.reserve(
      EventID.phoenix, body: #"{"reserve":{"tickets":[{"id":"000000000001","price":{"id":"7"}}]}}"#)
    #expect(try text.number("/cart/totals/merchandise") == "57.00")
    let amount = try partner.reserve(
      EventID.phoenix, body: #"{"reserve":{"tickets":[{"id":"000000000001","price":{"amount":"57.00"}}]}}"#)
    #expect(try amount.number("/cart/totals/merchandise") == "57.00")
  }

  @Test func bestAvailableIsContiguousAndCountsOddAndEvenRowsByTwos() throws {
    let partner = try Partner()
    let answer = try partner.reserve(
      EventID.phoenix, quantity: "4", more: #""section": "BALC2L", "accept_best_available": false"#)
    let first = try #require(Int(answer.string("/cart/items/0/start_seat_number")))
    let last = try #require(Int(answer.string("/cart/items/0/end_seat_number")))
    #expect(last - first == 6)
    #expect(first % 2 == 1)
    let mixed = try Partner().reserve(
      EventID.toronto, quantity: "4", more: #""section": "ORCH", "row": "J", "accept_best_available": false"#)
    let low = try #require(Int(mixed.string("/cart/items/0/start_seat_number")))
    let high = try #require(Int(mixed.string("/cart/items/0/end_seat_number")))
    #expect(high - low == 6, "odd and even seats of a row are not next to each other")
  }

  @Test func bestAvailableNeverSplits() throws {
    let partner = try partner(rows: #"{ "rows": ["A", "B"], "first": 1, "last": 9, "sold": ["5"] }"#)
    try partner.reserve(Self.own, quantity: "5").expectError(400, 20_052)
    #expect(try seats(partner.reserve(Self.own, quantity: "4")).count == 1)
  }

  @Test func singleSeatIsNotStrandedIfItCanBeHelped() throws {
    let partner = try partner(
      rows: #"{ "rows": ["A"], "first": 1, "last": 3 }, { "rows": ["B"], "first": 1, "last": 4 }"#)
    #expect(try seats(partner.reserve(Self.own, quantity: "2")) == ["S B 1-2"])
    #expect(try seats(partner.reserve(Self.own, quantity: "2")) == ["S B 3-4"])
    #expect(try seats(partner.reserve(Self.own, quantity: "2")) == ["S A 1-2"], "nothing else is free")
  }

  @Test func restrictSingleRefusesToStrand() throws {
    let partner = try partner(
      rows: #"{ "rows": ["A"], "first": 1, "last": 5 }"#, members: #""restrictSingle": true,"#)
    func range(_ first: Int, _ last: Int) -> String {
      #""section": "S", "row": "A", "begin_seat": \#(first), "end_seat": \#(last), "accept_best_available": false"#
    }
    for (first, last) in [(1, 4), (2, 5), (2, 2), (4, 4), (2, 3), (3, 4), (2, 4)] {
      try partner.reserve(Self.own, quantity: "\(last - first + 1)", more: range(first, last)).expectError(400, 20_052)
    }
    try partner.reserve(Self.own, quantity: "4").expectError(400, 20_052)
    #expect(try seats(partner.reserve(Self.own, quantity: "3", more: range(1, 3))) == ["S A 1-3"])
    try partner.reserve(Self.own, quantity: "1").expectError(400, 20_052)
    #expect(try seats(partner.reserve(Self.own, quantity: "2")) == ["S A 4-5"])
  }

  @Test func restrictSingleHoldsForPlacesTogether() throws {
    // Seat 4 of row A is single already: nobody strands it.
    let partner = try partner(
      rows: #"{ "rows": ["A"], "first": 1, "last": 4, "sold": ["3"] }, { "rows": ["B"], "first": 1, "last": 6 }"#,
      members: #""restrictSingle": true,"#)
    let inventory = try partner.inventory(Self.own)
    func places(_ seats: [(String, Int)]) throws -> String {
      let ids = try seats.map { "\"\(try inventory.place("S", $0.0, $0.1))\"" }.joined(separator: ", ")
      return "\"places\": [\(ids)], \"accept_best_available\": false"
    }
    try partner.reserve(Self.own, quantity: "2", more: try places([("B", 2), ("B", 3)])).expectError(400, 20_052)
    try partner.reserve(Self.own, quantity: "2", more: try places([("B", 1), ("B", 3)])).expectError(400, 20_052)
    let answer = try partner.reserve(
      Self.own, quantity: "4", more: try places([("A", 1), ("A", 2), ("B", 1), ("B", 2)]))
    #expect(Set(try seats(answer)) == ["S A 1-2", "S B 1-2"])
    #expect(try seats(partner.reserve(Self.own, more: try places([("A", 4)]))) == ["S A 4-4"])
  }

  @Test func areasNarrowTheChoice() throws {
    let partner = try Partner()
    let balcony = try partner.reserve(EventID.toronto, quantity: "2", more: #""areas": [{"id": 3}]"#)
    #expect(try seats(balcony).allSatisfy { $0.hasPrefix("BALC ") })
    let right = try partner.reserve(EventID.toronto, quantity: "2", more: #""areas": [{"id": "10"}]"#)
    #expect(try seats(right).allSatisfy { $0.hasPrefix("ORCHR ") })
  }

  @Test func adultsAndChildrenSitTogether() throws {
    let answer = try Partner().reserve(
      EventID.toronto,
      body: """
        {"reserve":{"tickets":[{"id":"000000000001","quantity":2,"price":{"id":1}},
         {"id":"000000000002","quantity":1,"price":{"id":1}}]}}
        """)
    #expect(try seats(answer).count == 1)
    #expect(try answer.integer("/cart/items/0/num_seats") == 3)
    #expect(try answer.string("/cart/items/0/tickets/0/id") == "000000000001")
    #expect(try answer.integer("/cart/items/0/tickets/0/quantity") == 2)
    #expect(try answer.string("/cart/items/0/tickets/1/description") == "Child (12 and under)")
    #expect(try answer.integer("/cart/items/0/tickets/1/quantity") == 1)
    #expect(try answer.number("/cart/items/0/totals/merchandise") == "257.00")
    // Two adults: 19.60 + 3.25 each; a child: 12.20 + 3.25.
    #expect(try answer.number("/cart/items/0/totals/fee") == "61.15")
    #expect(try answer.number("/cart/items/0/totals/tax") == "41.36")
    #expect(try answer.string("/cart/totals/currency_code") == "CAD")
  }

  /// The item in every answer that shows a cart.
  @Test func generalAdmissionIsOneItemWithoutRowAndSeats() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.generalAdmission, quantity: 2, more: #""areas": [{"id": 1}]"#)
    let path = "/partners/v1/events/\(EventID.generalAdmission)/cart/shipping?cart_id=\(cart.id)"
    let shipped = try partner.send(.put, path, body: #"{"shipping_id": "1"}"#)
    for answer in try [cart.answer, shipped, partner.pay(cart)] {
      #expect(try answer.bool("/cart/items/0/ga") && answer.bool("/cart/items/0/is_ga"))
      #expect(try answer.string("/cart/items/0/section") == "FLOOR")
      #expect(try answer.string("/cart/items/0/areas/0/description") == "General Admission Floor")
      #expect(try answer.integer("/cart/items/0/num_seats") == 2)
      #expect(try answer.integer("/cart/items/0/x-num") == 1 && answer.integer("/cart/items/0/x_num") == 1)
      #expect(try answer.value("/cart/items/0/view").serialized() == Array("{}".utf8))
      #expect(try answer.value("/cart/items/0/transfer").serialized() == Array(#"{"eligible":true}"#.utf8))
      for name in ["row", "start_seat_number", "end_seat_number"] {
        #expect(answer.json?.value(at: "/cart/items/0/\(name)") == nil, "\(name)")
      }
    }
    #expect(cart.answer.fidelity?.hasPrefix("inferred") == true)
  }

  @Test func reservedSeatsHaveBothSpellingsOfTheHostsNumber() throws {
    let answer = try Partner().reserve(EventID.phoenix)
    #expect(try answer.integer("/cart/items/0/x-num") == answer.integer("/cart/items/0/x_num"))
    #expect(answer.json?.value(at: "/cart/items/0/view") == nil)
    #expect(answer.json?.value(at: "/cart/items/0/transfer") == nil)
  }

  @Test func generalAdmissionFillsGapsThatDeletedCartsLeave() throws {
    let partner = try Partner()
    let carts = try (0..<5).map { _ in try partner.hold(EventID.generalAdmission) }
    for cart in [carts[0], carts[2], carts[4]] {
      #expect(
        try partner.send(.delete, "/partners/v1/events/\(EventID.generalAdmission)/cart?cart_id=\(cart.id)").status
          == 204)
    }
    let cart = try partner.hold(EventID.generalAdmission, quantity: 4)
    #expect(try cart.answer.integer("/cart/items/0/num_seats") == 4)
    #expect(try partner.pay(cart).status == 200)
    let order = try partner.commit(EventID.generalAdmission, cart: cart.id)
    let opened = try partner.open(token: try order.string("/order_token"))
    let numbers = try (0..<4).map { try opened.string("/tickets/\($0)/seat_name") }
    #expect(Set(numbers).count == 4)
  }
}
