import HTTPTypes
import JSONText
import Testing

/// `GET` and `POST member/billing`, and payments with what is on file.
@Suite struct MemberBillingTests {
  private static let path = "/partners/v1/member/billing"
  private static let bearer: KeyValuePairs = ["Authorization": "Bearer token-of-jon"]

  /// The documents' request with a card that is really encrypted.
  private static func request(number: String = "4588883206000011", key: String) throws -> String {
    try ExampleReplay.memberBilling(number: number, key: key)
  }

  private func add(
    _ partner: Partner, _ body: String, _ headers: KeyValuePairs<String, String> = bearer
  ) throws -> ServedAnswer {
    try partner.send(.post, Self.path, headers: headers, body: body)
  }

  private func list(
    _ partner: Partner, _ headers: KeyValuePairs<String, String> = bearer
  ) throws -> ServedAnswer {
    try partner.send(.get, Self.path, headers: headers)
  }

  private func pay(
    _ partner: Partner, id: String, key: String? = nil, cin: String = "123",
    _ headers: KeyValuePairs<String, String> = bearer
  ) throws -> ServedAnswer {
    let more = key.map { #", "encryption_key": "\#($0)""# } ?? ""
    return try partner.pay(
      card: #"{"cin": "\#(cin)"\#(more)}"#, more: #","billing_method":{"id":\#(id)}"#, headers: headers)
  }

  @Test(
    arguments: [
      [:], ["Authorization": ""], ["Authorization": "Bearer"], ["Authorization": "Bearer "],
      ["Authorization": "Basic abc"], ["Authorization": "token"],
    ] as [KeyValuePairs<String, String>])
  func callsWithoutAnAccessTokenAreTheGatewaysFault(headers: KeyValuePairs<String, String>) throws {
    let partner = try Partner.encrypting()
    for answer in [
      try list(partner, headers), try add(partner, "not read", headers), try pay(partner, id: "1", headers),
    ] {
      #expect(answer.status == 401)
      #expect(
        answer.text
          == #"{"fault":{"faultstring":"Invalid access token","detail":{"errorcode":"oauth.v2.InvalidAccessToken"}}}"#)
      #expect(answer.fidelity == "documented; see=errors/invalid-access-token")
    }
  }

  @Test func documentedRequestsHaveTheDocumentedAnswers() throws {
    let partner = try Partner.encrypting()
    let key = try partner.certificate()
    #expect(try list(partner).text == #"{"data":[]}"#)
    let added = try add(partner, Self.request(key: key))
    #expect(added.status == 200, "\(added.text) \(added.diagnosis ?? "")")
    let expected = try DocumentedExample("member-billing-post-response-200").text.replacing(
      "paysys-dev.0.us.999", with: key)
    #expect(try added.bytes == JSONValue.parse(Array(expected.utf8)).serialized())
    let listed = try partner.send(.get, "\(Self.path)?cart_id=none", headers: Self.bearer)
    #expect(
      try listed.bytes == DocumentedExample("member-billing-get-response-200").json.serialized(), "\(listed.text)")
  }

  @Test func documentedPaymentPays() throws {
    let partner = try Partner.encrypting()
    let key = try partner.certificate()
    #expect(try add(partner, Self.request(key: key)).status == 200)
    let cart = try partner.hold(EventID.paper)
    let body = try ExampleReplay.memberPayment(cart, key: key)
    let answer = try partner.send(
      .put, "/partners/v1/events/\(EventID.paper)/cart/payment", headers: Self.bearer, body: body)
    #expect(answer.status == 200, "\(answer.text) \(answer.diagnosis ?? "")")
    #expect(try answer.string("/cart/payments/0/card/number").hasSuffix("*0011"))
    #expect(try answer.string("/cart/payments/0/type") == "CC")
    #expect(try partner.commit(EventID.paper, cart: cart.id).status == 200)
  }

  @Test func everyAccessTokenIsAMemberOfItsOwn() throws {
    let partner = try Partner.encrypting()
    let key = try partner.certificate()
    #expect(try add(partner, Self.request(key: key)).status == 200)
    let other: KeyValuePairs = ["Authorization": "bearer another"]
    #expect(try list(partner, other).text == #"{"data":[]}"#)
    #expect(try list(partner.with(key: "two")).text == #"{"data":[]}"#)
    let answer = try pay(partner, id: "\"70561111\"", other)
    answer.expectError(400, 20_122)
    #expect(answer.diagnosis?.contains("no billing_method 70561111") == true)
    #expect(try add(partner, Self.request(key: key), other).integer("/billing_method/id") == 70_561_112)
    #expect(try list(partner).elements("/data").count == 1)
    #expect(try pay(partner, id: "70561112", other).status == 200, "the id as a number, as it was given out")
  }

  @Test func methodsAreJudgedLikeCards() throws {
    let partner = try Partner.encrypting()
    let key = try partner.certificate()
    for (number, words) in [("4111111111111112", "Luhn"), ("5555555555554444", "belongs to MC")] {
      let answer = try add(partner, Self.request(number: number, key: key))
      answer.expectError(400, 20_122)
      #expect(answer.diagnosis?.contains(words) == true)
      #expect(answer.fidelity == "inferred; see=errors/card-not-taken")
    }
    try add(partner, DocumentedExample("member-billing-post-request").text).expectError(400, 20_122)
    #expect(try list(partner).text == #"{"data":[]}"#)
    let id = try add(partner, Self.request(number: "4000000000009995", key: key)).number("/billing_method/id")
    try pay(partner, id: id).expectError(400, 20_129)
    let good = try add(partner, Self.request(key: key)).number("/billing_method/id")
    try pay(partner, id: good, cin: "999").expectError(400, 20_152)
    try pay(partner, id: good, cin: "1234").expectError(400, 20_152)
    try pay(partner, id: good, key: key, cin: "AAAA").expectError(400, 20_152)
    try pay(partner, id: good, key: "none").expectError(400, 20_122)
    #expect(try pay(partner, id: good, key: key, cin: Partner.seal("123", key: key)).status == 200)
  }

  @Test func testNumbersMayComeInClear() throws {
    let partner = try Partner.encrypting()
    func body(_ number: String) -> String {
      #"{"billing_method":{"type":"CC","card":{"number":"\#(number)","expire_month":1,"expire_year":2031}}}"#
    }
    let answer = try add(partner, body("4111111111111111"))
    #expect(answer.status == 200, "\(answer.text)")
    #expect(answer.fidelity == "invented; see=member.billing.add/card-data-in-clear")
    let id = try answer.number("/billing_method/id")
    #expect(answer.text == #"{"billing_method":{"card":{},"id":\#(id)}}"#)
    #expect(try pay(partner, id: id).status == 200)
    try add(partner, body("4012888888881881")).expectError(400, 20_122)
  }

  @Test(arguments: [
    ("{}", "/billing_method"), (#"{"billing_method":[]}"#, "/billing_method"),
    (#"{"billing_method":{"card":{"number":"x"}}}"#, "/billing_method/type"),
    (#"{"billing_method":{"type":"INVOICE","card":{"number":"x"}}}"#, "/billing_method/type"),
    (#"{"billing_method":{"type":"CC"}}"#, "/billing_method/card"),
    (#"{"billing_method":{"type":"CC","card":{}}}"#, "/billing_method/card/number"),
    (#"{"billing_method":{"type":"CC","card":{"number":"x"},"address":1}}"#, "/billing_method/address"),
    (
      #"{"billing_method":{"type":"CC","card":{"number":"x"},"address":{"country":{"code":"USA"}}}}"#,
      "/billing_method/address/country/code"
    ),
    (
      #"{"billing_method":{"type":"CC","card":{"number":"x"},"address":{"country":{"id":"0"}}}}"#,
      "/billing_method/address/country/id"
    ),
    (
      #"{"billing_method":{"type":"CC","card":{"number":"x","expire_year":20301}}}"#, "/billing_method/card/expire_year"
    ),
  ])
  func malformedRequestIsInvalid(body: String, path: String) throws {
    let answer = try add(try Partner.encrypting(), body)
    answer.expectError(400, 10_002)
    #expect(answer.diagnosis?.contains("\(path):") == true, "\(answer.diagnosis ?? "")")
  }

  @Test(arguments: [("\"CA\"", 124), ("\"gb\"", 826), ("\"AF\"", 4), ("\"ZW\"", 716)])
  func countriesAreAnsweredByTheirNumbers(code: String, number: Int) throws {
    let partner = try Partner.encrypting()
    let body = """
      {"billing_method": {"type": "CC", "address": {"country": {"code": \(code)}},
       "card": {"number": "4111111111111111", "expire_month": 1, "expire_year": 2031}}}
      """
    #expect(try add(partner, body).status == 200)
    #expect(try list(partner).integer("/data/0/address/country/id") == number)
  }

  @Test func billingMethodGoesWithACard() throws {
    let answer = try Partner.encrypting().pay(
      type: "BRAINTREE", card: #"{"number": "fake-valid-nonce"}"#, more: #","billing_method":{"id":1}"#,
      headers: Self.bearer)
    answer.expectError(400, 10_002)
    #expect(answer.diagnosis?.contains("/payment/type") == true)
  }
}
