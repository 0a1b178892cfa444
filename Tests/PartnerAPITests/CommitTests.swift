import HTTPTypes
import JSONText
import PartnerAPI
import Testing

/// Buying a cart.
@Suite struct CommitTests {
  private static let event = EventID.phoenix

  private func paid(_ partner: Partner, event: String = CommitTests.event) throws -> Partner.HeldCart {
    let cart = try partner.hold(event)
    #expect(try partner.pay(cart).status == 200)
    return cart
  }

  @Test func unpaidCartIsRefusedAndUntouched() throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.hold(Self.event)
    let before = try WorldSnapshot(partner, event: Self.event, cart: cart.id)
    let answer = try partner.commit(Self.event, cart: cart.id)
    answer.expectError(400, 20_122, "Payment Not Accepted")
    #expect(answer.diagnosis?.contains(cart.grand) == true, "the diagnosis says what is due")
    #expect(try WorldSnapshot(partner, event: Self.event, cart: cart.id) == before)
    #expect(try partner.pay(cart).status == 200)
    #expect(try partner.commit(Self.event, cart: cart.id).status == 200)
  }

  @Test func answerHasEverythingOfTheOrder() throws {
    let partner = try Partner()
    let cart = try paid(partner)
    let answer = try partner.commit(Self.event, cart: cart.id)
    #expect(try answer.number("/grand_total") == cart.grand)
    #expect(try answer.string("/currency_code") == "USD")
    let number = try answer.string("/order_number")
    #expect(number.wholeMatch(of: /[0-9]{2}-[0-9]{5}\/PHX/) != nil, "\(number)")
    let token = try answer.string("/order_token")
    #expect(try partner.open(token: token).string("/tickets/0/order_number") == number)
  }

  @Test func currencyIsTheEvents() throws {
    let partner = try Partner()
    let cart = try paid(partner, event: EventID.toronto)
    #expect(try partner.commit(EventID.toronto, cart: cart.id).string("/currency_code") == "CAD")
  }

  @Test func secondCommitDoesNotBuyTwice() throws {
    let partner = try Partner()
    let cart = try paid(partner)
    let first = try partner.commit(Self.event, cart: cart.id)
    let number = try first.string("/order_number")
    let before = try WorldSnapshot(partner, event: Self.event)
    let second = try partner.commit(Self.event, cart: cart.id)
    second.expectError(400, 90_003, "Invalid cart")
    #expect(second.diagnosis?.contains(number) == true)
    #expect(try WorldSnapshot(partner, event: Self.event) == before)
  }

  @Test func ordersHaveTheirOwnNumbersTokensAndBarcodes() throws {
    let partner = try Partner()
    var numbers: Set<String> = []
    var tokens: Set<String> = []
    var barcodes: Set<String> = []
    for _ in 0..<12 {
      let order = try partner.buy(Self.event, quantity: 2)
      numbers.insert(order.number)
      tokens.insert(order.token)
      let opened = try partner.open(token: order.token)
      for index in 0..<2 { barcodes.insert(try opened.string("/tickets/\(index)/barcode_id")) }
    }
    #expect(numbers.count == 12)
    #expect(tokens.count == 12)
    #expect(barcodes.count == 24)
  }

  @Test(arguments: [
    #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#, #"{"cart_id":"CART","reserve":{}}"#, #"{"reserve":5}"#,
  ])
  func putWithAReserveBodyHasTheDocumentedMessage(body: String) throws {
    let partner = try Partner(rate: 0)
    let cart = try paid(partner)
    let before = try WorldSnapshot(partner, event: Self.event, cart: cart.id)
    let filled = body.split(separator: "CART", omittingEmptySubsequences: false).joined(separator: cart.id)
    let answer = try partner.send(.put, "/partners/v1/events/\(Self.event)/cart", body: filled)
    answer.expectError(400, 10_002, "Invalid reserve request data structure")
    #expect(answer.diagnosis?.contains("POST") == true)
    #expect(try WorldSnapshot(partner, event: Self.event, cart: cart.id) == before)
  }

  @Test(arguments: [
    #", "source_account_id": "30f86cd70ac7216bc596aa2d060a7064""#, #", "sourceaccountid": "abc""#, "",
    #", "tracking": {"shared_id": "1", "sub_id1": "3"}"#, #", "source_account_id": null"#,
  ])
  func optionalFieldsAreAccepted(more: String) throws {
    let partner = try Partner()
    let cart = try paid(partner)
    #expect(try partner.commit(Self.event, cart: cart.id, more: more).status == 200)
  }

  @Test func redemptionURLLeadsBackToTheServerThatWasAsked() throws {
    let partner = try Partner()
    let cart = try paid(partner)
    let answer = try partner.send(
      .put, "/partners/v1/events/\(Self.event)/cart", headers: ["Host": "mock.example:8490"],
      body: #"{"cart_id":"\#(cart.id)"}"#)
    let url = try answer.string("/redemption_url")
    let token = try answer.string("/order_token")
    #expect(url.hasPrefix("http://mock.example:8490/"))
    #expect(url.hasSuffix(token))
    let path = url.dropFirst("http://mock.example:8490".count)
    let page = try partner.sendWithoutKey(.get, String(path))
    #expect(page.status == 200)
    #expect(try page.text.contains(answer.string("/order_number")))
  }

  @Test func redemptionURLUsesThePublicURL() throws {
    var configuration = PartnerConfiguration()
    configuration.publicURL = "https://tickets.example/base"
    let partner = try Partner(configuration: configuration)
    let cart = try paid(partner)
    let answer = try partner.commit(Self.event, cart: cart.id)
    #expect(try answer.string("/redemption_url").hasPrefix("https://tickets.example/base/"))
  }

  @Test func redemptionURLKeepsTheSchemeOfTheRequest() throws {
    let partner = try Partner()
    let cart = try paid(partner)
    let answer = try partner.send(
      .put, "https://mock.example/partners/v1/events/\(Self.event)/cart", body: #"{"cart_id":"\#(cart.id)"}"#)
    #expect(try answer.string("/redemption_url").hasPrefix("https://mock.example/"))
  }

  @Test func redemptionURLNamesLocalhostIfTheRequestNamesNobody() throws {
    let partner = try Partner()
    let cart = try paid(partner)
    let answer = try partner.send(
      .put, "/partners/v1/events/\(Self.event)/cart", headers: ["Host": ""], body: #"{"cart_id":"\#(cart.id)"}"#)
    #expect(try answer.string("/redemption_url").hasPrefix("http://localhost/"))
  }
}
