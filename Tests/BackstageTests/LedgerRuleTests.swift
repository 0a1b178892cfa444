import BoxOffice
import HTTPTypes
import HTTPWire
import JSONText
import Ledger
import PartnerAPI
import PartnerVocabulary
import Sandboxes
import Testing

/// Each rule of the ledger, broken by requests.
@Suite struct LedgerRuleTests {
  /// A rule, and calls that break it.
  struct Breach: Sendable, CustomTestStringConvertible {
    let rule: String
    let play: @Sendable (Stage) throws -> Void

    var testDescription: String { rule }

    init(_ rule: String, _ play: @escaping @Sendable (Stage) throws -> Void) {
      self.rule = rule
      self.play = play
    }
  }

  static let accounts: [Breach] = [
    Breach("account-with-billing") { _ = try $0.pay($0.hold(EventID.phoenix), payment: Stage.nonce) },
    Breach("account-with-billing") {
      let account = String(repeating: "a", count: 101)
      let payment = Stage.nonce + #","third_party_account_id":"\#(account)""#
      _ = try $0.pay($0.hold(EventID.phoenix), payment: payment)
    },
    Breach("user-id-matches") { _ = try $0.render($0.opened(), user: "another") },
    Breach("order-account-matches") {
      let token = try $0.buy(EventID.phoenix).string("/order_token")
      let body = #"{"device_id":"d","device_os":"ios","device_type":"web","third_party_account_id":"another"}"#
      _ = try $0.open(token, body: body)
    },
  ]

