/// Reads the parts of a POSIX `TZ` rule from left to right.
struct ZoneRuleScanner {
  private let text: String
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { place == bytes.count }

  /// The next byte, not consumed.
  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  func failure(_ expected: String) -> ZoneRuleError {
    ZoneRuleError(rule: text, offset: place, expected: expected)
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  /// Skips a name of three or more letters, or of letters, digits and signs between angle brackets.
  mutating func name() throws(ZoneRuleError) {
    let start = place
    let isQuoted = take("<")
    var length = 0
    while let byte = next, Self.isLetter(byte) || isQuoted && (Self.digit(byte) != nil || byte == 0x2b || byte == 0x2d)
    {
      place += 1
      length += 1
    }
    guard !isQuoted || take(">") else { throw failure(">") }
    guard length >= 3 else {
      place = start
      throw failure("a name such as EST or <-03>")
    }
  }

  /// Reads `[+-]h[:mm[:ss]]` in seconds.
  mutating func offset(expecting expected: String, hours limit: Int) throws(ZoneRuleError) -> Int {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    var seconds = try number(in: 0...limit, called: expected) * 3_600
    for unit in [60, 1] {
      guard take(":") else { break }
      seconds += try number(in: 0...59, called: "a number from 0 to 59") * unit
    }
    return isNegative ? -seconds : seconds
  }

  mutating func number(in range: ClosedRange<Int>, called expected: String) throws(ZoneRuleError) -> Int {
    let start = place
    var value = 0
    while let byte = next, let digit = Self.digit(byte), place - start < 4 {
      value = value * 10 + digit
      place += 1
    }
    guard place > start, range.contains(value) else {
      place = start
      throw failure(expected)
    }
    return value
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte) - 0x30 : nil
  }
}
