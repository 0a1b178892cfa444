import HTTPTypes
import JSONText
import Sandboxes
import Testing

/// `POST wallet/v1/token`, and payments with its tokens.
@Suite struct WalletTokenTests {
  private static let path = "/wallet/v1/token"

  private static func request(
    number: String = "\"4111111111111111\"", month: String = "12", year: String = "2030",
    source: String = "\"creditcard\""
  ) -> String {
    """
    {"funding_source": \(source), "funding_source_details": {"account_number": \(number),
     "expiration_month": \(month), "expiration_year": \(year)}}
    """
  }

  private func token(_ partner: Partner, _ body: String = request()) throws -> String {
    let answer = try partner.send(.post, Self.path, body: body)
    try #require(answer.status == 200, "\(answer.text)")
    return try answer.string("/token")
  }

  private func pay(_ partner: Partner, _ token: String, cin: String = "\"123\"") throws -> ServedAnswer {
    try partner.pay(type: "WALLET", card: #"{"number": "\#(token)", "cin": \#(cin)}"#)
  }

  @Test func documentedRequestHasTheDocumentedAnswer() throws {
    let partner = try Partner()
    let answer = try partner.sendWithoutKey(
      .post, "\(Self.path)?apiKey=\(partner.key)", body: Array(DocumentedExample("wallet-token-post-request").text.utf8)
    )
    #expect(answer.status == 200, "\(answer.text)")
    let expected = try DocumentedExample("wallet-token-post-response-200").text.replacing(
      "wallet-wallet-0eb60d8aa4994bc8a6aa6aa4b330f996", with: try answer.string("/token"))
    #expect(try answer.bytes == JSONValue.parse(Array(expected.utf8)).serialized())
    #expect(try answer.string("/token").wholeMatch(of: /wallet-wallet-[0-9a-f]{32}/) != nil)
    #expect(answer.diagnosis == nil)
  }

  @Test func tokenPaysAndShowsItsCard() throws {
    let partner = try Partner()
    let answer = try pay(partner, token(partner, Self.request(number: "\"378282246310005\"")), cin: "\"1234\"")
    #expect(answer.status == 200, "\(answer.text) \(answer.diagnosis ?? "")")
    #expect(try answer.string("/cart/payments/0/card/issuer") == "AMEX")
    #expect(try answer.string("/cart/payments/0/card/number") == String(repeating: "*", count: 18) + "0005")
    #expect(try answer.integer("/cart/payments/0/card/expire_year") == 2030)
    #expect(answer.diagnosis == nil)
  }

  @Test func tokensAreSeededAndASandboxsOwn() throws {
    let partner = try Partner()
    let tokens = try [token(partner), token(partner), token(partner.with(key: "two")), token(Partner(seed: 43))]
    #expect(Set(tokens).count == 4)
    #expect(try token(Partner()) == tokens[0])
    let answer = try pay(partner, tokens[2])
    answer.expectError(400, 20_122)
    #expect(answer.diagnosis?.contains("not a wallet token of this sandbox") == true)
  }

  @Test(arguments: ["wallet-wallet-442d8c3e20194dc5a34c7a9b8b8dd662", "wallet-wallet-0eb60d8aa4994bc8a6aa6aa4b330f996"])
  func documentedTokensAreKnownFromTheStart(token: String) throws {
    let answer = try pay(Partner(), token)
    #expect(answer.status == 200, "\(answer.diagnosis ?? "")")
    #expect(try answer.string("/cart/payments/0/card/number").hasSuffix("*0011"))
    #expect(answer.fidelity == "invented; see=cart.payment/expiry")
  }

  @Test(arguments: ["wallet-", "wallet-wallet-0", "4111111111111111", "", "fake-valid-visa-nonce"])
  func anythingElseIsNoToken(text: String) throws {
    try pay(Partner(), text).expectError(400, 20_122, "Payment Not Accepted")
  }

  @Test(arguments: [
    ("\"4111111111111112\"", "12", "2030", "Luhn"), ("\"3530111333300000\"", "12", "2030", "none of VISA"),
    ("\"\"", "12", "2030", "13 to 19 digits"), ("\"4111-1111-1111-1111\"", "12", "2030", "13 to 19 digits"),
    ("\"4111111111111111\"", "5", "2026", "expired at the end of 5/2026"),
    ("\"4111111111111111\"", "13", "2030", "month from 1 to 12"), ("\"4111111111111111\"", "12", "30", "four digits"),
  ])
  func cardThatBreaksARuleIsRefused(number: String, month: String, year: String, words: String) throws {
    let answer = try Partner().send(
      .post, Self.path, body: Self.request(number: number, month: month, year: year))
    answer.expectError(400, 20_122, "Payment Not Accepted")
    #expect(answer.diagnosis?.contains(words) == true, "\(answer.diagnosis ?? "")")
    #expect(answer.diagnosis?.contains("4111") == false)
    #expect(answer.fidelity == "inferred; see=errors/card-not-taken")
  }

  @Test(arguments: [
    ("{}", "/funding_source"), (request(source: "1"), "/funding_source"), (request(source: "\"paypal\""), "creditcard"),
    (#"{"funding_source":"creditcard"}"#, "/funding_source_details"),
    (request(number: "true"), "/funding_source_details/account_number"),
    (request(number: "null"), "/funding_source_details/account_number"),
    (request(month: "null"), "/expiration_month"), (request(year: "1.5"), "/expiration_year"), ("[]", "object"),
  ])
  func malformedRequestIsInvalid(body: String, words: String) throws {
    let answer = try Partner().send(.post, Self.path, body: body)
    answer.expectError(400, 10_002)
    #expect(answer.diagnosis?.contains(words) == true, "\(answer.diagnosis ?? "")")
  }

  @Test func magicValuesWorkBehindTokens() throws {
    let partner = try Partner()
    let empty = try token(partner, Self.request(number: "4000000000009995"))
    try pay(partner, empty).expectError(400, 20_129, "Payment method has no funds available")
    let good = try token(partner)
    try pay(partner, good, cin: "999").expectError(400, 20_152, "Please enter a valid security code")
    try pay(partner, good, cin: "\"1234\"").expectError(400, 20_152)
    try pay(partner, good, cin: "\"12a\"").expectError(400, 20_152)
    #expect(try pay(partner, good, cin: "\"\"").status == 200)
  }

  @Test func cardBehindATokenExpires() throws {
    let partner = try Partner(rate: 0)
    let token = try token(partner, Self.request(month: "6", year: "2026"))
    #expect(try pay(partner, token).status == 200)
    _ = try partner.sandbox.move(.advance(.seconds(30 * 86_400)))
    let answer = try pay(partner, token)
    answer.expectError(400, 20_122)
    #expect(answer.diagnosis?.contains("expired at the end of 6/2026") == true)
  }

  @Test func otherKindsOfPayment() throws {
    let partner = try Partner()
    for type in ["APPLE_PAY", "GOOGLE_WALLET"] {
      #expect(try partner.pay(type: type, card: #"{"number": "eyJ2ZXJzaW9uIjoiRUNfdjEifQ=="}"#).status == 200)
      let empty = try partner.pay(type: type, card: #"{"number": ""}"#)
      empty.expectError(400, 20_122)
      #expect(empty.diagnosis?.contains("card.number is empty") == true)
    }
  }

  @Test func keyIsNeeded() throws {
    let answer = try Partner().sendWithoutKey(
      .post, Self.path, body: Array(DocumentedExample("wallet-token-post-request").text.utf8))
    #expect(answer.status == 401)
  }
}
