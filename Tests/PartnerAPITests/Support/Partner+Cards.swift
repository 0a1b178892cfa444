import HTTPTypes
import PartnerAPI
import SafeTix
import Testing

/// Certificates, and cards that are encrypted with them.
extension Partner {
  static let salt = "aB3dE5gH7jK9mN1p"

  /// A partner at a server that can encrypt.
  static func encrypting(key: String = "partner-one", seed: UInt64 = 42) throws -> Partner {
    var configuration = PartnerConfiguration()
    configuration.cardEncryption = ToyCipher()
    return try Partner(key: key, seed: seed, rate: 0, configuration: configuration)
  }

  /// `GET certificate`; the id of the key.
  func certificate(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let answer = try send(.get, "/partners/v1/certificate", sourceLocation: sourceLocation)
    try #require(answer.status == 200, "\(answer.text)", sourceLocation: sourceLocation)
    return try answer.string("/id", sourceLocation: sourceLocation)
  }

  /// A text as a partner sends it: salted, encrypted, in base64.
  static func seal(_ text: String, key: String, salt: String = Partner.salt) -> String {
    Base64.string(ToyCipher.seal(Array((salt + text).utf8), key: key))
  }

  /// A card as JSON.
  static func card(
    number: String, key: String, issuer: String? = nil, month: Int? = 12, year: Int? = 2030, cin: String? = nil
  ) -> String {
    var members = [#""number": "\#(number)""#, #""encryption_key": "\#(key)""#]
    if let issuer { members.append(#""issuer": "\#(issuer)""#) }
    if let month { members.append(#""expire_month": \#(month)"#) }
    if let year { members.append(#""expire_year": \#(year)"#) }
    if let cin { members.append(#""cin": "\#(cin)""#) }
    return "{\(members.joined(separator: ", "))}"
  }

  /// Pays a new cart of an event that needs no account.
  func pay(
    type: String = "CC", card: String, more: String = "", headers: KeyValuePairs<String, String> = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    let cart = try hold(EventID.paper, sourceLocation: sourceLocation)
    return try send(
      .put, "/partners/v1/events/\(EventID.paper)/cart/payment", headers: headers,
      body:
        #"{"cart_id":"\#(cart.id)"\#(more),"payment":{"type":"\#(type)","amount":"\#(cart.grand)","card":\#(card)}}"#,
      sourceLocation: sourceLocation)
  }
}
