import HTTPTypes
import Testing

extension ExampleReplay {
  private static let bearer: KeyValuePairs = ["Authorization": "Bearer token-of-jon"]
  /// The key of the documents' ciphertexts, which nobody has.
  private static let documentedKey = "paysys-dev.0.us.999"
  private static let documentedCode = "BYdEgXIxwz6bXG6OVQRKwj0wc9KE510eXRpwoEoTrd9t9i7="

  /// Cards, encrypted, on file and as tokens.
  static let cards = [
    ExampleReplay("certificate-get-response-200") {
      try Partner.encrypting().send(.get, "/partners/v1/certificate")
    },
    ExampleReplay("wallet-token-post-response-200", requests: "wallet-token-post-request") {
      try Partner().send(.post, "/wallet/v1/token", body: request("wallet-token-post-request"))
    },
    ExampleReplay(nil, requests: "payment-put-request-3") {
      let partner = try Partner()
      let cart = try partner.hold(EventID.paper)
      return try partner.pay(
        EventID.paper,
        body: request(
          "payment-put-request-3", ["3d7e57b4-7030-4600-9725-bfa62f44a9d6": cart.id, "69.00": cart.grand]))
    },
    ExampleReplay(nil, requests: "payment-put-request") {
      let partner = try Partner.encrypting()
      let key = try partner.certificate()
      let cart = try partner.hold(EventID.paper)
      return try partner.pay(
        EventID.paper,
        body: request(
          "payment-put-request",
          [
            olderCart: cart.id, "69.00": cart.grand, documentedKey: key,
            "qvaEc5EX2bt5pt5DiTQR4J6iYZKxsujQPdw7LXCAnbeb8cD/CiXoB1V/pG2GAHBcHS/IdIMskFg=":
              Partner.seal("4588883206000011", key: key), documentedCode: Partner.seal("123", key: key),
          ]))
    },
    ExampleReplay("member-billing-post-response-200", requests: "member-billing-post-request") {
      let partner = try Partner.encrypting()
      return try addMethod(partner, key: partner.certificate())
    },
    ExampleReplay("member-billing-get-response-200") {
      let partner = try Partner.encrypting()
      #expect(try addMethod(partner, key: partner.certificate()).status == 200)
      return try partner.send(.get, "/partners/v1/member/billing", headers: bearer)
    },
    ExampleReplay(nil, requests: "payment-put-request-2") {
      let partner = try Partner.encrypting()
      let key = try partner.certificate()
      #expect(try addMethod(partner, key: key).status == 200)
      let cart = try partner.hold(EventID.paper)
      return try partner.send(
        .put, "/partners/v1/events/\(EventID.paper)/cart/payment", headers: bearer,
        body: memberPayment(cart, key: key))
    },
    ExampleReplay("gateway-fault-invalid-access-token") {
      try Partner().send(.get, "/partners/v1/member/billing")
    },
  ]

  /// The documents' billing method with a card that is really encrypted.
  static func memberBilling(number: String, key: String) throws -> String {
    try request(
      "member-billing-post-request",
      [
        documentedKey: key,
        """
        JvWajg8hahdWPXeMNn2+N4SMxEAoA03sAABy/t2Ga4rHUm9TGbz0oOIWLXgZCVG3WtgwOfqqMN6ijM4AXiYbt+KsFJCA1WVD02vSG+H+/Pj2fIZ1\
        3fvyORES2l3wSYZ80KdVz6fkyLRLRtT6o0hyATozyMnFLxpqhsk3CKkiGNE=
        """: Partner.seal(number, key: key),
      ])
  }

  /// The documents' payment with a billing method, of a cart and with a code that is really encrypted.
  static func memberPayment(_ cart: Partner.HeldCart, key: String) throws -> String {
    try request(
      "payment-put-request-2",
      [
        olderCart: cart.id, "119.00": cart.grand, documentedKey: key, documentedCode: Partner.seal("123", key: key),
      ])
  }

  private static func addMethod(_ partner: Partner, key: String) throws -> ServedAnswer {
    try partner.send(
      .post, "/partners/v1/member/billing", headers: bearer, body: memberBilling(number: "4588883206000011", key: key))
  }
}
