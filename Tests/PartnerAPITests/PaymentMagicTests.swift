import JSONText
import Testing

/// The values by which a client chooses the outcome of a payment.
@Suite struct PaymentMagicTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let type: String
    let number: String
    let more: String
    /// `nil` if it is accepted.
    let code: Int64?
    let isClear: Bool

    init(_ type: String, _ number: String, _ more: String = "", code: Int64? = nil, isClear: Bool = false) {
      self.type = type
      self.number = number
      self.more = more
      self.code = code
      self.isClear = isClear
    }

    var testDescription: String { "\(type) \(number) \(more): \(code.map(String.init) ?? "accepted")" }
  }

  private static let messages: [Int64: String] = [
    20_122: "Payment Not Accepted", 20_129: "Payment method has no funds available",
    20_152: "Please enter a valid security code",
  ]

  @Test(arguments: [
    Case("BRAINTREE", "fake-valid-nonce"), Case("BRAINTREE", "fake-valid-visa-nonce"),
    Case("BRAINTREE", "fake-valid-mastercard-nonce"), Case("BRAINTREE", "fake-valid-anything"),
    Case("BRAINTREE", "fake-processor-declined-visa-nonce", code: 20_122),
    Case("BRAINTREE", "fake-processor-declined-discover-nonce", code: 20_122),
    Case("BRAINTREE", "fake-luhn-invalid-nonce", code: 20_122),
    Case("BRAINTREE", "fake-consumed-nonce", code: 20_122),
    Case("BRAINTREE", "fake-gateway-rejected-fraud-nonce", code: 20_122),
    Case("BRAINTREE", "tokencc_bh_abc", code: 20_122), Case("BRAINTREE", "", code: 20_122),
    Case("BRAINTREE", "4111111111111111", code: 20_122),
    Case("BRAINTREE", "fake-valid-visa-nonce", #","cin":"999""#, code: 20_152),
    Case("BRAINTREE", "fake-valid-visa-nonce", #","cin":999"#, code: 20_152),
    Case("BRAINTREE", "fake-valid-visa-nonce", #","cin":"998""#),
    Case("CC", "6011993200001006", #","cin":"123""#, isClear: true), Case("CC", "4111111111111111", isClear: true),
    Case(
      "CC", "4588883206000011", #","cin":"123","expire_month":12,"expire_year":2020,"issuer":"VISA""#, isClear: true),
    Case("CC", "4588883206000011", #","cin":"999""#, code: 20_152), Case("CC", "5555555555554444", isClear: true),
    Case("CC", "378282246310005", isClear: true),
    Case("CC", "4000000000009995", code: 20_129), Case("CC", "4012888888881881", code: 20_122),
    Case("CC", "4111111111111112", code: 20_122), Case("CC", "", code: 20_122),
    Case("CC", "6011993200001006", #","cin":"999""#, code: 20_152),
    Case(
      "CC", "qvaEc5EX2bt5pt5DiTQR4J6iYZKxsujQPdw7LXCAnbeb8cD=", #","encryption_key":"paysys-dev.0.us.999""#,
      code: 20_122),
    Case("CC", "4012888888881881", #","encryption_key":"paysys-dev.0.us.999""#, code: 20_122),
    Case("CC", "4012888888881881", #","encryption_key":"""#, code: 20_122),
    Case("CC", "4012888888881881", #","encryption_key":null"#, code: 20_122),
    Case("WALLET", "wallet-wallet-00000000000000000000000000000000", code: 20_122),
  ])
  func outcome(_ subject: Case) throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let answer = try partner.pay(
      EventID.phoenix,
      body: Partner.billing(
        cart: cart.id, amount: "\"\(cart.grand)\"", type: subject.type,
        card: #"{"number": "\#(subject.number)"\#(subject.more)}"#))
    if let code = subject.code {
      answer.expectError(400, code, Self.messages[code])
      try partner.commit(EventID.phoenix, cart: cart.id).expectError(400, 20_122)
    } else {
      #expect(answer.status == 200, "\(answer.text)")
      #expect(try answer.string("/cart/payments/0/type") == "CC")
      #expect(try partner.commit(EventID.phoenix, cart: cart.id).status == 200)
    }
    if subject.code == nil {
      #expect((answer.diagnosis != nil) == subject.isClear, "card data in clear is diagnosed, and nothing else")
    }
  }

  @Test(arguments: [
    ("fake-valid-visa-nonce", "VISA"), ("fake-valid-mastercard-nonce", "MC"), ("fake-valid-amex-nonce", "AMEX"),
    ("fake-valid-discover-nonce", "DISCOVER"),
  ])
  func tokenisedCardHasItsIssuer(nonce: String, issuer: String) throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let answer = try partner.pay(
      EventID.phoenix,
      body: Partner.billing(
        cart: cart.id, amount: cart.grand, card: #"{"number": "\#(nonce)", "expire_month": 0, "expire_year": 0}"#))
    #expect(try answer.string("/cart/payments/0/card/issuer") == issuer)
    #expect((1...12).contains(try answer.integer("/cart/payments/0/card/expire_month")))
    #expect(try answer.integer("/cart/payments/0/card/expire_year") > 2000)
    let number = try answer.string("/cart/payments/0/card/number")
    #expect(number.count == 22)
    #expect(number.prefix(18).allSatisfy { $0 == "*" })
    #expect(number.suffix(4).allSatisfy { ("0"..."9").contains($0) })
  }

  @Test func refusedNoncesAreToldApart() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let diagnoses = try [
      "fake-processor-declined-visa-nonce", "fake-luhn-invalid-nonce", "fake-consumed-nonce",
      "fake-gateway-rejected-fraud-nonce", "whatever",
    ].map { nonce in
      try partner.pay(
        EventID.phoenix,
        body: Partner.billing(cart: cart.id, amount: cart.grand, card: #"{"number": "\#(nonce)"}"#)
      ).diagnosis
    }
    #expect(Set(diagnoses).count == 5)
  }

  @Test func refusedClearNumberIsNotRepeated() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    for number in ["4012888888881881", "4000000000009995"] {
      let answer = try partner.pay(
        EventID.phoenix,
        body: Partner.billing(cart: cart.id, amount: cart.grand, type: "CC", card: #"{"number": "\#(number)"}"#))
      #expect(answer.status == 400)
      #expect(!answer.text.contains(number))
      #expect(answer.diagnosis?.contains(number) == false)
    }
  }
}
