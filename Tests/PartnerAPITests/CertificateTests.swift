import Determinism
import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import Sandboxes
import Testing

/// `GET certificate`, and how long its key is good.
@Suite struct CertificateTests {
  private static let path = "/partners/v1/certificate"

  @Test func answerHasTheDocumentedShape() throws {
    let answer = try Partner.encrypting().send(.get, Self.path)
    #expect(answer.status == 200)
    let documented = try DocumentedExample("certificate-get-response-200").json
    #expect(answer.json?.members.map(\.key) == documented.members.map(\.key))
    #expect(answer.json?.members.map(\.value.kind) == documented.members.map(\.value.kind))
    #expect(try answer.string("/id").wholeMatch(of: /paysys-dev\.0\.us\.[0-9]+/) != nil)
    #expect(answer.text.contains(#"-----BEGIN CERTIFICATE-----\r\n"#), "written as the documents print it")
    #expect(try answer.string("/value").hasSuffix("\r\n-----END CERTIFICATE-----\r\n"))
    #expect(answer.fidelity == "invented; see=certificate/value")
  }

  @Test(arguments: ["/partners-preprod/v1/certificate", "/partners-sandbox/v1/certificate", "\(path)?cart_id=none"])
  func olderAndOtherFormsAnswerTheSame(path: String) throws {
    let partner = try Partner.encrypting()
    #expect(try partner.send(.get, path).text == partner.send(.get, Self.path).text)
  }

  @Test func idsAreSeededAndASandboxsOwn() throws {
    #expect(try Partner.encrypting().certificate() == Partner.encrypting().certificate())
    let ids = try [
      Partner.encrypting().certificate(), Partner.encrypting(seed: 43).certificate(),
      Partner.encrypting(key: "partner-two").certificate(),
    ]
    #expect(Set(ids).count == 3)
  }

  @Test func oneIsGivenOutADayAndGoodForADayAfterwards() throws {
    let partner = try Partner.encrypting()
    func advance(_ seconds: Int) throws { _ = try partner.sandbox.move(.advance(.seconds(seconds))) }
    func pay(_ key: String) throws -> ServedAnswer {
      try partner.pay(card: Partner.card(number: Partner.seal("4111111111111111", key: key), key: key))
    }
    let first = try partner.certificate()
    let text = try partner.send(.get, Self.path).string("/value")
    let midnight = Partner.start + .seconds(-(3 * 3_600 + 30 * 60))
    #expect(text.contains("\(midnight) \(midnight + .seconds(2 * 86_400))"))
    try advance(20 * 3_600 + 30 * 60 - 1)
    #expect(try partner.certificate() == first, "the last second of its day, 23:59:59")
    try advance(1)
    let second = try partner.certificate()
    #expect(second != first)
    try advance(86_400 - 2)
    #expect(try pay(first).status == 200, "23 hours, 59 minutes and 59 seconds after it was given out last")
    try advance(1)
    let expired = try pay(first)
    expired.expectError(400, 20_122, "Payment Not Accepted")
    #expect(
      expired.diagnosis
        == "The certificate of encryption_key \(first) expired at 2026-06-03T23:59:59Z; get a new one every day.")
    #expect(try pay(second).status == 200)
    try advance(1)
    #expect(try partner.certificate() != second)
  }

  @Test func aDaysCertificateDoesNotDependOnThoseBefore() throws {
    let daily = try Partner.encrypting()
    let late = try Partner.encrypting()
    for _ in 0..<3 {
      _ = try daily.certificate()
      _ = try daily.sandbox.move(.advance(.seconds(86_400)))
    }
    _ = try late.sandbox.move(.advance(.seconds(3 * 86_400)))
    #expect(try daily.send(.get, Self.path).text == late.send(.get, Self.path).text)
  }

  @Test func theLastDayOfTheCalendarHasOne() throws {
    let partner = try Partner.encrypting()
    let end = try #require(Instant(rfc3339: "9999-12-31T23:59:59Z"))
    _ = try partner.sandbox.move(.set(end))
    let key = try partner.certificate()
    #expect(try partner.certificate() == key)
  }

  @Test func resetForgetsKeys() throws {
    let partner = try Partner.encrypting()
    let key = try partner.certificate()
    partner.sandbox.reset([.state])
    let answer = try partner.pay(card: Partner.card(number: Partner.seal("4111111111111111", key: key), key: key))
    answer.expectError(400, 20_122)
    #expect(answer.diagnosis?.contains("GET /partners/v1/certificate") == true)
    #expect(try partner.certificate() == key, "ids begin anew")
  }

  @Test func clockThatWasResetGetsANewCertificate() throws {
    let partner = try Partner.encrypting()
    _ = try partner.sandbox.move(.advance(.seconds(90_000)))
    let late = try partner.certificate()
    partner.sandbox.reset([.clock])
    #expect(try partner.certificate() != late)
  }

  /// What takes milliseconds is left to whoever performs the reply.
  @Test(arguments: [
    (HTTPRequest.Method.get, path, "", true), (.get, "/partners/v1/events", "", false),
    (.put, "/partners/v1/events/\(EventID.paper)/cart/payment", #"{"payment":{"card":{"encryption_key":"x"}}}"#, true),
    (.put, "/partners/v1/events/\(EventID.paper)/cart/payment", #"{"payment":{"card":{"number":"x"}}}"#, false),
    (
      .put, "/partners/v1/events/\(EventID.paper)/cart/payment", #"{"payment":{"card":{"encryption\u005fkey":"x"}}}"#,
      true
    ),
    (.put, "/partners/v1/cart/payment", #"{"payment":{"card":{"encryption_key":"x"}}}"#, true),
    (.post, "/partners/v1/events/\(EventID.paper)/cart/payment", #"{"payment":{"\u0063ard":{}}}"#, true),
    (.post, "/partners/v1/member/billing", #"{"\u0065ncryption_key":"x"}"#, true),
    (.post, "/partners/v1/member/billing", #"{"billing_method":{"card":{"encryption_key":"x"}}}"#, true),
    (.post, "/wallet/v1/token", #"{"encryption_key":"x"}"#, false),
  ])
  func workWithKeysIsDoneAside(method: HTTPRequest.Method, path: String, body: String, isAside: Bool) throws {
    let partner = try Partner.encrypting()
    let request = try Request(method, "\(path)?apikey=k", fields: [:], body: Array(body.utf8))
    let reply = partner.service.reply(to: request)
    if case .aside(let next) = reply {
      #expect(isAside)
      guard case .now = next() else { throw Unfinished() }
    } else {
      #expect(!isAside)
    }
  }

  private struct Unfinished: Error {}

  @Test func serverWithoutCryptographySaysSo() throws {
    let answer = try Partner().send(.get, Self.path)
    answer.expectError(500, 500)
    #expect(answer.diagnosis?.contains("cryptography") == true)
  }
}
