import HTTPTypes
import JSONText
import PartnerVocabulary
import Testing

/// Bodies that are broken or wrong: 400/10002, the place is named, nothing changes.
@Suite struct BrokenBodyTests {
  /// The operations with a body, all on one event.
  enum Operation: String, CaseIterable, Sendable {
    case reserve, pay, ship, commit, open, render
  }

  private static let event = EventID.chicago

  private func send(_ operation: Operation, _ body: [UInt8], _ partner: Partner, cart: String) throws -> ServedAnswer {
    let base = "/partners/v1/events/\(Self.event)/cart"
    let key = "apikey=\(partner.key)"
    return switch operation {
    case .reserve: try partner.sendWithoutKey(.post, "\(base)?\(key)", body: body)
    case .pay: try partner.sendWithoutKey(.put, "\(base)/payment?\(key)", body: body)
    case .ship: try partner.sendWithoutKey(.put, "\(base)/shipping?cart_id=\(cart)&\(key)", body: body)
    case .commit: try partner.sendWithoutKey(.put, "\(base)?\(key)", body: body)
    case .open:
      try partner.sendWithoutKey(
        .post, "/partners/v1/orders?order_token=d2999e02-4936-41d2-zhNgdH2B7xGuuv50sAJsrJZCMY&\(key)", body: body)
    case .render:
      try partner.sendWithoutKey(
        .post, "/marketplace/v1/securerender?\(key)", headers: ["x-user-id": "12313131"], body: body)
    }
  }

