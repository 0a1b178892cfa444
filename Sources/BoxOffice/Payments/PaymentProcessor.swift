public import Determinism

/// Judges payments by magic values, so that a client can choose the outcome.
///
/// It knows Braintree's public test nonces, the documents' Discover and Visa cards, and the usual public test numbers;
/// encrypted numbers must follow the rules of ``CardCheck``. Nothing real is ever charged.
public enum PaymentProcessor {
  /// The verdict and, if the payment was accepted, the card as answers print it.
  public struct Assessment: Sendable, Hashable {
    /// The verdict.
    public var verdict: PaymentVerdict
    /// The card of an accepted payment; `nil` for an invoice.
    public var card: Payment.MaskedCard?
  }

  /// The card numbers accepted in clear, with their issuers.
  private static let testNumbers = [
    "6011993200001006": "DISCOVER", "4588883206000011": "VISA", "4111111111111111": "VISA",
    "5555555555554444": "MC", "378282246310005": "AMEX",
  ]

  /// Whether a card number is one of those that may be sent in clear.
  public static func isTestNumber(_ number: String) -> Bool {
    testNumbers[number] != nil || number == CardCheck.noFundsNumber
  }

  /// Assesses an instrument that names no card on file.
  public static func assess(_ instrument: PaymentInstrument, now: Instant) -> Assessment {
    if instrument.securityCode == "999" { return Assessment(verdict: .invalidSecurityCode) }
    switch instrument.kind {
    case .invoice:
      let reference = instrument.reference ?? ""
      let isNumeric = !reference.isEmpty && reference.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      return Assessment(verdict: isNumeric ? .accepted : .invalidReference)
    case .wallet:
      return Assessment(verdict: .unknownWalletToken)
    case .braintree:
      return assessNonce(instrument)
    case .applePay, .googleWallet:
      if instrument.number.isEmpty { return Assessment(verdict: .emptyToken) }
      return accepted(instrument, issuer: instrument.issuer ?? "VISA", lastFour: lastFour(ofToken: instrument.number))
    case .card:
      return assessCard(instrument, now: now)
    }
  }

  private static func assessNonce(_ instrument: PaymentInstrument) -> Assessment {
    let nonce = instrument.number
    if nonce.hasPrefix("fake-valid-") {
      return accepted(instrument, issuer: issuer(ofNonce: nonce), lastFour: lastFour(ofToken: nonce))
    }
    if nonce.hasPrefix("fake-processor-declined-") { return Assessment(verdict: .processorDeclined) }
    if nonce == "fake-luhn-invalid-nonce" { return Assessment(verdict: .luhnInvalid) }
    if nonce == "fake-consumed-nonce" { return Assessment(verdict: .consumedNonce) }
    if nonce.hasPrefix("fake-gateway-rejected-") { return Assessment(verdict: .gatewayRejected) }
    return Assessment(verdict: .unknownNonce)
  }

  /// Assesses a card on file.
  ///
  /// - Parameter code: the security code, if one was sent.
  static func assess(_ card: StoredCard, code: String?, now: Instant) -> Assessment {
    if code == "999" { return Assessment(verdict: .invalidSecurityCode) }
    let flaw = CardCheck.expiry(of: card, now: now) ?? CardCheck.code(code, of: card.issuer)
    if let flaw { return Assessment(verdict: flaw) }
    if !card.hasFunds { return Assessment(verdict: .noFunds) }
    return Assessment(
      verdict: .accepted,
      card: Payment.MaskedCard(
        issuer: card.issuer.rawValue, lastFour: card.lastFour, expireMonth: card.expireMonth,
        expireYear: card.expireYear))
  }

  private static func assessCard(_ instrument: PaymentInstrument, now: Instant) -> Assessment {
    if !instrument.isClearCard {
      let checked = CardCheck.card(
        instrument.number, issuer: instrument.issuer, expireMonth: instrument.expireMonth,
        expireYear: instrument.expireYear, now: now)
      switch checked {
      case .refused(let verdict): return Assessment(verdict: verdict)
      case .kept(let card): return assess(card, code: instrument.securityCode, now: now)
      }
    }
    let digits = instrument.number.filter { $0 != " " && $0 != "-" }
    if digits == CardCheck.noFundsNumber { return Assessment(verdict: .noFunds) }
    guard let issuer = testNumbers[digits] else { return Assessment(verdict: .unknownClearNumber) }
    return accepted(instrument, issuer: issuer, lastFour: String(digits.suffix(4)))
  }

  private static func accepted(_ instrument: PaymentInstrument, issuer: String, lastFour: String) -> Assessment {
    // The documents print 12/2020 for a tokenised card that was sent with month and year 0.
    let month = instrument.expireMonth == 0 ? 12 : instrument.expireMonth
    let year = instrument.expireYear == 0 ? 2020 : instrument.expireYear
    return Assessment(
      verdict: .accepted,
      card: Payment.MaskedCard(issuer: issuer, lastFour: lastFour, expireMonth: month, expireYear: year))
  }

  private static let issuers = [("mastercard", "MC"), ("amex", "AMEX"), ("discover", "DISCOVER")]

  /// The issuer that a nonce names: one of its words begins with it.
  private static func issuer(ofNonce nonce: String) -> String {
    let words = Array(nonce.utf8).split(separator: UInt8(ascii: "-"))
    return issuers.first { name, _ in words.contains { $0.starts(with: name.utf8) } }?.1 ?? "VISA"
  }

  /// The last four digits to print for a token; the documents print 2474 for `fake-valid-visa-nonce`.
  private static func lastFour(ofToken token: String) -> String {
    if token == "fake-valid-visa-nonce" { return "2474" }
    let sum = token.utf8.reduce(UInt32(17)) { $0 &* 31 &+ UInt32($1) } % 10_000
    return String(String(10_000 + sum).dropFirst())
  }
}
