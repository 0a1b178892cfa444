import HTTPTypes
import JSONText
import Testing

/// Offers that only a password shows and reserves.
@Suite struct ProtectedOfferTests {
  private static let availability = "/partners/v1/events/\(EventID.protected)/availability"

  /// `ticketTypeId priceLevelId protected` of every offer.
  private func offers(_ answer: ServedAnswer) throws -> [String] {
    try answer.elements("/event/tickets").flatMap { Array(try #require($0["offers"]).elements) }.map { offer in
      let isProtected: Bool? = offer["protected"]?.bool
      return "\(offer["ticketTypeId"]?.string ?? "") \(offer["priceLevelId"]?.string ?? "") \(isProtected ?? false)"
    }
  }

  private static let open = ["000000000001 2 false", "000000000001 3 false"]

  @Test func onlyThePasswordShowsThem() throws {
    let partner = try Partner(rate: 0)
    let without = try partner.send(.get, Self.availability)
    #expect(try offers(without) == Self.open)
    #expect(without.fidelity == nil)
    let with = try partner.send(.get, "\(Self.availability)?password=mapmaker")
    #expect(
      try offers(with) == [
        "000000000002 1 true", "000000000001 2 false", "000000000002 2 true", "000000000001 3 false",
      ])
    #expect(with.fidelity == nil)
    #expect(try with.string("/event/tickets/0/inventory/0/row") == "AA")
    #expect(try partner.send(.get, Self.availability).bytes == without.bytes)
    #expect(try partner.send(.get, "\(Self.availability)?password=").bytes == without.bytes)
  }

  @Test(arguments: ["atlas", "Mapmaker", "mapmaker2", "%20mapmaker"])
  func aWrongPasswordIsAsGoodAsNone(password: String) throws {
    let partner = try Partner(rate: 0)
    let answer = try partner.send(.get, "\(Self.availability)?password=\(password)")
    #expect(try answer.bytes == partner.send(.get, Self.availability).bytes)
    #expect(answer.fidelity == "invented; see=availability/password")
    #expect(answer.diagnosis?.contains("password matches no offer of event \(EventID.protected)") == true)
  }

  @Test func eventsWithoutProtectedOffersSayThatAPasswordOpensNothing() throws {
    let answer = try Partner().send(.get, "/partners/v1/events/\(EventID.phoenix)/availability?password=mapmaker")
    #expect(answer.fidelity == "invented; see=availability/password")
    #expect(answer.diagnosis?.contains("matches no offer") == true)
  }

  @Test func listAndDetailsKeepThemToThemselves() throws {
    let partner = try Partner(rate: 0)
    let list = try partner.send(.get, "/partners/v1/events?events=\(EventID.protected)")
    let types = try list.elements("/events/0/offers").compactMap { $0["ticketType"]?.string }
    #expect(types == ["000000000001"])
    let details = try partner.send(.get, "/partners/v1/events/\(EventID.protected)")
    #expect(try details.elements("/event/tickets").compactMap { $0["id"]?.string } == ["000000000001"])
    #expect(try details.elements("/event/prices").compactMap { $0["id"]?.integer } == [2, 3])
    #expect(try details.number("/event/price_range/max/face_value") == "72.00")
  }

  @Test func thePasswordReservesThem() throws {
    let partner = try Partner(rate: 0)
    let answer = try partner.reserve(
      EventID.protected, body: #"{"reserve":{"tickets":[{"id":"000000000002"}],"password":"mapmaker"}}"#)
    #expect(try answer.string("/cart/items/0/section") == "FRONT")
    #expect(try answer.string("/cart/items/0/tickets/0/description") == "Fan Club Presale")
    #expect(answer.fidelity == "invented; see=cart.reserve/password")
    let cart = Partner.HeldCart(
      event: EventID.protected, id: try answer.string("/cart_id"), grand: try answer.number("/cart/totals/grand"),
      answer: answer)
    #expect(try partner.pay(cart).status == 200)
    #expect(try partner.commit(EventID.protected, cart: cart.id).status == 200)
  }

  @Test func theRestNeedsNone() throws {
    let partner = try Partner(rate: 0)
    #expect(try partner.reserve(EventID.protected).string("/cart/items/0/section") == "FLOOR")
    let wrong = try partner.reserve(EventID.protected, more: #""password": "atlas""#)
    #expect(try wrong.string("/cart/items/0/section") == "FLOOR")
    #expect(wrong.diagnosis?.contains("these tickets did not need it") == true)
  }

  /// What is reserved, and words of the diagnosis.
  @Test(arguments: [
    (#""tickets":[{"id":"000000000002"}]"#, "are protected, and no password was sent"),
    (#""tickets":[{"id":"000000000002"}],"password":"atlas""#, "password in reserve matches no offer"),
    (#""tickets":[{"id":"000000000002"}],"passcode":"mapmaker""#, "as reserve.password"),
    (#""tickets":[{"id":"000000000001"},{"id":"000000000002"}]"#, "are protected"),
    (#""tickets":[{"id":"000000000002","price":{"id":2}}]"#, "are protected"),
  ])
  func withoutThePasswordTheTypeIsNotForSale(members: String, words: String) throws {
    let partner = try Partner(rate: 0)
    let before = try WorldSnapshot(partner, event: EventID.protected)
    let answer = try partner.reserve(EventID.protected, body: "{\"reserve\":{\(members)}}")
    answer.expectError(
      400, 20_046, "Event had no visible/usable ticket types for the current channel")
    #expect(answer.fidelity == "invented; see=cart.reserve/password")
    #expect(answer.diagnosis?.contains(words) == true, "\(answer.diagnosis ?? "")")
    #expect(try WorldSnapshot(partner, event: EventID.protected) == before)
  }

  @Test(arguments: ["5", "true", "[]"])
  func aPasswordIsText(value: String) throws {
    let answer = try Partner().reserve(EventID.protected, more: "\"password\": \(value)")
    answer.expectError(400, 10_002)
    #expect(answer.diagnosis?.contains("/reserve/password: expected a string") == true)
  }

  /// Adult at one price and presale at the other, together: every wish is checked before a seat is held.
  @Test func bothTypesGoTogether() throws {
    let answer = try Partner().reserve(
      EventID.protected,
      body: #"{"reserve":{"tickets":[{"id":"000000000001"},{"id":"000000000002"}],"password":"mapmaker"}}"#)
    #expect(try answer.integer("/cart/items/0/num_seats") == 2)
    #expect(try answer.number("/cart/totals/merchandise") == "132.00")
  }
}
