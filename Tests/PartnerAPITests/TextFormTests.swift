import JSONText
import PartnerVocabulary
import PartnerWire
import Testing

/// Text where the documents have a boolean or a number: taken as what it stands for, and told of.
@Suite struct TextFormTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// What it is a member of.
    let sample: RequestSample
    let pointer: String
    /// The value in its own type.
    let plain: String

    init(_ operation: String, _ pointer: String, _ plain: String) {
      sample = RequestSample.all.first { $0.operation.rawValue == operation } ?? RequestSample.all[0]
      self.pointer = pointer
      self.plain = plain
    }

    var testDescription: String { "\(pointer) \(plain)" }
  }

  /// Every member of every request that holds a boolean or a number, but for those that the documents print as text.
  private static let all: [Case] = [
    Case("cart.reserve", "/reserve/tickets/0/quantity", "2"), Case("cart.reserve", "/reserve/tickets/0/price/id", "1"),
    Case("cart.reserve", "/reserve/tickets/0/price/amount", "50.00"), Case("cart.reserve", "/reserve/areas/0/id", "1"),
    Case("cart.reserve", "/reserve/begin_seat", "2"), Case("cart.reserve", "/reserve/end_seat", "9"),
    Case("cart.reserve", "/reserve/seat_price_low", "10.00"),
    Case("cart.reserve", "/reserve/seat_price_high", "999.00"),
    Case("cart.reserve", "/reserve/accept_best_available", "true"),
    Case("cart.reserve", "/reserve/accept_best_available", "false"),
    Case("cart.payment", "/payment/card/expire_month", "12"),
    Case("cart.payment", "/payment/card/expire_year", "2040"),
    Case("member.billing.add", "/billing_method/card/expire_month", "12"),
    Case("member.billing.add", "/billing_method/card/expire_year", "2040"),
    Case("wallet.token", "/funding_source_details/expiration_month", "12"),
    Case("wallet.token", "/funding_source_details/expiration_year", "2040"),
  ]

  /// The documents print these as text; numbers are taken too.
  private static let printedAsText = [
    "/payment/amount", "/payment/address/country/id", "/billing_method/address/country/id",
  ]

  @Test func theTableHasEveryMember() throws {
    var members: Set<String> = []
    for sample in RequestSample.all {
      for member in try sample.documentedMembers() where member.kind.textForm != nil { members.insert(member.pointer) }
    }
    #expect(members == Set(Self.all.map(\.pointer) + Self.printedAsText))
  }

  /// Both requests get the same answer, of a purchase that is the same besides.
  @Test(arguments: all)
  func textIsTakenForTheValue(subject: Case) throws {
    let answers = try [subject.plain, "\"\(subject.plain)\""].map { text in
      let partner = try Partner(rate: 0)
      let cart = try partner.hold(subject.sample.event)
      let member = try #require(subject.sample.documentedMembers().first { $0.pointer == subject.pointer })
      return try subject.sample.send(partner, cart: cart, member, text)
    }
    #expect(answers[0].status == answers[1].status)
    #expect(answers[0].bytes == answers[1].bytes)
    #expect(answers[0].code != 10_002)
    #expect(answers[0].diagnosis?.contains("is a string") != true)
    if answers[1].status == 200 {
      #expect(answers[1].diagnosis?.contains("\(subject.pointer) is a string, where the documents show a") == true)
    }
  }

  @Test func quantitiesInQuotesReserveAsMany() throws {
    let answer = try Partner().reserve(
      EventID.phoenix, quantity: "\"2\"", more: #""accept_best_available": "true""#)
    #expect(try answer.integer("/cart/items/0/num_seats") == 2)
    #expect(answer.fidelity == "inferred; see=request/form")
    for words in [
      "quantity is a string, where the documents show a number", "available is a string, where the documents show a b",
    ] {
      #expect(answer.diagnosis?.contains(words) == true, "\(answer.diagnosis ?? "")")
    }
  }

  /// `"false"` is no truth that happens to be text.
  @Test(arguments: ["false", "\"false\""])
  func refusingTheBestAvailableWorksInQuotes(text: String) throws {
    let partner = try Partner()
    let more = #""section": "BALC2L", "row": "B", "begin_seat": 13, "end_seat": 13, "accept_best_available": \#(text)"#
    #expect(try partner.reserve(EventID.phoenix, more: more).status == 200)
    try partner.reserve(EventID.phoenix, more: more).expectError(400, 20_052)
  }

  @Test(arguments: ["\"99999999999999999999\"", "99999999999999999999", "\"999\""])
  func quantitiesBeyondAllLimitsAreThat(text: String) throws {
    try Partner().reserve(EventID.phoenix, quantity: text).expectError(400, 10_161)
  }
}
