/// What the name of a member, parameter, form field or header implies about its value.
enum SecretName {
  /// A card number or a security code: never shown.
  case card
  /// A partner key: shown unless it looks real.
  case partnerKey

  private static let cards: Set<String> = [
    "number", "accountnumber", "cardnumber", "ccnumber", "creditcardnumber", "pan", "primaryaccountnumber",
    "cin", "cid", "csc", "cvc", "cvc2", "cvd", "cvn", "cvv", "cvv2", "cardcid", "cardcin", "cardcode", "cardcsc",
    "cardcvc", "cardcvn", "cardcvv", "cardsecuritycode", "cardverificationcode", "cardverificationvalue", "cvccode",
    "cvvcode", "securitycode", "verificationcode", "verificationvalue",
  ]
  // The last one is used in the gateway's fault for a quota.
  private static let partnerKeys: Set<String> = ["apikey", "xapikey", "identifier"]
  /// The first letters of all of them, so that most names are ruled out at a glance.
  private static let initials = Array("acinpsvx".utf8)
  /// The maximum length in bytes of a name that is looked up.
  static let lengthLimit = 40

  /// The meaning of a name; `nil` if it has none.
  ///
  /// Case, hyphens, underscores and the `X-` of a header do not matter.
  init?(_ name: some Collection<UInt8>) {
    guard let first = name.first, Self.initials.contains(first | 0x20), name.count <= Self.lengthLimit else {
      return nil
    }
    var letters: [UInt8] = []
    for byte in name where byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") {
      letters.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
    }
    let plain = String(decoding: letters, as: UTF8.self)
    if Self.cards.contains(plain) || (plain.hasPrefix("x") && Self.cards.contains(String(plain.dropFirst()))) {
      self = .card
    } else if Self.partnerKeys.contains(plain) {
      self = .partnerKey
    } else {
      return nil
    }
  }

  /// Whether a value with this name is secret.
  ///
  /// The name of a test card (`fake-valid-visa-nonce`) is not, and shows the reader what was tried.
  func hides(_ value: some Collection<UInt8>) -> Bool {
    switch self {
    case .card: !value.isEmpty && !value.starts(with: Array("fake-".utf8))
    case .partnerKey: PartnerKey.looksReal(value)
    }
  }
}
