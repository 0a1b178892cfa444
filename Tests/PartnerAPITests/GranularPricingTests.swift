import HTTPTypes
import JSONText
import Testing

/// Events whose rows have prices of their own: no price levels, but a range of face values to stay in.
@Suite struct GranularPricingTests {
  private static let tickets = #""tickets":[{"id":"000000000001"}]"#

  private func reserve(_ partner: Partner, _ members: String) throws -> ServedAnswer {
    try partner.reserve(EventID.granular, body: "{\"reserve\":{\(members)}}")
  }

  @Test func offersHaveNoPriceLevel() throws {
    let answer = try Partner().availability(EventID.granular)
    #expect(try answer.bool("/event/granularPricing"))
    #expect(!answer.text.contains("priceLevelId"))
    let faces = try answer.elements("/event/tickets").flatMap { Array(try #require($0["offers"]).elements) }
      .compactMap { $0["faceValue"]?.numberText }
    #expect(faces == ["164.00", "149.50", "132.00", "118.75", "99.50", "84.00", "61.25", "42.00"])
    #expect(try !Partner().availability(EventID.phoenix).bool("/event/granularPricing"))
  }

  @Test(arguments: [
    ("", "164.00"), (#","seat_price_low":100,"seat_price_high":120"#, "118.75"),
    (#","seat_price_low":"99.50","seat_price_high":"99.50""#, "99.50"), (#","seat_price_high":149.5"#, "149.50"),
    (#","seat_price_high":61.24"#, "42.00"), (#","seat_price_low":164"#, "164.00"),
    (#","seat_price_low":null,"seat_price_high":null"#, "164.00"),
    (#","seat_price_low":50,"seat_price_high":70,"section":"101","row":"A""#, "61.25"),
  ])
  func seatsAreTheBestWithinTheRange(range: String, face: String) throws {
    let answer = try reserve(Partner(), Self.tickets + range)
    #expect(try answer.number("/cart/items/0/totals/merchandise") == face)
    #expect(
      answer.fidelity
        == (range.contains(":") && !range.contains("null") ? "inferred; see=cart.reserve/price-range" : nil))
    #expect(try answer.elements("/cart/items/0/tickets/0/charges")[2]["price"]?.numberText == face)
  }

  @Test func theRangeHoldsWhereSeatsAreNamed() throws {
    let named = Self.tickets + #","section":"101","row":"D","accept_best_available":false,"#
    let partner = try Partner(rate: 0)
    try reserve(partner, named + #""seat_price_high":99.49"#).expectError(400, 20_052)
    #expect(try reserve(partner, named + #""seat_price_high":99.5"#).string("/cart/items/0/row") == "D")
  }

  /// What is wrong, the code of the refusal, and words of its diagnosis.
  @Test(arguments: [
    (
      #""seat_price_low":120,"seat_price_high":130"#, 20_052, "face values of ticket type 000000000001 are 42.00, 61.25"
    ),
    (#""seat_price_low":164.01"#, 20_052, "No seat costs from seat_price_low to seat_price_high"),
    (#""seat_price_high":0"#, 20_052, "No seat costs"),
    (
      #""seat_price_low":50,"seat_price_high":49.99"#, 10_002,
      "/seat_price_high: expected at least seat_price_low, 50.00"
    ),
    (#""seat_price_low":true"#, 10_002, "/seat_price_low: expected an amount"),
    (#""seat_price_high":"cheap""#, 10_002, "/seat_price_high: expected an amount"),
    (#""seat_price_high":[99]"#, 10_002, "/seat_price_high: expected an amount"),
    (#""tickets":[{"id":"000000000001","price":{"id":5}}]"#, 20_046, "granular pricing and no price levels"),
  ])
  func whatNothingSatisfiesIsRefused(members: String, code: Int64, words: String) throws {
    let partner = try Partner(rate: 0)
    let before = try WorldSnapshot(partner, event: EventID.granular)
    let body = members.contains("tickets") ? members : "\(Self.tickets),\(members)"
    let answer = try reserve(partner, body)
    answer.expectError(400, code)
    #expect(answer.diagnosis?.contains(words) == true, "\(answer.diagnosis ?? "")")
    let label =
      switch code {
      case 20_046: "invented; see=cart.reserve/granular-pricing"
      case 20_052: "inferred; see=cart.reserve/price-range"
      default: "documented; see=errors/invalid-input"
      }
    #expect(answer.fidelity == label)
    #expect(try WorldSnapshot(partner, event: EventID.granular) == before)
  }

  /// More tickets than seats at a price are not found, though dearer ones are free.
  @Test func aRangeIsNotLeftForMoreSeats() throws {
    let partner = try Partner(rate: 0)
    let four = #""tickets":[{"id":"000000000001","quantity":4}],"seat_price_low":150"#
    for _ in ["101", "102"] { #expect(try reserve(partner, four).status == 200) }
    try reserve(partner, four).expectError(400, 20_052)
    #expect(try reserve(partner, #""tickets":[{"id":"000000000001","quantity":4}]"#).status == 200)
  }

  @Test func otherEventsTakeARangeToo() throws {
    let answer = try Partner().reserve(EventID.phoenix, more: #""seat_price_high": 57"#)
    #expect(try answer.number("/cart/totals/merchandise") == "57.00")
  }
}
