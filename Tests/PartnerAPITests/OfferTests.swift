import HTTPTypes
import JSONText
import Testing

/// What availability says of offers, against what carts then ask for.
@Suite struct OfferTests {
  /// Face value, every charge, and for `totalPrice` all of it: what a cart of that one ticket costs.
  @Test(arguments: [
    EventID.phoenix, EventID.losAngeles, EventID.rendered, EventID.club, EventID.chicago, EventID.delayed,
    EventID.paper, EventID.limitFour, EventID.toronto, EventID.stadium, EventID.secureBarcode,
  ])
  func chargesAddUpToWhatACartAsksFor(event: String) throws {
    let partner = try Partner(rate: 0)
    let path = "/partners/v1/events/\(event)/availability"
    let answer = try partner.send(.get, "\(path)?getBasePrice=true")
    let reasons = [
      "facility fee", "order_processing fee", "service fee", "service tax", "service_tax tax", "service_tax_2 tax",
      "face_value_tax tax",
    ]
    var compared = 0
    for group in try answer.elements("/event/tickets") {
      let row = try #require(group["inventory"]).elements.first { $0["places"]?.elements.isEmpty == false }
      guard let place = row?["places"]?.elements.compactMap(\.string).first else { continue }
      for offer in try #require(group["offers"]).elements {
        let charges = try #require(offer["charges"]).elements.map { charge in
          (
            "\(charge["reason"]?.string ?? "") \(charge["type"]?.string ?? "")",
            try #require(charge["amount"]?.double)
          )
        }
        #expect(charges.prefix(reasons.count).map(\.0) == reasons)
        let face = try #require(offer["faceValue"]?.double)
        let sum = charges.reduce(face) { $0 + $1.1 }
        let total = try #require(offer["totalPrice"]?.double)
        #expect(abs(sum - total) < 0.001)
        #expect(offer["listPrice"]?.double == face)
        let type = try #require(offer["ticketTypeId"]?.string)
        let cart = try partner.reserve(
          event, body: #"{"reserve": {"tickets": [{"id": "\#(type)"}], "places": ["\#(place)"]}}"#)
        guard cart.status == 200 else { continue }
        compared += 1
        let sums = try ["grand", "delivery"].map { try #require(Double(cart.number("/cart/totals/\($0)"))) }
        let grand = sums[0] - sums[1]
        #expect(abs(grand - total) < 0.001, "\(event) \(type)")
        let id = try cart.string("/cart_id")
        #expect(try partner.send(.delete, "/partners/v1/events/\(event)/cart?cart_id=\(id)").status < 300)
      }
    }
    #expect(compared > 0)
  }

  @Test func sumsAreThereOnlyIfTheyAreAskedFor() throws {
    let partner = try Partner(rate: 0)
    let path = "/partners/v1/events/\(EventID.phoenix)/availability"
    let plain = try partner.send(.get, path)
    for value in ["false", "FALSE"] {
      #expect(try partner.send(.get, "\(path)?getBasePrice=\(value)").bytes == plain.bytes)
    }
    #expect(!plain.text.contains("totalPrice") && !plain.text.contains("listPrice"))
    for value in ["true", "True"] {
      #expect(try partner.send(.get, "\(path)?getBasePrice=\(value)").text.contains("totalPrice"))
    }
    try partner.send(.get, "\(path)?getBasePrice=yes").expectError(400, 10_002)
    #expect(try partner.send(.get, path).bytes == plain.bytes)
  }

  /// Rows as availability may find them, and the quantities of a cart of one row.
  @Test(arguments: [
    (#"{ "rows": ["A"], "first": 1, "last": 5 }"#, false, [1, 2, 3, 4, 5]),
    (#"{ "rows": ["A"], "first": 1, "last": 5 }"#, true, [1, 2, 3, 5]),
    (#"{ "rows": ["A"], "first": 1, "last": 20 }"#, true, [1, 2, 3, 4, 5, 6, 7, 8]),
    (#"{ "rows": ["A"], "first": 1, "last": 7, "sold": ["4"] }"#, false, [1, 2, 3]),
    (#"{ "rows": ["A"], "first": 1, "last": 7, "sold": ["4"] }"#, true, [1, 3]),
    (#"{ "rows": ["A"], "first": 1, "last": 3, "sold": ["2"] }"#, true, [1]),
    (#"{ "rows": ["A"], "first": 1, "last": 3, "sold": ["1-3"] }"#, false, []),
  ])
  func sellableQuantitiesAreThoseThatACartCanHave(rows: String, keepsSingles: Bool, quantities: [Int]) throws {
    let event = BundledCatalogue.event(members: #""restrictSingle": \#(keepsSingles), "ticketLimit": 8,"#, rows: rows)
    let id = "3F00000000000001"
    let partner = try Partner(catalogue: BundledCatalogue.catalogue(adding: [event]))
    let offer = try #require(try partner.availability(id).elements("/event/tickets").first?["offers"]?.elements.first)
    #expect(offer["sellableQuantities"]?.elements.compactMap(\.integer).map(Int.init) == quantities)
    #expect(offer["available"]?.bool == !quantities.isEmpty)
    for quantity in 1...8 {
      let answer = try partner.reserve(id, quantity: "\(quantity)")
      #expect((answer.status == 200) == quantities.contains(quantity), "\(quantity)")
      guard answer.status == 200 else { continue }
      let cart = try answer.string("/cart_id")
      #expect(try partner.send(.delete, "/partners/v1/events/\(id)/cart?cart_id=\(cart)").status < 300)
    }
  }
}
