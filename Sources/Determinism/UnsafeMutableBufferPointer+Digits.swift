extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes a number from 0 to 99 as two decimal digits.
  func writePair(_ number: Int, at offset: Int) {
    self[offset] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
    self[offset + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
  }

  /// Writes a number as a fixed count of decimal digits, most significant first.
  func writeDigits(_ number: Int, count: Int, at offset: Int) {
    var rest = number
    for place in stride(from: offset + count - 1, through: offset, by: -1) {
      self[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
