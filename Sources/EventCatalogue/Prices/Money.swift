/// An exact amount of money in hundredths of its currency's unit.
///
/// The currency is known from the context (an event has one currency). Arithmetic is integral, so totals always add up;
/// sums stay far below the limits of `Int64` because prices are bounded when a catalogue is read.
public struct Money: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The amount in hundredths: 5700 is 57.00.
  public var hundredths: Int64

  /// Makes an amount from hundredths of the currency's unit.
  public init(hundredths: Int64) {
    self.hundredths = hundredths
  }

  /// No money.
  public static let zero = Money(hundredths: 0)

  /// Reads a decimal number written as text, such as `57`, `57.0`, `57.00` or `-0.5`.
  ///
  /// - Returns: `nil` unless the text is a plain decimal number (no exponent, no blanks) with at most twelve digits
  ///   before the point and only zeros after the second decimal.
  public init?(decimal text: String) {
    var digits = text.utf8[...]
    let negative = digits.first == UInt8(ascii: "-")
    if negative { digits = digits.dropFirst() }
    var whole: Int64 = 0
    var wholeDigits = 0
    while let byte = digits.first, let digit = Self.digit(byte) {
      whole = whole * 10 + digit
      wholeDigits += 1
      guard wholeDigits <= 12 else { return nil }
      digits = digits.dropFirst()
    }
    guard wholeDigits > 0 else { return nil }
    var fraction: Int64 = 0
    if digits.first == UInt8(ascii: ".") {
      digits = digits.dropFirst()
      guard !digits.isEmpty else { return nil }
      for (place, byte) in digits.enumerated() {
        guard let digit = Self.digit(byte) else { return nil }
        switch place {
        case 0: fraction += digit * 10
        case 1: fraction += digit
        default: guard digit == 0 else { return nil }
        }
      }
    } else if !digits.isEmpty {
      return nil
    }
    let amount = whole * 100 + fraction
    hundredths = negative ? -amount : amount
  }

  private static func digit(_ byte: UInt8) -> Int64? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int64(byte - UInt8(ascii: "0")) : nil
  }

  /// The amount with two decimals, such as `57.00`.
  public var description: String {
    let magnitude = hundredths.magnitude
    let cents = magnitude % 100
    return "\(hundredths < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// Orders amounts by value.
  public static func < (left: Money, right: Money) -> Bool { left.hundredths < right.hundredths }

  /// The sum of two amounts.
  public static func + (left: Money, right: Money) -> Money {
    Money(hundredths: left.hundredths + right.hundredths)
  }

  /// The difference of two amounts.
  public static func - (left: Money, right: Money) -> Money {
    Money(hundredths: left.hundredths - right.hundredths)
  }

  /// An amount times a count.
  public static func * (amount: Money, count: Int) -> Money {
    Money(hundredths: amount.hundredths * Int64(count))
  }

  /// Adds an amount.
  public static func += (left: inout Money, right: Money) {
    left.hundredths += right.hundredths
  }
}
