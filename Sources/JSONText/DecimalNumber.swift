/// The exact value of a JSON number: its digits without leading and trailing zeros, and the position of the point.
struct DecimalNumber: Hashable {
  private var isNegative: Bool
  private var digits: [UInt8] = []
  /// The value is 0.DIGITS × 10 to the power of this; 0 for zero.
  private var exponent = 0

  /// Parses a number that the parser has accepted.
  init(_ text: some Collection<UInt8>) {
    isNegative = text.first == UInt8(ascii: "-")
    var isFraction = false
    var point = 0
    var written = 0
    var isExponentNegative = false
    var rest = text[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        // Zeros before the first other digit only shift the point.
        if digits.isEmpty, byte == UInt8(ascii: "0") {
          if isFraction { point -= 1 }
        } else {
          digits.append(byte)
          if !isFraction { point += 1 }
        }
      case UInt8(ascii: "."):
        isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        for byte in rest {
          if byte == UInt8(ascii: "-") { isExponentNegative = true }
          guard byte &- UInt8(ascii: "0") < 10 else { continue }
          // Exponents beyond this bound count as equal: they are only written to break readers.
          written = min(written * 10 + Int(byte &- UInt8(ascii: "0")), 1 << 50)
        }
        rest = rest[rest.endIndex...]
      default:
        break
      }
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty {
      isNegative = false
    } else {
      exponent = point + (isExponentNegative ? -written : written)
    }
  }
}
