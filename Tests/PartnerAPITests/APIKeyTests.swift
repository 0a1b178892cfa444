import HTTPTypes
import JSONText
import Testing

/// Where the partner key is looked for, and what is answered without a good one.
@Suite struct APIKeyTests {
  private static let path = "/partners/v1/events"

  struct Case: Sendable, CustomTestStringConvertible {
    let query: String
    let header: String?
    let status: Int

    var testDescription: String { "\(query) and \(header ?? "no header"): \(status)" }
  }

  @Test(arguments: [
    Case(query: "?apikey=abc", header: nil, status: 200),
    Case(query: "?apiKey=abc", header: nil, status: 200),
    Case(query: "", header: "abc", status: 200),
    Case(query: "?apikey=abc", header: "abc", status: 200),
    Case(query: "?apiKey=abc", header: "abc", status: 200),
    Case(query: "?apikey=abc&apiKey=abc", header: nil, status: 200),
    Case(query: "?apikey=a%2Bb", header: "a+b", status: 200),
    Case(query: "?x=1?apikey=abc", header: nil, status: 200),
    Case(query: "?apikey=&apiKey=abc", header: nil, status: 200),
    Case(query: "?apikey=", header: "abc", status: 200),
    Case(query: "?apikey=abc", header: "", status: 200),
    Case(query: "?apikey=abc", header: "other", status: 401),
    Case(query: "?apiKey=abc", header: "other", status: 401),
    Case(query: "?apikey=abc&apiKey=other", header: nil, status: 401),
    Case(query: "?apikey=abc&apikey=abc", header: "abc", status: 200),
    Case(query: "?apikey=&apikey=abc", header: nil, status: 200),
    Case(query: "?apikey=abc&apikey=other", header: nil, status: 401),
    Case(query: "?apiKey=abc&x=1&apiKey=other", header: nil, status: 401),
    Case(query: "?apikey=abc?apikey=other", header: nil, status: 401),
    Case(query: "", header: nil, status: 401),
    Case(query: "?apikey=", header: nil, status: 401),
    Case(query: "?APIKEY=abc", header: nil, status: 401),
    Case(query: "", header: "", status: 401),
  ])
  func keyIsFound(in subject: Case) throws {
    let partner = try Partner()
    let answer =
      if let header = subject.header {
        try partner.sendWithoutKey(.get, Self.path + subject.query, headers: ["x-api-key": header])
      } else {
        try partner.sendWithoutKey(.get, Self.path + subject.query)
      }
    #expect(answer.status == subject.status, "\(answer.text)")
  }

  @Test(arguments: ["apikey", "apiKey"])
  func aKeyThatIsGivenTwiceIsNamed(name: String) throws {
    let answer = try Partner().sendWithoutKey(.get, "\(Self.path)?\(name)=one&\(name)=two")
    #expect(answer.status == 401)
    #expect(
      answer.diagnosis == "The query has \(name) more than once, with different values; expected one value.")
  }

  @Test func keysOfTwoHeaderFieldsMustAgree() throws {
    let partner = try Partner()
    for (second, status) in [("one", 200), ("two", 401)] {
      let answer = try partner.sendWithoutKey(.get, Self.path, headers: ["x-api-key": "one", "X-API-Key": second])
      #expect(answer.status == status)
    }
  }

  @Test func missingKeyIsTheGatewaysFault() throws {
    let answer = try Partner().sendWithoutKey(.get, Self.path)
    #expect(answer.status == 401)
    let faultString = "Failed to resolve API Key variable request.queryparam.apikey"
    #expect(
      answer.text
        == #"{"fault":{"faultstring":"\#(faultString)","detail":{"errorcode":"steps.oauth.v2.FailedToResolveAPIKey"}}}"#
    )
    #expect(answer.fidelity?.hasPrefix("inferred;") == true)
  }

  @Test(arguments: ["?apikey=abc&apiKey=other", "?apikey=refused"])
  func refusedKeyIsTheGatewaysFault(query: String) throws {
    let answer = try Partner(keys: ["abc", "other"]).sendWithoutKey(.get, Self.path + query)
    #expect(answer.status == 401)
    #expect(try answer.bytes == DocumentedExample("gateway-fault-invalid-apikey").json.serialized())
    #expect(answer.fidelity?.hasPrefix("documented;") == true)
  }

  @Test func listedKeysAreAccepted() throws {
    let partner = try Partner(keys: ["abc", "other"])
    #expect(try partner.sendWithoutKey(.get, Self.path + "?apikey=abc").status == 200)
    #expect(try partner.sendWithoutKey(.get, Self.path, headers: ["x-api-key": "other"]).status == 200)
  }

  @Test func keyOfQueryAndHeaderNamesOneSandbox() throws {
    let partner = try Partner(key: "abc")
    let cart = try partner.hold(EventID.phoenix)
    let answer = try partner.sendWithoutKey(
      .put, "/partners/v1/events/\(EventID.phoenix)/cart/payment", headers: ["x-api-key": "abc"],
      body: Array(Partner.billing(cart: cart.id, amount: cart.grand).utf8))
    #expect(answer.status == 200)
  }

  @Test func keyIsNeitherEchoedInBodiesNorHeaders() throws {
    let partner = try Partner(key: "sesame-secret-key", keys: ["other"])
    let refused = try partner.sendWithoutKey(.get, "/partners/v1/events?apikey=sesame-secret-key")
    #expect(!refused.text.contains("sesame"))
    #expect(!refused.fields.contains { $0.value.contains("sesame") })
  }
}
