import HTTPTypes
import JSONText
import Testing

/// The tokens themselves: layout, what is stable and what is new at each issue.
@Suite struct EntryTokenTests {
  /// The tokens of an opened order.
  private func tokens(
    _ partner: Partner, _ order: Partner.BoughtOrder, device: String = "device-1"
  ) throws -> [EntryTokenText] {
    let answer = try partner.open(token: order.token, body: Partner.device(id: device))
    return try answer.elements("/tickets").indices.map {
      try EntryTokenText(answer.string("/tickets/\($0)/secure_entry_data/token"))
    }
  }

  /// The tokens of a refresh.
  private func refreshed(
    _ partner: Partner, _ order: Partner.BoughtOrder, device: String = "device-1"
  ) throws -> [EntryTokenText] {
    let opened = try partner.send(.get, "/partners/v1/orders?order_token=\(order.token)")
    let tickets = try opened.elements("/tickets").indices.map { try Partner.ticket(opened, $0) }
    let answer = try partner.render(body: Partner.rendering(tickets, id: device))
    #expect(answer.status == 200)
    return try tickets.indices.map { try EntryTokenText(answer.string("/tickets/\($0)/token")) }
  }

  @Test func layoutIsTheDocumentedOne() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix, quantity: 4)
    for token in try tokens(partner, order) + refreshed(partner, order) {
      #expect(token.keys == ["b", "t", "ck", "ek", "rt"])
      #expect(token["rt"] == "rotating_symbology")
      #expect(try #require(token["b"]).wholeMatch(of: /[0-9]{12,18}/) != nil)
      #expect(try #require(token["ck"]).wholeMatch(of: /[0-9a-f]{40}/) != nil)
      #expect(try #require(token["ek"]).wholeMatch(of: /[0-9a-f]{40}/) != nil)
      let text = try #require(token["t"])
      let raw = try #require(EntryTokenText.decode(text))
      #expect(raw.count == 48)
      #expect(Array(raw.prefix(20)) == [4] + Array(repeating: 0, count: 19))
      #expect(Set(raw.suffix(28)).count > 10, "the rest looks random")
    }
  }

  @Test func everyIssueIsNewAndTheKeysStay() throws {
    let partner = try Partner(rate: 0)
    let order = try partner.buy(EventID.phoenix)
    let issues = try (0..<5).flatMap { _ in try tokens(partner, order) + refreshed(partner, order) }
    #expect(issues.count == 10)
    #expect(Set(issues.map { $0["t"] }).count == 10)
    #expect(Set(issues.map { $0["ck"] }).count == 1)
    #expect(Set(issues.map { $0["ek"] }).count == 1)
    #expect(Set(issues.map { $0["b"] }).count == 1)
  }

  @Test func customerKeyIsOfTicketAndDevice() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix, quantity: 2)
    let first = try tokens(partner, order)
    let second = try tokens(partner, order, device: "device-2")
    #expect(Set((first + second).map { $0["ck"] }).count == 4)
    #expect(Set((first + second).map { $0["ek"] }).count == 1)
    #expect(Set((first + second).map { $0["t"] }).count == 4)
    #expect(first.map { $0["b"] } == second.map { $0["b"] }, "a new phone changes no barcode")
  }

  @Test func eventKeyIsOfTheEvent() throws {
    let partner = try Partner()
    let phoenix = try tokens(partner, partner.buy(EventID.phoenix))
    let again = try tokens(partner, partner.buy(EventID.phoenix))
    let chicago = try tokens(partner, partner.buy(EventID.chicago))
    #expect(phoenix[0]["ek"] == again[0]["ek"])
    #expect(phoenix[0]["ek"] != chicago[0]["ek"])
    #expect(phoenix[0]["ck"] != again[0]["ck"])
  }

  /// What one device asks must not change what another one gets.
  @Test func issuesOfOneDeviceDoNotMoveAnother() throws {
    func tokenOfSecondDevice(disturbed: Bool) throws -> String? {
      let partner = try Partner(rate: 0)
      let order = try partner.buy(EventID.phoenix)
      if disturbed { for _ in 0..<3 { _ = try tokens(partner, order) } }
      return try tokens(partner, order, device: "device-2")[0]["t"]
    }
    #expect(try tokenOfSecondDevice(disturbed: true) == tokenOfSecondDevice(disturbed: false))
  }

  @Test func walletPassIsStableForTicketAndDevice() throws {
    let partner = try Partner()
    func passes(_ device: String) throws -> [String] {
      let body = try DocumentedExample("safetix-securerender-request").text
        .split(separator: "68753A11-1234-1226-9D60-0050E4C000000", omittingEmptySubsequences: false)
        .joined(separator: device)
      let answer = try partner.render(body: body, user: "783412345")
      return try (0..<2).map { try answer.string("/tickets/\($0)/passData/ios/pkPassId") }
    }
    let first = try passes("phone-1")
    #expect(first.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil })
    #expect(try passes("phone-1") == first)
    #expect(Set(try passes("phone-2") + first).count == 4)
  }
}
