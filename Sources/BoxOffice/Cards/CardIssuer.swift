/// The issuers that the documents name, as they spell them.
public enum CardIssuer: String, Sendable, CaseIterable {
  /// Visa.
  case visa = "VISA"
  /// Mastercard.
  case mastercard = "MC"
  /// American Express.
  case amex = "AMEX"
  /// Discover.
  case discover = "DISCOVER"

  /// The issuer whose numbers have this prefix and length; `nil` if there is none.
  public init?(digits: String) {
    func begins(_ range: ClosedRange<Int>) -> Bool {
      Int(digits.prefix(String(range.lowerBound).count)).map(range.contains) ?? false
    }
    switch digits.utf8.count {
    case 13 where begins(4...4), 16 where begins(4...4), 19 where begins(4...4):
      self = .visa
    case 15 where begins(34...34) || begins(37...37):
      self = .amex
    case 16 where begins(51...55) || begins(2221...2720):
      self = .mastercard
    case 16...19 where begins(6011...6011) || begins(644...649) || begins(65...65):
      self = .discover
    default:
      return nil
    }
  }

  /// How many digits the security code has.
  public var codeLength: Int { self == .amex ? 4 : 3 }
}
