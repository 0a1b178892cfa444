extension JSONWriter {
  /// Makes sure that this many more bytes fit.
  @inline(__always)
  mutating func makeRoom(_ count: Int) {
    if memory.capacity - length < count { grow(by: count) }
  }

  @inline(never)
  private mutating func grow(by count: Int) {
    memory.grow(to: length + count, keeping: length)
  }

  /// All of the memory.
  private var room: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: memory.start, count: memory.capacity)
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    memory.start.storeBytes(of: byte, toByteOffset: length, as: UInt8.self)
    length += 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    makeRoom(bytes.count)
    (memory.start + length).copyMemory(from: first, byteCount: bytes.count)
    length += bytes.count
  }

  /// Copies the text of a value without the whitespace between its parts.
  mutating func appendWithoutWhitespace(_ text: UnsafeBufferPointer<UInt8>) {
    makeRoom(text.count)
    var isInString = false
    var isEscaped = false
    for byte in text {
      if isInString {
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else {
        guard byte > 0x20 else { continue }
        isInString = byte == UInt8(ascii: "\"")
      }
      append(byte)
    }
  }

  mutating func append(_ word: StaticString) {
    append(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  mutating func appendDigits(_ value: UInt64) {
    makeRoom(20)
    length = Self.write(value, to: room, at: length)
  }

  /// Writes an amount of hundredths with two decimals.
  mutating func appendDecimal(hundredths: Int64) {
    makeRoom(22)
    let (whole, fraction) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if hundredths < 0 { append(UInt8(ascii: "-")) }
    length = Self.write(whole, to: room, at: length)
    append(UInt8(ascii: "."))
    length = Self.write(fraction, to: room, at: length, digits: 2)
  }

  /// Writes the digits of a number at a place, with zeros before them if there have to be more; returns the place after
  /// them.
  @inline(__always)
  private static func write(
    _ value: UInt64, to storage: UnsafeMutableRawBufferPointer, at start: Int, digits least: Int = 1
  ) -> Int {
    var digits = 1
    var rest = value
    while rest >= 10 { (rest, digits) = (rest / 10, digits + 1) }
    let end = start + max(digits, least)
    rest = value
    for place in (start..<end).reversed() {
      storage[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return end
  }

  /// Writes UTF-8 in quotation marks, with the escapes it needs.
  mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    makeRoom(text.count + 2)
    let plain = Self.plainPrefix(of: text)
    append(UInt8(ascii: "\""))
    append(UnsafeBufferPointer(rebasing: text[..<plain]))
    if plain < text.count { appendEscaped(UnsafeBufferPointer(rebasing: text[plain...])) }
    append(UInt8(ascii: "\""))
  }

  /// The number of leading bytes that need no escape.
  @inline(__always)
  private static func plainPrefix(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let bytes = UnsafeRawBufferPointer(text)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = 0
    while place + 8 <= bytes.count {
      // The same test as in the parser, except for non-ASCII bytes.
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let found =
        ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- (ones &* 0x20)) & ~word)
        & 0x8080_8080_8080_8080
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < bytes.count, !needsEscape(bytes[place]) { place += 1 }
    return place
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    let hex: StaticString = "0123456789abcdef"
    makeRoom(text.count * 6)
    for byte in text {
      if Self.needsEscape(byte) { append(UInt8(ascii: "\\")) }
      guard byte < 0x20 else {
        append(byte)
        continue
      }
      switch byte {
      case 0x09: append(UInt8(ascii: "t"))
      case 0x0A: append(UInt8(ascii: "n"))
      case 0x0D: append(UInt8(ascii: "r"))
      default:
        append("u00")
        append(hex.utf8Start[Int(byte >> 4)])
        append(hex.utf8Start[Int(byte & 0xF)])
      }
    }
  }
}
