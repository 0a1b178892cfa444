/// What is kept of a card behind a wallet token or a member's billing method: never its number.
public struct StoredCard: Sendable, Hashable {
  /// The issuer.
  public let issuer: CardIssuer
  /// The last four digits.
  public let lastFour: String
  /// 1 to 12.
  public let expireMonth: Int
  /// Four digits.
  public let expireYear: Int
  /// Whether a payment with it finds funds; its number decided.
  public let hasFunds: Bool

  /// Makes the remains of a card.
  public init(issuer: CardIssuer, lastFour: String, expireMonth: Int, expireYear: Int, hasFunds: Bool) {
    self.issuer = issuer
    self.lastFour = lastFour
    self.expireMonth = expireMonth
    self.expireYear = expireYear
    self.hasFunds = hasFunds
  }
}
