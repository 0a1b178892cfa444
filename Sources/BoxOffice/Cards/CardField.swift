/// The two parts of a card that come encrypted.
public enum CardField: String, Sendable, Hashable {
  /// The number.
  case number
  /// The security code.
  case securityCode = "cin"

  /// How many digits it may have.
  public var digitCount: ClosedRange<Int> { self == .number ? 13...19 : 3...4 }
}
