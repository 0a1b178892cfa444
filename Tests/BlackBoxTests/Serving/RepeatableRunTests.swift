import LoopbackClient
import Testing

/// `--seed`, `--start-time` and `--clock-rate`.
@Suite(.timeLimit(.minutes(5)))
struct RepeatableRunTests {
  static let options = ["--seed", "7", "--start-time", "2026-12-01T18:00:00Z", "--clock-rate", "0"]

  /// What one key does: purchases, refusals and a cart given up; the bodies and dates of the answers.
  private static func session(_ endpoint: Endpoint, key: String) throws -> [String] {
    let partner = Partner(try HTTPConnection(to: endpoint, timeout: .seconds(30)), key: key)
    partner.fields = [("Host", "localhost:8490")]
    var answers = try partner.buy(SampleEvent.documented, SampleEvent.documentedSeat)
    answers.append(try partner.get("/partners/v1/events"))
    answers.append(try partner.reserve(SampleEvent.documented, SampleEvent.documentedSeat))
    let held = try partner.reserve(SampleEvent.base64Carts)
    answers.append(held)
    answers.append(try partner.release(SampleEvent.base64Carts, cart: held.value("/cart_id")))
    answers.append(try partner.get("/partners/v1/orders", "order_number=39-20827/PHX"))
    answers += try partner.buy(SampleEvent.documented, Seat(section: "BALC2L", row: "B", number: 15))
    answers.append(try partner.get("/partners/v1/events/nope/availability"))
    answers += try payEncrypted(partner)
    return answers.map { "\($0.status) \($0.response["Date"] ?? "no date") \($0.text)" }
  }

  /// The certificate of the day, and a payment that was encrypted with it.
  private static func payEncrypted(_ partner: Partner) throws -> [Answer] {
    let certificate = try partner.get("/partners/v1/certificate").expecting(200)
    let cart = try partner.reserve(SampleEvent.paper).expecting(200)
    let payment = try partner.put(
      "/partners/v1/events/\(SampleEvent.paper)/cart/payment",
      body: """
        {"cart_id":"\(cart.value("/cart_id"))","payment":{"type":"CC","amount":"\(cart.value("/cart/totals/grand"))",
        "card":{"encryption_key":"\(certificate.value("/id"))","number":"\(sealedNumber)","issuer":"VISA",
        "expire_month":12,"expire_year":2040}}}
        """)
    return [certificate, cart, try payment.expecting(200)]
  }

  /// 4111111111111111 behind a salt, encrypted with the certificate of 1 December 2026 by
  /// `openssl pkeyutl -encrypt -certin`: the keys are the same in every server.
  private static let sealedNumber = """
    buTMs+6IgdFn2NdlctUuYcscOo9WqdJ9Kc4mjzTLjS8poTStBbE1f6f1LRe3+qxtK460l4z9lzeC4Akp+9L7YZ66KUC/fiSmtVvZedrlz2f9QX\
    sNJlFmaaULwsUYOhjoDa1a4pWVUccsfNacuXgxo36En/WKs3C04sYSJe/MNGpIso0KnwAXQOuuIMfhEb71jtIfCskA7OzCDNykTwDWwWAJnmiB\
    0cNczpnugPyAS3gLzbMIMClx1psl5/HDHj6I6gMzYQT/pBBK+pkNICkPX4/cD9NlZI6DEitreEdKHpUUaBoHIzFihZicrxg+OcEcouI4z+waQq\
    lyez8BmUQM5Q==
    """

  @Test func twoServersAnswerTheSameBytesWhateverTheOrderOfTheKeys() throws {
    let keys = (0..<6).map { "key-\($0)" }
    let first = try RunningServer(Self.options)
    let inTurn = try keys.map { try Self.session(first.endpoint, key: $0) }
    let second = try RunningServer(Self.options)
    let endpoint = second.endpoint
    let atOnce = try Crowd.run(keys.count) { try Self.session(endpoint, key: keys[$0]) }
    #expect(inTurn == atOnce)
    #expect(Set(inTurn.map { $0[1] }).count == keys.count, "each key has cart ids of its own")
    #expect(inTurn[0].allSatisfy { $0.contains(" Tue, 01 Dec 2026 18:00:00 GMT ") })
  }

  @Test func anotherSeedGivesOtherIDs() throws {
    let other = ["--seed", "8"] + Self.options.dropFirst(2)
    let first = try RunningServer(Self.options).partner().reserve(SampleEvent.documented)
    let second = try RunningServer(other).partner().reserve(SampleEvent.documented)
    #expect(try first.value("/cart_id") != second.value("/cart_id"))
    #expect(try first.value("/cart/totals/grand") == second.value("/cart/totals/grand"))
  }

  @Test func theSeedThatWasDrawnGivesTheSameIDs() throws {
    let drawn = try RunningServer(Array(Self.options.dropFirst(2)))
    let cart = try drawn.partner().reserve(SampleEvent.documented).value("/cart_id")
    // Only after its end has everything that it wrote arrived.
    #expect(try drawn.stop() == 0)
    let log = drawn.errors
    let seed = try #require(log.firstMatch(of: /seed=([0-9]+)/)?.output.1)
    let again = try RunningServer(["--seed", String(seed)] + Self.options.dropFirst(2))
    #expect(try again.partner().reserve(SampleEvent.documented).value("/cart_id") == cart)
  }

  @Test func aTimeInUnixSecondsIsATimeToo() throws {
    let server = try RunningServer(["--start-time", "1796148000", "--clock-rate", "0"])
    let answer = try server.partner().get("/partners/v1/events")
    #expect(answer.response["Date"] == "Tue, 01 Dec 2026 18:00:00 GMT")
  }

  @Test func aFastClockLetsAHoldRunOut() throws {
    let server = try RunningServer(["--clock-rate", "1000"])
    let partner = try server.partner()
    let before = try partner.freeSeats(SampleEvent.documented)
    let held = try partner.reserve(SampleEvent.documented, SampleEvent.documentedSeat).expecting(200)
    let deadline = ContinuousClock.now + .seconds(30)
    var free = try partner.freeSeats(SampleEvent.documented)
    while free != before, ContinuousClock.now < deadline { free = try partner.freeSeats(SampleEvent.documented) }
    #expect(free == before)
    let late = try partner.pay(SampleEvent.documented, cart: held.value("/cart_id"), amount: "101.66")
    #expect(late.status == 400)
    #expect(late.errorCode == "90003")
    #expect(late.diagnosis?.contains("ran out") == true)
  }

  @Test func aFrozenClockLetsNoHoldRunOut() throws {
    let server = try RunningServer(["--clock-rate", "0"])
    let partner = try server.partner()
    let held = try partner.reserve(SampleEvent.documented, SampleEvent.documentedSeat).expecting(200)
    let paid = try partner.pay(SampleEvent.documented, cart: held.value("/cart_id"), amount: "101.66").expecting(200)
    #expect(try held.value("/cart/hold_time") == "300")
    #expect(try paid.value("/cart/hold_time") == "444")
    #expect(held.response["Date"] == paid.response["Date"])
  }
}