  static let devices: [Breach] = [
    Breach("device-block-complete") {
      let token = try $0.buy(EventID.phoenix).string("/order_token")
      _ = try $0.open(token, body: #"{"device_id":"d","device_type":"web",\#(Stage.owner)}"#)
    },
    Breach("device-id-is-a-device") {
      let order = try $0.buy(EventID.phoenix)
      _ = try $0.open(order.string("/order_token"), device: order.string("/order_number"))
    },
    Breach("device-id-is-a-device") {
      let order = try $0.opened()
      _ = try $0.render(order, device: order.string("/tickets/0/barcode_id"))
    },
    Breach("device-id-sticky") {
      let token = try $0.buy(EventID.phoenix).string("/order_token")
      for number in 1...5 { _ = try $0.open(token, device: "device-\(number)") }
    },
    Breach("device-id-unshared") {
      let order = try $0.opened()
      for user in ["one", "two", "three"] { _ = try $0.render(order, user: user) }
    },
  ]

  static let tickets: [Breach] = [
    Breach("barcode-from-order") { _ = try $0.render($0.opened(), barcode: "123456789012") },
    Breach("render-fields-complete") { _ = try $0.render($0.opened(), without: "row") },
    Breach("render-fields-complete") {
      _ = try $0.ask(.post, "/marketplace/v1/securerender", #"{"deviceId":"d"}"#)
    },
    Breach("refresh-before-event") {
      _ = try $0.opened()
      try $0.advance("P400D")
    },
    Breach("no-refresh-before-delivery") { _ = try $0.render($0.opened(EventID.delayed)) },
    Breach("no-blind-refresh") {
      let order = try $0.opened()
      for _ in 1...3 {
        try $0.advance("PT20H")
        _ = try $0.render(order)
      }
    },
    Breach("sdk-for-safetix") { _ = try $0.render($0.opened(EventID.paper)) },
  ]

  static let carts: [Breach] = [
    Breach("amount-is-the-total") {
      _ = try $0.pay($0.hold(EventID.phoenix), amount: "1.00", payment: "\(Stage.nonce),\(Stage.owner)")
    },
    Breach("pay-before-commit") { _ = try $0.commit($0.hold(EventID.phoenix)) },
    Breach("hold-respected") {
      let cart = try $0.hold(EventID.phoenix)
      try $0.advance("PT6M")
      _ = try $0.pay(cart)
    },
    Breach("cart-given-back") {
      try $0.hold(EventID.phoenix)
      try $0.advance("PT6M")
    },
    Breach("one-cart-call-at-a-time") { stage in
      let cart = try stage.hold(EventID.phoenix)
      try stage.fault("cart.delete", #"{"delay":{"milliseconds":500}}"#)
      let target = "/partners/v1/events/\(cart.event)/cart?cart_id=\(cart.id)&apikey=\(stage.key)"
      let reply = stage.partner.reply(to: try Stage.request(.delete, target, "", ["Host": "localhost"]))
      _ = try stage.pay(cart)
      if case .later(_, let next) = reply { _ = next() }
    },
    Breach("polling-waits") {
      try $0.fault("cart.reserve", #"{"poll":{"times":1,"waitSeconds":60}}"#)
      let answer = try $0.reserve(#"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
      let url = try answer.string("/polling_url")
      let target = String(url[try #require(url.firstRange(of: "/partners")?.lowerBound)...])
      _ = $0.partner.respond(to: try Stage.request(.get, target, "", ["Host": "localhost"]))
    },
    Breach("polling-finishes") {
      try $0.fault("cart.reserve", #"{"poll":{"times":1,"waitSeconds":60}}"#)
      _ = try $0.reserve(#"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
    },
    Breach("cart-id-encoded") {
      let cart = try $0.hold(EventID.base64)
      _ = try $0.ask(.delete, "/partners/v1/events/\(cart.event)/cart?cart_id=\(cart.id)")
    },
  ]

  static let requests: [Breach] = [
    Breach("ticket-type-verbatim") { _ = try $0.reserve(#"{"reserve":{"tickets":[{"id":"1"}]}}"#) },
    Breach("ticket-type-verbatim") { _ = try $0.reserve(#"{"reserve":{"tickets":[{"id":1}]}}"#) },
    Breach("card-encrypted") {
      let card = #""type":"CC","card":{"number":"4242424242424242","expire_month":3,"expire_year":2031}"#
      _ = try $0.pay($0.hold(EventID.phoenix), payment: "\(card),\(Stage.owner)")
    },
    Breach("certificate-fresh") { stage in
      let now = stage.sandbox.now()
      let key = stage.sandbox.withState { $0.boxOffice.giveOutKey(now: now).id }
      try stage.advance("PT25H")
      let card = #""type":"CC","card":{"number":"AAAA","encryption_key":"\#(key)"}"#
      _ = try stage.pay(stage.hold(EventID.phoenix), payment: "\(card),\(Stage.owner)")
    },
    Breach("captcha-once") {
      for _ in 1...2 {
        _ = try $0.reserve(
          #"{"token":"solved","reserve":{"tickets":[{"id":"000000000001"}]}}"#, event: EventID.captcha)
      }
    },
    Breach("quota-respected") {
      _ = try $0.control(.put, "scenarios", #"{"active":[{"name":"one-call","quota":{"perHour":1}}]}"#)
      for _ in 1...3 { _ = try $0.availability() }
    },
    Breach("no-hammering") {
      for _ in 1...3 { _ = try $0.reserve(#"{"reserve":{"tickets":[]}}"#) }
    },
    Breach("lost-commit-looked-up") {
      try $0.fault("cart.commit", #"{"loseResponse":true}"#)
      _ = try $0.buy(EventID.phoenix)
      _ = try $0.buy(EventID.phoenix)
    },
    Breach("present-form") {
      _ = try $0.ask(
        .put, "/partners/v1/events/\(EventID.phoenix)/cart/tickets",
        #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
    },
    Breach("present-form") { _ = try $0.ask(.patch, "/partners/v1/events/\(EventID.phoenix)/cart") },
    Breach("body-is-json") {
      _ = try $0.ask(
        .post, "/partners/v1/events/\(EventID.phoenix)/cart", #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#,
        headers: ["Host": "localhost", "Content-Type": "text/plain"])
    },
    Breach("key-in-its-place") { stage in
      _ = stage.sandbox
      let target = "/partners/v1/\(stage.key)/events"
      _ = stage.partner.respond(to: try Stage.request(.get, target, "", ["Host": "localhost"]))
    },
    Breach("key-in-its-place") { stage in
      let target = "/partners/v1/events/\(EventID.phoenix)&apikey=\(stage.key)"
      _ = stage.partner.respond(to: try Stage.request(.get, target, "", ["Host": "localhost"]))
    },
    Breach("key-in-its-place") { stage in
      _ = try stage.ask(.get, "/partners/v1/events", headers: ["Host": "localhost", "x-api-key": "other"])
    },
  ]

  static let all = accounts + devices + tickets + carts + requests

  @Test func everyRuleIsInTheTable() {
    #expect(Set(Self.all.map(\.rule)) == Set(Rule.all.map(\.id)))
  }

  @Test(arguments: all)
  func itIsBroken(breach: Breach) throws {
    let stage = try Stage()
    try breach.play(stage)
    #expect(try stage.rules("broken").contains(breach.rule))
  }

  @Test(arguments: all)
  func underAWaiverItIsNot(breach: Breach) throws {
    let stage = try Stage()
    let body = #"{"rules":["\#(breach.rule)"],"reason":"negative test"}"#
    #expect(try stage.control(.post, "waivers", body).status == 200)
    try breach.play(stage)
    #expect(try stage.rules("waived").contains(breach.rule))
    #expect(try !stage.rules("broken").contains(breach.rule))
    #expect(try stage.control(.get, "waivers").value("/waivers/0/used").bool == true)
  }

  /// An order that was billed without an account belongs to nobody, so no account is the wrong one.
  @Test func orderWithoutAccountIsAnybodys() throws {
    let stage = try Stage()
    let cart = try stage.hold(EventID.paper)
    #expect(try stage.pay(cart, payment: Stage.nonce).status == 200)
    let token = try stage.commit(cart).string("/order_token")
    let device = #""device_id":"device-1","device_os":"ios","device_type":"web""#
    let order = try stage.open(token, body: #"{\#(device),"third_party_account_id":"anybody"}"#)
    #expect(order.status == 200)
    // Refused for another reason: the event has no tokens.
    #expect(try stage.render(order, user: "somebody").status != 200)
    #expect(try stage.rules("broken").contains("sdk-for-safetix"))
    #expect(try stage.rules("kept").contains("user-id-matches"))
    #expect(try !stage.rules("broken").contains("order-account-matches"))
  }

  @Test func everyOperationHasItsNameInTheLedger() {
    for operation in PartnerVocabulary.Operation.allCases {
      #expect(LedgerOperation(name: operation.rawValue) != nil, "\(operation.rawValue)")
    }
    #expect(LedgerOperation.allCases.count == PartnerVocabulary.Operation.allCases.count)
  }
}
