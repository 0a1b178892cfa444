import Determinism

/// Checks the data of a card.
///
/// All functions depend only on the card and the sandbox's time; nothing is kept.
enum CardCheck {
  /// The number of the card without funds, whether sent in clear or encrypted.
  static let noFundsNumber = "4000000000009995"

  /// Checks a card, and reduces it to what may be stored.
  ///
  /// - Parameters:
  ///   - digits: the number.
  ///   - stated: the issuer as stated by the client.
  /// - Returns: the card, or why it is refused.
  static func card(
    _ digits: String, issuer stated: String?, expireMonth: Int, expireYear: Int, now: Instant
  ) -> Checked {
    guard digits.utf8.allSatisfy(isDigit), CardField.number.digitCount.contains(digits.utf8.count) else {
      return .refused(.notACardNumber)
    }
    guard hasCheckDigit(digits) else { return .refused(.wrongCheckDigit) }
    guard let issuer = CardIssuer(digits: digits) else { return .refused(.unknownIssuer) }
    if let stated, !stated.isEmpty, stated.uppercased() != issuer.rawValue {
      return .refused(.issuerDiffers(stated: stated, found: issuer))
    }
    let card = StoredCard(
      issuer: issuer, lastFour: String(digits.suffix(4)), expireMonth: expireMonth, expireYear: expireYear,
      hasFunds: digits != noFundsNumber)
    return expiry(of: card, now: now).map { .refused($0) } ?? .kept(card)
  }

  /// A card, or why it is refused.
  enum Checked {
    case kept(StoredCard)
    case refused(PaymentVerdict)
  }

  /// What is wrong with the expiry: a card is valid until the end of its month, in UTC.
  static func expiry(of card: StoredCard, now: Instant) -> PaymentVerdict? {
    let (month, year) = (card.expireMonth, card.expireYear)
    guard (1...12).contains(month), (1_000...9_999).contains(year) else { return .noExpiry }
    if isDocumented(month: month, year: year) { return nil }
    let today = CivilDateTime(secondsSinceEpochUTC: now.secondsSinceEpoch).date
    return (year, month) < (today.year, today.month) ? .cardExpired(month: month, year: year) : nil
  }

  /// Whether this is the expiry of the documents' test cards, which never passes because they print it everywhere.
  static func isDocumented(month: Int, year: Int) -> Bool { month == 12 && year == 2020 }

  /// What is wrong with a security code; nothing if none was sent.
  static func code(_ code: String?, of issuer: CardIssuer) -> PaymentVerdict? {
    guard let code, !code.isEmpty else { return nil }
    guard code.utf8.allSatisfy(isDigit) else { return .securityCodeNotDigits }
    return code.utf8.count == issuer.codeLength
      ? nil : .securityCodeLength(issuer: issuer, found: code.utf8.count)
  }

  /// Whether the last digit is the right check digit for the others (ISO/IEC 7812-1 annex B).
  private static func hasCheckDigit(_ digits: String) -> Bool {
    var sum = 0
    for (place, byte) in digits.utf8.reversed().enumerated() {
      let digit = Int(byte - UInt8(ascii: "0")) * (place % 2 == 0 ? 1 : 2)
      sum += digit > 9 ? digit - 9 : digit
    }
    return sum % 10 == 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
