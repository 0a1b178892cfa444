/// The two parts of a card that clients encrypt.
public enum CardField: String, Sendable, Hashable {
  /// The number.
  case number
  /// The security code.
  case securityCode = "cin"

  /// How many digits the field may have.
  public var digitCount: ClosedRange<Int> { self == .number ? 13...19 : 3...4 }
}
