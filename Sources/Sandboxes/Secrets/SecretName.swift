import Determinism

/// What the name of a member, parameter, form field or header implies about its value.
enum SecretName {
  /// A card number or a security code: never shown.
  case card
  /// A partner key: shown unless it looks real.
  case partnerKey

  private static let cards = [
    "number", "accountnumber", "cardnumber", "ccnumber", "creditcardnumber", "pan", "primaryaccountnumber",
    "cin", "cid", "csc", "cvc", "cvc2", "cvd", "cvn", "cvv", "cvv2", "cardcid", "cardcin", "cardcode", "cardcsc",
    "cardcvc", "cardcvn", "cardcvv", "cardsecuritycode", "cardverificationcode", "cardverificationvalue", "cvccode",
    "cvvcode", "securitycode", "verificationcode", "verificationvalue",
  ]
  // The last one is used in the gateway's fault for a quota.
  private static let partnerKeys = ["apikey", "xapikey", "identifier"]
  /// All of them, folded, and those of cards also with the `X-` of a header.
  private static let foldedCards = (cards + cards.map { "x" + $0 }).map { SeededSource.fold($0) }
  private static let foldedPartnerKeys = partnerKeys.map { SeededSource.fold($0) }
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
    let folded = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.lengthLimit) { letters in
      var count = 0
      for byte in name where byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") {
        letters[count] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
        count += 1
      }
      return SeededSource.fold(utf8: UnsafeBufferPointer(rebasing: letters[..<count]))
    }
    if Self.foldedCards.contains(folded) {
      self = .card
    } else if Self.foldedPartnerKeys.contains(folded) {
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
    case .card: !value.isEmpty && !value.starts(with: "fake-".utf8)
    case .partnerKey: PartnerKey.looksReal(value)
    }
  }
}
