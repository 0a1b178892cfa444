import BoxOffice
import Determinism
import HTTPTypes
import JSONText
import Testing

/// Sums of carts, over all events and many random reserves.
@Suite struct TotalsTests {
  private static let events = [
    EventID.phoenix, EventID.losAngeles, EventID.rendered, EventID.club, EventID.chicago, EventID.delayed,
    EventID.delayedScrambled, EventID.paper, EventID.generalAdmission, EventID.limitFour, EventID.toronto,
    EventID.stadium, EventID.base64, EventID.secureBarcode,
  ]

  @Test(arguments: events)
  func everythingAddsUp(event: String) throws {
    let partner = try Partner(rate: 0)
    var source = SeededSource(seed: 1, purpose: .init(rawValue: 0x746f_7461), SeededSource.fold(event))
    let offers = try offers(partner.availability(event))
    var served = 0
    for _ in 0..<25 {
      let answer = try partner.reserve(event, body: request(from: offers, &source))
      guard answer.status == 200 else {
        #expect([20_052, 10_161].contains(answer.code))
        continue
      }
      served += 1
      try expectSums(answer, paid: false)
      let grand = try answer.number("/cart/totals/grand")
      let id = try answer.string("/cart_id")
      if Bool.random(using: &source) {
        let paid = try partner.pay(event, body: Partner.billing(cart: id, amount: "\"\(grand)\""))
        #expect(paid.status == 200)
        try expectSums(paid, paid: true)
      } else {
        let option = ["1", "2", "3", "4"].randomElement(using: &source) ?? "1"
        let shipped = try partner.send(
          .put, "/partners/v1/events/\(event)/cart/shipping?cart_id=\(Self.encoded(id))",
          body: #"{"shipping_id":"\#(option)"}"#)
        #expect(shipped.status == 200)
        try expectSums(shipped, paid: false)
      }
    }
    #expect(served > 5, "the test must see carts")
  }

  private static func encoded(_ id: String) -> String {
    id.map { ["=": "%3D", "/": "%2F", "+": "%2B"][$0] ?? String($0) }.joined()
  }

  private func offers(_ answer: ServedAnswer) throws -> [(type: String, level: String)] {
    try answer.elements("/event/tickets").flatMap { group in
      try #require(group["offers"]).elements.map { offer in
        (try #require(offer["ticketTypeId"]?.string), try #require(offer["priceLevelId"]?.string))
      }
    }
  }

  private func request(
    from offers: [(type: String, level: String)], _ source: inout SeededSource
  ) throws -> String {
    let entries = try (0..<Int.random(in: 1...2, using: &source)).map { _ in
      let offer = try #require(offers.randomElement(using: &source))
      let level = Bool.random(using: &source) ? #","price":{"id":\#(offer.level)}"# : ""
      return #"{"id":"\#(offer.type)","quantity":\#(Int.random(in: 1...4, using: &source))\#(level)}"#
    }
    return #"{"reserve":{"tickets":[\#(entries.joined(separator: ","))]}}"#
  }

  private struct Sums: Equatable {
    var merchandise = 0
    var fee = 0
    var tax = 0
    var grand = 0

    init() {}

    init(_ totals: JSONValue) throws {
      merchandise = try #require(totals["merchandise"]).hundredths()
      fee = try #require(totals["fee"]).hundredths()
      tax = try #require(totals["tax"]).hundredths()
      grand = try #require(totals["grand"]).hundredths()
    }
  }

  private func expectSums(_ answer: ServedAnswer, paid: Bool) throws {
    let totals = try answer.value("/cart/totals")
    let currency = try #require(totals["currency_code"]?.string)
    var expected = Sums()
    var delivery = 0
    for item in try answer.elements("/cart/items") {
      let sums = try Sums(#require(item["totals"]))
      #expect(item.value(at: "/totals/currency_code")?.string == currency)
      #expect(sums.grand == sums.merchandise + sums.fee + sums.tax)
      if item["type"]?.stringEquals("ticket") == true { #expect(try sums == self.sums(ofTickets: item)) }
      if item["type"]?.stringEquals("delivery") == true {
        delivery += sums.grand
      } else {
        expected.merchandise += sums.merchandise
        expected.fee += sums.fee
        expected.tax += sums.tax
      }
      expected.grand += sums.grand
    }
    #expect(try Sums(totals) == expected)
    #expect(try #require(totals["delivery"]).hundredths() == delivery)
    #expect(expected.grand == expected.merchandise + expected.fee + expected.tax + delivery)
    #expect(try #require(totals["unpaid"]).hundredths() == (paid ? 0 : expected.grand))
    #expect(try #require(totals["upsell"]).hundredths() == 0)
  }

  /// The sums of a ticket item by its charges: prices and taxes are per ticket, quantities count tickets.
  private func sums(ofTickets item: JSONValue) throws -> Sums {
    var sums = Sums()
    var count: Int64 = 0
    for tickets in try #require(item["tickets"]).elements {
      let quantity = try #require(tickets["quantity"]?.integer)
      count += quantity
      let charges = try #require(tickets["charges"]).elements
      #expect(charges.compactMap { $0["type"]?.string } == ["distance", "facility", "face_value", "service"])
      for charge in charges {
        #expect(charge["quantity"]?.integer == quantity)
        let price = try #require(charge["price"]).hundredths() * Int(quantity)
        if charge["type"]?.stringEquals("face_value") == true { sums.merchandise += price } else { sums.fee += price }
        sums.tax += try #require(charge["tax"]).hundredths() * Int(quantity)
      }
    }
    sums.grand = sums.merchandise + sums.fee + sums.tax
    #expect(item["num_seats"]?.integer == count)
    return sums
  }

  @Test func documentedSeatCostsWhatTheDocumentSays() throws {
    let cart = try Partner().hold(
      EventID.phoenix,
      more: #""section": "BALC2L", "row": "B", "begin_seat": 13, "end_seat": 13, "accept_best_available": false"#)
    #expect(cart.grand == "101.66")
    #expect(try cart.answer.number("/cart/totals/unpaid") == "101.66")
    #expect(try cart.answer.number("/cart/totals/fee") == "37.96")
    #expect(try cart.answer.number("/cart/totals/tax") == "6.70")
    #expect(try cart.answer.number("/cart/items/1/totals/grand") == "3.76")
    #expect(cart.answer.json?.value(at: "/cart/payments") == nil, "payments come with billing")
  }

  @Test func processingIsOnceAnOrder() throws {
    let cart = try Partner().hold(EventID.phoenix, quantity: 4, more: #""section": "BALC2L""#)
    // 4 × (57.00 + 4.13 + 34.20 + 2.57) + 3.76
    #expect(cart.grand == "395.36")
  }

  @Test(arguments: [("207", "00000405000C"), ("208", "00000406000C"), ("209", "00000407000C")])
  func singleTicketOfTheBillingRequestsEventCosts5441Everywhere(section: String, type: String) throws {
    let answer = try Partner().reserve(
      EventID.losAngeles,
      body: #"{"reserve":{"tickets":[{"id":"\#(type)"}],"section":"\#(section)","accept_best_available":false}}"#)
    #expect(try answer.string("/cart/items/0/section") == section)
    #expect(try answer.number("/cart/totals/grand") == "54.41")
  }
}
