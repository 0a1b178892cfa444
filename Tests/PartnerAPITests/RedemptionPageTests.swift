import BoxOffice
import HTTPTypes
import JSONText
import Sandboxes
import Testing

/// The page that `redemption_url` leads to.
@Suite struct RedemptionPageTests {
  private static let own = "3F00000000000001"

  private func page(_ partner: Partner, _ token: String) throws -> String {
    let answer = try partner.sendWithoutKey(.get, "/redeem?token=\(token)")
    #expect(answer.status == 200)
    #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
    #expect(answer.fidelity == "invented; see=redemption/page")
    #expect(!answer.text.contains("<script"))
    return answer.text
  }

  @Test func itShowsTheEventAndItsTickets() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix)
    let ticket = try partner.open(token: order.token)
    let text = try page(partner, order.token)
    let cells = try ["section", "row", "seat_name"].map { try ticket.string("/tickets/0/\($0)") } + ["Standard Ticket"]
    #expect(text.contains("<tr>\(cells.map { "<td>\($0)</td>" }.joined())</tr>"))
    #expect(text.contains("<h1>Order \(order.number)</h1>"))
    #expect(text.contains("(America/Phoenix)"))
    #expect(!text.contains("will be here"))
  }

  /// Adults and children pay different prices, so the type is the one that was bought.
  @Test(arguments: [("000000000001", "Adult"), ("000000000002", "Child")])
  func theTypeIsTheOneThatWasBought(type: String, name: String) throws {
    let partner = try Partner()
    let body = #"{"reserve":{"tickets":[{"id":"\#(type)"}]}}"#
    let held = try partner.reserve(EventID.toronto, body: body)
    let cart = Partner.HeldCart(
      event: EventID.toronto, id: try held.string("/cart_id"), grand: try held.number("/cart/totals/grand"),
      answer: held)
    #expect(try partner.pay(cart).status == 200)
    let token = try partner.commit(EventID.toronto, cart: cart.id).string("/order_token")
    #expect(try page(partner, token).contains("<td>\(name)</td></tr>"))
  }

  @Test(arguments: ["39-20827/PHX", "39-20804/PHX"])
  func ordersOfTheCatalogueHaveATypeToo(number: String) throws {
    let partner = try Partner()
    let order = try #require(partner.sandbox.withState { $0.boxOffice.order(.number(number)) })
    let text = try page(partner, order.token)
    #expect(text.contains("<td>") && !text.contains("<td></td>"))
  }

  /// 2 June, 03:30 UTC is 1 June in Phoenix; three days later 00:00 there is 4 June, 07:00 UTC.
  @Test func untilTheyAreDeliveredItSaysFromWhen() throws {
    let event = BundledCatalogue.event(
      members: #""entry": "safetix", "delayDelivery": { "until": "start+P3D" },"#)
    let partner = try Partner(catalogue: BundledCatalogue.catalogue(adding: [event]))
    let order = try partner.buy(Self.own)
    let sentence = "The tickets will be here from <time datetime=\"2026-06-04T07:00:00Z\">2026-06-04 00:00</time>"
    #expect(try page(partner, order.token).contains(sentence))
    partner.clock.advance(by: .seconds(3 * 86_400))
    #expect(try !page(partner, order.token).contains("will be here"))
  }

  @Test func aVoidedOrderSaysSo() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.delayed)
    #expect(partner.sandbox.withState { $0.boxOffice.void(.token(order.token)) })
    let text = try page(partner, order.token)
    #expect(text.contains("has been voided") && !text.contains("will be here"))
  }

  @Test func nothingInItIsMarkup() throws {
    let nasty = #"<b>&'\"x"#
    let shown = "&lt;b&gt;&amp;&#39;&quot;x"
    let event = BundledCatalogue.event().replacing("A Play", with: nasty).replacing("Hall", with: nasty)
      .replacing("Adult", with: nasty).replacing("\"S\"", with: "\"\(nasty)\"").replacing("\"A\"", with: "\"\(nasty)\"")
    let partner = try Partner(catalogue: BundledCatalogue.catalogue(adding: [event]))
    let text = try page(partner, partner.buy(Self.own).token)
    #expect(text.split(separator: shown, omittingEmptySubsequences: false).count == 6)
    #expect(!text.contains("<b>"))
  }

  @Test(arguments: ["/redeem?token=nobody", "/redeem?token=", "/redeem"])
  func withoutAnOrderThereIsNone(target: String) throws {
    #expect(try Partner().sendWithoutKey(.get, target).status == 404)
  }
}
