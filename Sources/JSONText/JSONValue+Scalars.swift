extension JSONValue {
  /// The text of a string; `nil` for other kinds.
  public var string: String? {
    let entry = entry
    return entry.tag == TapeEntry.Tag.string ? tape.string(entry) : nil
  }

  /// Whether the value is a string with this text.
  ///
  /// Allocates nothing unless the string has escapes.
  public func stringEquals(_ text: StaticString) -> Bool {
    let entry = entry
    return entry.tag == TapeEntry.Tag.string && text.withUTF8Buffer { tape.string(entry, equals: $0) }
  }

  /// Whether the value is a string with this text.
  ///
  /// Allocates nothing unless the string has escapes.
  @_disfavoredOverload
  public func stringEquals(_ text: String) -> Bool {
    let entry = entry
    var text = text
    return entry.tag == TapeEntry.Tag.string && text.withUTF8 { tape.string(entry, equals: $0) }
  }

  /// Passes the UTF-8 of a string, with escapes resolved, to the closure.
  ///
  /// - Returns: What the closure returns; `nil` for other kinds.
  public func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    let entry = entry
    guard entry.tag == TapeEntry.Tag.string else { return nil }
    if entry.isEscaped {
      return EscapedText.decode(tape.contents(entry)).withUnsafeBufferPointer(body)
    }
    return tape.contents(entry).withUnsafeBufferPointer(body)
  }

  /// The value of a boolean; `nil` for other kinds.
  public var bool: Bool? {
    switch entry.tag {
    case TapeEntry.Tag.true: true
    case TapeEntry.Tag.false: false
    default: nil
    }
  }

  /// The text of a number, as written; `nil` for other kinds.
  public var numberText: String? {
    entry.tag == TapeEntry.Tag.number ? text : nil
  }

  /// Whether the value is a number with neither fraction nor exponent, of any size.
  public var isWholeNumber: Bool { entry.isWhole }

  /// A number written without fraction and exponent that fits `Int64`; otherwise `nil`, even for `1.0` and `1e2`.
  public var integer: Int64? {
    let entry = entry
    guard entry.isWhole else { return nil }
    var digits = tape.bytes[entry.start..<entry.stop]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    var value: Int64 = 0
    for digit in digits {
      // Negative throughout, because the smallest integer has no positive counterpart.
      let (product, productOverflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = product.subtractingReportingOverflow(Int64(digit &- UInt8(ascii: "0")))
      guard !productOverflow, !overflow else { return nil }
      value = sum
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }

  /// The `Double` nearest to a number; `nil` for other kinds, and for numbers that are too large.
  public var double: Double? {
    guard let text = numberText, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
