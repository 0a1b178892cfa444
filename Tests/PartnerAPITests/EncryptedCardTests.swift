import HTTPTypes
import JSONText
import SafeTix
import Sandboxes
import Testing

/// Payments with a card that was encrypted as the documents say.
@Suite struct EncryptedCardTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let number: String
    var salt = Partner.salt
    var issuer: String?
    var month: Int? = 12
    var year: Int? = 2030
    var cin: String?
    var sealsCin = false
    /// `nil` if it is accepted.
    var code: Int64?
    /// What is told.
    var words: String?

    var testDescription: String { "\(number) \(issuer ?? "") \(cin ?? "") \(words ?? "accepted")" }
  }

  @Test(arguments: [
    Case(number: "4111111111111111", issuer: "VISA", cin: "123"),
    Case(number: "4111111111111111", issuer: "visa", cin: "123", sealsCin: true),
    Case(number: "4588883206000011"), Case(number: "4222222222222"), Case(number: "4000000000000000006"),
    Case(number: "5555555555554444", issuer: "MC", cin: "123", sealsCin: true),
    Case(number: "2223003122003222", issuer: "MC"),
    Case(number: "378282246310005", issuer: "AMEX", cin: "1234", sealsCin: true),
    Case(number: "378282246310005", cin: "1234"),
    Case(number: "6011993200001006", issuer: "DISCOVER", cin: "123"),
    Case(number: "4111111111111111", salt: "!#$% &'()*+,-./~"),
    Case(number: "4111111111111111", salt: "0123456789012345"),
    Case(number: "4111111111111111", month: 6, year: 2026),
    Case(number: "4111111111111111", month: 12, year: 2020, words: "12/2020"),
    Case(number: "4000000000009995", code: 20_129, words: "without funds"),
    Case(number: "4111111111111111", cin: "999", code: 20_152, words: "cin 999"),
    Case(number: "4111111111111111", cin: "999", sealsCin: true, code: 20_152, words: "cin 999"),
    Case(number: "4111111111111111", cin: "1234", code: 20_152, words: "cin has 4 digits; VISA has 3."),
    Case(number: "378282246310005", cin: "123", sealsCin: true, code: 20_152, words: "cin has 3 digits; AMEX has 4."),
    Case(number: "4111111111111111", cin: "12", sealsCin: true, code: 20_152, words: "card.cin decrypts to 18"),
    Case(number: "4111111111111112", code: 20_122, words: "Luhn"),
    Case(number: "3530111333300000", code: 20_122, words: "none of VISA, MC, AMEX and DISCOVER"),
    Case(
      number: "4111111111111111", issuer: "MC", code: 20_122,
      words: #"card.issuer is "MC", but the number belongs to VISA."#),
    Case(number: "4111111111111111", month: 5, year: 2026, code: 20_122, words: "expired at the end of 5/2026"),
    Case(number: "4111111111111111", month: 12, year: 30, code: 20_122, words: "four digits"),
    Case(number: "4111111111111111", month: nil, year: nil, code: 20_122, words: "month from 1 to 12"),
    Case(number: "4111111111111111", salt: "", code: 20_122, words: "16 characters, the last 16 of them digits"),
    Case(
      number: "4111111111111111", salt: "abcdefgh", code: 20_122, words: "24 characters, the last 16 of them digits"),
    Case(number: "4111111111111111", salt: "abcdefghijklmnopqr", code: 20_122, words: "34 characters, the last 16"),
    Case(number: "4111 1111 1111 1111", code: 20_122, words: "the last 4 of them digits"),
    Case(number: "41111111111", code: 20_122, words: "27 characters, the last 11 of them digits"),
    Case(number: "4111111111111111", salt: "abcdefghijklmno\n", code: 20_122, words: "not printable ASCII"),
    Case(number: "", code: 20_122, words: "card.number decrypts to 16 characters"),
  ])
  func outcome(_ subject: Case) throws {
    let partner = try Partner.encrypting()
    let key = try partner.certificate()
    let number = Partner.seal(subject.number, key: key, salt: subject.salt)
    let cin = subject.cin.map { subject.sealsCin ? Partner.seal($0, key: key) : $0 }
    let answer = try partner.pay(
      card: Partner.card(
        number: number, key: key, issuer: subject.issuer, month: subject.month, year: subject.year, cin: cin))
    if let code = subject.code {
      answer.expectError(400, code)
    } else {
      #expect(answer.status == 200, "\(answer.text) \(answer.diagnosis ?? "")")
      #expect(try answer.string("/cart/payments/0/type") == "CC")
      let shown = try answer.string("/cart/payments/0/card/number")
      #expect(shown == String(repeating: "*", count: 18) + subject.number.suffix(4))
      #expect(try answer.integer("/cart/payments/0/card/expire_year") == subject.year)
    }
    if let words = subject.words {
      #expect(answer.diagnosis?.contains(words) == true, "\(answer.diagnosis ?? "nothing")")
    } else {
      #expect(answer.diagnosis == nil)
    }
    if !subject.number.isEmpty {
      #expect(!answer.text.contains(subject.number) && answer.diagnosis?.contains(subject.number) != true)
    }
  }

  @Test(arguments: [
    ("", "base64 of 0 bytes"), ("4111111111111111", "base64 of 12 bytes; a ciphertext has 256"),
    ("qvaEc5EX2bt5pt5DiTQR4J6iYZKxsujQPdw7LXCAnbeb8cD/CiXoB1V/pG2GAHBcHS/IdIMskFg=", "base64 of 56 bytes"),
    ("4111 1111 1111 1111", "not base64"), ("AAAA\\nAAAA", "a line break at offset 4"), ("AAAAA", "groups of four"),
    (Base64.string([UInt8](repeating: 7, count: 256)), "was not encrypted with the certificate of"),
  ])
  func whatIsNoCiphertextIsRefused(text: String, words: String) throws {
    let partner = try Partner.encrypting()
    let key = try partner.certificate()
    let good = Partner.seal("4111111111111111", key: key)
    let number = try partner.pay(card: Partner.card(number: text, key: key))
    number.expectError(400, 20_122, "Payment Not Accepted")
    #expect(number.diagnosis?.contains("card.number") == true && number.diagnosis?.contains(words) == true)
    if text.isEmpty || text.hasPrefix("4") { return }
    let code = try partner.pay(card: Partner.card(number: good, key: key, cin: text))
    code.expectError(400, 20_152, "Please enter a valid security code")
    #expect(code.diagnosis?.contains("card.cin") == true && code.diagnosis?.contains(words) == true)
  }

  @Test func unknownKeyIsRefusedWithTheNewestOne() throws {
    let partner = try Partner.encrypting()
    let neighbour = try partner.with(key: "neighbour").certificate()
    for key in ["paysys-dev.0.us.999", neighbour, String(repeating: "x", count: 5_000)] {
      let answer = try partner.pay(card: Partner.card(number: Partner.seal("4111111111111111", key: key), key: key))
      answer.expectError(400, 20_122)
      #expect(answer.diagnosis?.contains("GET /partners/v1/certificate") == true)
    }
    let newest = try partner.certificate()
    let answer = try partner.pay(card: Partner.card(number: "x", key: "paysys-dev.0.us.999"))
    #expect(
      answer.diagnosis
        == "No certificate of this sandbox has the encryption_key paysys-dev.0.us.999; the newest one is \(newest).")
  }

  @Test func numberForAnotherKeyIsRefused() throws {
    let partner = try Partner.encrypting()
    let first = try partner.certificate()
    _ = try partner.sandbox.move(.advance(.seconds(86_400)))
    let second = try partner.certificate()
    let mixed = try partner.pay(card: Partner.card(number: Partner.seal("4111111111111111", key: first), key: second))
    mixed.expectError(400, 20_122)
    #expect(mixed.diagnosis?.contains("was not encrypted with the certificate of \(second)") == true)
  }

  /// What is wrong with the cart or the amount comes first, whatever the card.
  @Test func cartAndAmountAreJudgedBeforeTheCard() throws {
    let partner = try Partner.encrypting()
    let card = Partner.card(number: "x", key: "none")
    let dead = #"{"cart_id":"none","payment":{"type":"CC","amount":"1.00","card":\#(card)}}"#
    try partner.pay(EventID.paper, body: dead).expectError(400, 90_003)
    let cart = try partner.hold(EventID.paper)
    let wrong = #"{"cart_id":"\#(cart.id)","payment":{"type":"CC","amount":"1.00","card":\#(card)}}"#
    let answer = try partner.pay(EventID.paper, body: wrong)
    answer.expectError(400, 20_122)
    #expect(answer.diagnosis?.contains("totals.grand") == true)
  }

  @Test func documentedRequestPaysOnceItIsReallyEncrypted() throws {
    let partner = try Partner.encrypting()
    let key = try partner.certificate()
    let cart = try partner.hold(EventID.paper)
    var body = try DocumentedExample("payment-put-request").text
    for (old, new) in [
      ("bzJVZURoNit1UkhQQ25pcE5KSHh1K09SVE9lQ0k2RktwSEZFdnAwTlNJYS82ZE5WWldiREtSTQo=", cart.id),
      ("69.00", cart.grand), ("paysys-dev.0.us.999", key),
      (
        "qvaEc5EX2bt5pt5DiTQR4J6iYZKxsujQPdw7LXCAnbeb8cD/CiXoB1V/pG2GAHBcHS/IdIMskFg=",
        Partner.seal("4588883206000011", key: key)
      ),
      ("BYdEgXIxwz6bXG6OVQRKwj0wc9KE510eXRpwoEoTrd9t9i7=", Partner.seal("123", key: key)),
    ] {
      #expect(body.contains(old))
      body = body.replacing(old, with: new)
    }
    let answer = try partner.pay(EventID.paper, body: body)
    #expect(answer.status == 200, "\(answer.text) \(answer.diagnosis ?? "")")
    #expect(try answer.string("/cart/payments/0/card/issuer") == "VISA")
    #expect(answer.fidelity == "invented; see=cart.payment/expiry")
  }
}
