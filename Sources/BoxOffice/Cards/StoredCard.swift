/// What is stored of the card behind a wallet token or a member's billing method: never its number.
public struct StoredCard: Sendable, Hashable {
  /// The issuer.
  public let issuer: CardIssuer
  /// The last four digits.
  public let lastFour: String
  /// 1 to 12.
  public let expireMonth: Int
  /// Four digits.
  public let expireYear: Int
  /// Whether the card has funds, as decided by its number.
  public let hasFunds: Bool

  /// Makes a stored card.
  public init(issuer: CardIssuer, lastFour: String, expireMonth: Int, expireYear: Int, hasFunds: Bool) {
    self.issuer = issuer
    self.lastFour = lastFour
    self.expireMonth = expireMonth
    self.expireYear = expireYear
    self.hasFunds = hasFunds
  }
}
