public import EventCatalogue

/// How a cart was paid; card numbers are kept only in masked form.
public struct Payment: Sendable, Hashable {
  /// The card as answers print it.
  public struct MaskedCard: Sendable, Hashable {
    /// `VISA`, `MC`, `AMEX` or `DISCOVER`.
    public var issuer: String
    /// Eighteen asterisks and the last four digits.
    public var number: String
    /// 1 to 12.
    public var expireMonth: Int
    /// Four digits.
    public var expireYear: Int

    private static var mask: String { "******************" }

    /// Makes a masked card from the last four digits.
    public init(issuer: String, lastFour: String, expireMonth: Int, expireYear: Int) {
      self.issuer = issuer
      number = Self.mask + lastFour
      self.expireMonth = expireMonth
      self.expireYear = expireYear
    }
  }

  /// `CC` or `INVOICE`, as answers print it.
  public var type: String
  /// The amount, equal to the cart's total.
  public var amount: Money
  /// The card; `nil` for an invoice.
  public var card: MaskedCard?
  /// The account that the tickets belong to.
  public var account: String?
  /// The buyer's address.
  public var email: String?

  /// Makes a payment.
  public init(type: String, amount: Money, card: MaskedCard?, account: String?, email: String?) {
    self.type = type
    self.amount = amount
    self.card = card
    self.account = account
    self.email = email
  }
}
