extension TapeParser {
  /// Reads `true`, `false` or `null`.
  mutating func literal(_ word: StaticString, _ tag: UInt32, at start: Int) throws(Halt) -> Int {
    let length = word.utf8CodeUnitCount
    for letter in 0..<length {
      guard start + letter < count else { throw halt(.unexpectedEnd(expected: .value), at: count) }
      guard bytes[start + letter] == word.utf8Start[letter] else {
        throw halt(.unexpectedByte(bytes[start + letter], expected: .value), at: start + letter)
      }
    }
    try appendScalar(tag, from: start, to: start + length)
    return start + length
  }

  /// Reads a number (RFC 8259 section 6).
  mutating func number(at start: Int) throws(Halt) -> Int {
    var place = start
    if bytes[place] == UInt8(ascii: "-") {
      place += 1
      try expectDigit(at: place)
    } else if !isDigit(at: place) {
      throw halt(.unexpectedByte(bytes[place], expected: .value), at: place)
    }
    if bytes[place] == UInt8(ascii: "0") {
      place += 1
      if isDigit(at: place) { throw halt(.leadingZero, at: place - 1) }
    } else {
      place = skipDigits(from: place)
    }
    var info = TapeEntry.Tag.number | TapeEntry.whole
    if place < count, bytes[place] == UInt8(ascii: ".") {
      info = TapeEntry.Tag.number
      try expectDigit(at: place + 1)
      place = skipDigits(from: place + 1)
    }
    if place < count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      info = TapeEntry.Tag.number
      place += 1
      if place < count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") { place += 1 }
      try expectDigit(at: place)
      place = skipDigits(from: place)
    }
    try appendScalar(info, from: start, to: place)
    return place
  }

  /// Reads a string with its quotation marks, and returns where it ends.
  @inline(__always)
  mutating func string(at start: Int) throws(Halt) -> Int {
    let place = skipPlain(from: start + 1)
    guard place < count, bytes[place] == UInt8(ascii: "\"") else { return try careful(at: start, from: place) }
    try appendScalar(TapeEntry.Tag.string, from: start, to: place + 1)
    return place + 1
  }

  /// Reads the rest of a string that is not just plain ASCII.
  private mutating func careful(at start: Int, from first: Int) throws(Halt) -> Int {
    var place = first
    var info = TapeEntry.Tag.string
    while true {
      guard place < count else { throw halt(.unexpectedEnd(expected: .quotationMark), at: count) }
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        place += 1
        try appendScalar(info, from: start, to: place)
        return place
      }
      if byte == UInt8(ascii: "\\") {
        info |= TapeEntry.escaped
        place = try escape(at: place)
      } else if byte < 0x20 {
        throw halt(.controlCharacter(byte), at: place)
      } else {
        let length = scalarLength(at: place)
        guard length > 0 else { throw halt(.invalidUTF8, at: place) }
        place += length
      }
      place = skipPlain(from: place)
    }
  }

  /// Skips characters that need no special handling: ASCII except control characters, quotation marks and backslashes.
  @inline(__always)
  private func skipPlain(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var place = start
    while count &- place >= 8 {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self))
      // Eight bytes at once: a borrow sets the top bit of a byte that is zero, or below the space. Borrows that
      // propagate affect only bytes after the first one found.
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let found =
        ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- (ones &* 0x20)) & ~word | word) & tops
      if found != 0 { return place &+ found.trailingZeroBitCount >> 3 }
      place &+= 8
    }
    while place < count {
      let byte = bytes[place]
      guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else { break }
      place += 1
    }
    return place
  }

  /// Reads one escape, or both escapes of a surrogate pair.
  private mutating func escape(at start: Int) throws(Halt) -> Int {
    guard start + 1 < count else { throw halt(.unexpectedEnd(expected: .quotationMark), at: count) }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      let first = try codeUnit(at: start + 2, escape: start)
      if (0xDC00...0xDFFF).contains(first) { throw halt(.loneSurrogate, at: start) }
      guard (0xD800...0xDBFF).contains(first) else { return start + 6 }
      guard start + 7 < count, bytes[start + 6] == UInt8(ascii: "\\"), bytes[start + 7] == UInt8(ascii: "u") else {
        throw halt(.loneSurrogate, at: start)
      }
      let second = try codeUnit(at: start + 8, escape: start + 6)
      guard (0xDC00...0xDFFF).contains(second) else { throw halt(.loneSurrogate, at: start) }
      return start + 12
    default:
      throw halt(.invalidEscape, at: start)
    }
  }

  private mutating func codeUnit(at start: Int, escape: Int) throws(Halt) -> UInt32 {
    var code: UInt32 = 0
    for place in start..<(start + 4) {
      guard place < count else { throw halt(.unexpectedEnd(expected: .quotationMark), at: count) }
      guard let digit = EscapedText.hexValue(bytes[place]) else { throw halt(.invalidEscape, at: escape) }
      code = code << 4 | digit
    }
    return code
  }

  /// The length of the well-formed UTF-8 sequence of two to four bytes that begins here; 0 if there is none.
  ///
  /// The bounds are those of Unicode's table 3-7: no overlong forms, no surrogates, nothing beyond U+10FFFF.
  private func scalarLength(at place: Int) -> Int {
    let lead = bytes[place]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    guard count - place >= length, second.contains(bytes[place + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[place + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  private func isDigit(at place: Int) -> Bool {
    place < count && bytes[place] &- UInt8(ascii: "0") < 10
  }

  private mutating func expectDigit(at place: Int) throws(Halt) {
    guard place < count else { throw halt(.unexpectedEnd(expected: .digit), at: count) }
    guard isDigit(at: place) else { throw halt(.unexpectedByte(bytes[place], expected: .digit), at: place) }
  }

  private func skipDigits(from start: Int) -> Int {
    var place = start
    while isDigit(at: place) { place += 1 }
    return place
  }
}