  /// Sends a body that must be refused, and checks that the world stays as it was.
  private func expectRefusal(
    _ operation: Operation, _ body: [UInt8], naming places: [String], code: Int64 = 10_002, status: Int = 400,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.hold(Self.event)
    #expect(try partner.pay(cart).status == 200)
    let before = try WorldSnapshot(partner, event: Self.event, cart: cart.id)
    let filled =
      String(decoding: body, as: UTF8.self).contains("CART")
      ? Array(
        String(decoding: body, as: UTF8.self).split(separator: "CART", omittingEmptySubsequences: false)
          .joined(separator: cart.id).utf8)
      : body
    let answer = try send(operation, filled, partner, cart: cart.id)
    answer.expectError(status, code, sourceLocation: sourceLocation)
    for place in places {
      #expect(
        answer.diagnosis?.contains(place) == true, "\(place) in \(answer.diagnosis ?? "")",
        sourceLocation: sourceLocation)
    }
    #expect(try WorldSnapshot(partner, event: Self.event, cart: cart.id) == before, sourceLocation: sourceLocation)
  }

  private static let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)

  @Test(
    arguments: Operation.allCases,
    [
      "", "   ", "no JSON", "{", #"{"reserve":"#, #"{"a":1}x"#, #"{"a":1}{}"#, #"{"a":1,"a":2}"#, "{'a':1}",
      #"{"a":01}"#,
      #"{"a":"\x"}"#, #"{"a":"\ud800"}"#, "{\"a\":\"\t\"}", "{\"a\":\(deep)}", "\u{FEFF}{}", "[]", "null", "\"text\"",
      "7",
      "cart_id=1&payment=2",
    ])
  func whatIsNoObjectIsRefused(operation: Operation, text: String) throws {
    try expectRefusal(operation, Array(text.utf8), naming: ["line 1, column "])
  }

  @Test(arguments: Operation.allCases)
  func badUTF8IsRefusedEvenInFieldsThatNobodyReads(operation: Operation) throws {
    try expectRefusal(
      operation, Array("{\n \"unread\": \"".utf8) + [0xC3, 0x28] + Array("\"}".utf8), naming: ["line 2, column "])
  }

  @Test func duplicateKeysAreRefusedWithTheirPlace() throws {
    try expectRefusal(
      .reserve, Array(#"{"reserve":{"tickets":[{"id":"000000000001","quantity":1,"quantity":2}]}}"#.utf8),
      naming: ["quantity", "/reserve/tickets/0", "line 1, column 58"])
  }

  @Test func theByteIsNamedByLineAndColumn() throws {
    try expectRefusal(
      .reserve, Array("{\n  \"reserve\": {\n    \"tickets\": \"x\"\n  }\n}".utf8),
      naming: ["/reserve/tickets", "line 3, column 16"])
  }

  @Test func depthOfSixtyFourIsRead() throws {
    let nested = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    let answer = try Partner().reserve(
      Self.event, body: #"{"reserve":{"tickets":[{"id":"000000000001"}]},"unknown":\#(nested)}"#)
    #expect(answer.status == 200)
  }

  @Test(arguments: [
    ("reserve", #"{"reserve":5}"#, "/reserve"),
    ("reserve", #"{"reserve":[]}"#, "/reserve"),
    ("reserve", #"{"reserve":{}}"#, "/reserve/tickets"),
    ("reserve", #"{"reserve":{"tickets":null}}"#, "/reserve/tickets"),
    ("reserve", #"{"reserve":{"tickets":{}}}"#, "/reserve/tickets"),
    ("reserve", #"{"reserve":{"tickets":[]}}"#, "/reserve/tickets"),
    ("reserve", #"{"reserve":{"tickets":[5]}}"#, "/reserve/tickets/0"),
    ("reserve", #"{"reserve":{"tickets":[{}]}}"#, "/reserve/tickets/0/id"),
    ("reserve", #"{"reserve":{"tickets":[{"id":1}]}}"#, "/reserve/tickets/0/id"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001"},{"id":null}]}}"#, "/reserve/tickets/1/id"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001","quantity":"two"}]}}"#, "/reserve/tickets/0/quantity"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001","price":5}]}}"#, "/reserve/tickets/0/price"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001","price":{"id":"x"}}]}}"#, "/reserve/tickets/0/price/id"),
    (
      "reserve", #"{"reserve":{"tickets":[{"id":"000000000001","price":{"amount":true}}]}}"#,
      "/reserve/tickets/0/price/amount"
    ),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001"}],"areas":5}}"#, "/reserve/areas"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001"}],"areas":[2]}}"#, "/reserve/areas/0"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001"}],"areas":[{}]}}"#, "/reserve/areas/0/id"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001"}],"places":"x"}}"#, "/reserve/places"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001"}],"places":[1]}}"#, "/reserve/places/0"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001"}],"section":5}}"#, "/reserve/section"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001"}],"row":true}}"#, "/reserve/row"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001"}],"begin_seat":1.5}}"#, "/reserve/begin_seat"),
    ("reserve", #"{"reserve":{"tickets":[{"id":"000000000001"}],"end_seat":true}}"#, "/reserve/end_seat"),
    (
      "reserve", #"{"reserve":{"tickets":[{"id":"000000000001"}],"accept_best_available":"yes"}}"#,
      "/reserve/accept_best_available"
    ),
    ("reserve", #"{"token":5,"reserve":{"tickets":[{"id":"000000000001"}]}}"#, "/token"),
    ("pay", #"{}"#, "/cart_id"),
    ("pay", #"{"cart_id":5,"payment":{}}"#, "/cart_id"),
    ("pay", #"{"cart_id":"CART"}"#, "/payment"),
    ("pay", #"{"cart_id":"CART","payment":[]}"#, "/payment"),
    ("pay", #"{"cart_id":"CART","payment":{"amount":"1.00"}}"#, "/payment/type"),
    ("pay", #"{"cart_id":"CART","payment":{"type":5,"amount":"1.00"}}"#, "/payment/type"),
    ("pay", #"{"cart_id":"CART","payment":{"type":"BEADS","amount":"1.00"}}"#, "/payment/type"),
    ("pay", #"{"cart_id":"CART","payment":{"type":"CC","card":{"number":"4111111111111111"}}}"#, "/payment/amount"),
    ("pay", #"{"cart_id":"CART","payment":{"type":"CC","amount":"1.00"}}"#, "/payment/card"),
    ("pay", #"{"cart_id":"CART","payment":{"type":"CC","amount":"1.00","card":"4111"}}"#, "/payment/card"),
    ("pay", #"{"cart_id":"CART","payment":{"type":"CC","amount":"1.00","card":{}}}"#, "/payment/card/number"),
    ("pay", #"{"cart_id":"CART","payment":{"type":"CC","amount":"1.00","card":{"number":1}}}"#, "/payment/card/number"),
    (
      "pay", #"{"cart_id":"CART","payment":{"type":"CC","amount":"1.00","card":{"number":"1","expire_month":"x"}}}"#,
      "/payment/card/expire_month"
    ),
    (
      "pay", #"{"cart_id":"CART","payment":{"type":"INVOICE","reference":"1","amount":"1.00"}}"#,
      "/payment/third_party_account_id"
    ),
    (
      "pay",
      #"{"cart_id":"CART","payment":{"type":"INVOICE","reference":"1","amount":"1.00","third_party_account_id":5}}"#,
      "/payment/third_party_account_id"
    ),
    ("ship", #"{}"#, "/shipping_id"),
    ("ship", #"{"shipping_id":null}"#, "/shipping_id"),
    ("ship", #"{"shipping_id":["4"]}"#, "/shipping_id"),
    ("commit", #"{}"#, "/cart_id"),
    ("commit", #"{"cart_id":7}"#, "/cart_id"),
    ("commit", #"{"cart_id":"CART","source_account_id":7}"#, "/source_account_id"),
    ("open", #"{"device_type":"web","device_os":"ios","third_party_account_id":"12313131"}"#, "/device_id"),
    ("open", #"{"device_id":"1","device_os":"ios","third_party_account_id":"12313131"}"#, "/device_type"),
    ("open", #"{"device_id":"1","device_type":"web","third_party_account_id":"12313131"}"#, "/device_os"),
    ("open", #"{"device_id":"1","device_type":"web","device_os":"ios"}"#, "/third_party_account_id"),
    ("open", #"{"device_id":1,"device_type":"web","device_os":"ios","third_party_account_id":"1"}"#, "/device_id"),
    ("render", #"{}"#, "/tickets"),
    ("render", #"{"tickets":null}"#, "/tickets"),
    ("render", #"{"tickets":{}}"#, "/tickets"),
    ("render", #"{"tickets":[]}"#, "/tickets"),
    ("render", #"{"tickets":["G-17-1"]}"#, "/tickets/0"),
    ("render", #"{"tickets":[{},null]}"#, "/tickets/1"),
  ])
  func wrongOrMissingValueIsRefusedWithItsPath(operation: String, body: String, path: String) throws {
    try expectRefusal(
      try #require(Operation(rawValue: operation)), Array(body.utf8), naming: ["\(path):", "line 1, column "])
  }

  @Test func contentTypeDoesNotMatter() throws {
    let partner = try Partner()
    for type in ["text/plain", "application/x-www-form-urlencoded", ""] {
      let answer = try partner.send(
        .post, "/partners/v1/events/\(Self.event)/cart", headers: ["Content-Type": type],
        body: #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
      #expect(answer.status == 200)
    }
  }

  @Test func unknownFieldsAreIgnored() throws {
    let answer = try Partner().reserve(
      Self.event, body: #"{"x":1,"reserve":{"y":[],"tickets":[{"id":"000000000001","z":{"quantity":9}}]}}"#)
    #expect(answer.status == 200)
    #expect(try answer.integer("/cart/items/0/num_seats") == 1)
  }

  @Test(arguments: [
    (HTTPRequest.Method.get, "/cart/shipping"), (.put, "/cart/shipping"), (.delete, "/cart"),
    (.delete, "/cart?cart_id="),
  ])
  func cartOfTheQueryIsRequired(method: HTTPRequest.Method, path: String) throws {
    let answer = try Partner().send(
      method, "/partners/v1/events/\(Self.event)\(path)", body: method == .put ? #"{"shipping_id":"4"}"# : "")
    answer.expectError(400, 10_002, "Invalid input data type")
    #expect(answer.diagnosis?.contains("cart_id") == true)
  }
}
