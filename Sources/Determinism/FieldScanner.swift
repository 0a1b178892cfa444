/// Reads fixed-width and variable-width fields of ISO 8601 texts from left to right.
struct FieldScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: some StringProtocol) {
    rest = ArraySlice(text.utf8)
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { rest.isEmpty }

  /// The next byte, without consuming it.
  var next: UInt8? { rest.first }

  /// Consumes the next byte if it is the given ASCII character.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// Reads exactly this many decimal digits.
  mutating func number(digits count: Int) -> Int? {
    guard rest.count >= count else { return nil }
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// Reads one decimal digit, or nothing if there is none.
  mutating func digit() -> Int? {
    guard let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    rest.removeFirst()
    return Int(byte - UInt8(ascii: "0"))
  }
}
