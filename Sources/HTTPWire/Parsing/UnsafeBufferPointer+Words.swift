/// Examining eight bytes at a time, which works for most of a request.
extension UnsafeBufferPointer<UInt8> {
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var tops: UInt64 { 0x8080_8080_8080_8080 }

  /// Whether both buffers hold the same bytes.
  func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var place = 0
    // Four words at a time, for most that is compared at any length is the same.
    while place + 32 <= count {
      let (first, second) = (difference(from: other, at: place), difference(from: other, at: place + 8))
      let (third, fourth) = (difference(from: other, at: place + 16), difference(from: other, at: place + 24))
      if first | second | third | fourth != 0 { return false }
      place += 32
    }
    while place + 8 <= count {
      if difference(from: other, at: place) != 0 { return false }
      place += 8
    }
    while place < count {
      if self[place] != other[place] { return false }
      place += 1
    }
    return true
  }

  /// Whether the bytes are those of a text.
  func isSame(as text: StaticString) -> Bool { text.withUTF8Buffer { hasSameBytes(as: $0) } }

  /// Whether the bytes are those of another with its ASCII letters in lower case.
  func isLowered(_ lower: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == lower.count else { return false }
    var place = 0
    while place + 8 <= count {
      let word = word(at: place)
      // The top bit of a sum is set from the letter on that was subtracted from 128; bytes past ASCII have no case.
      let seven = word & ~Self.tops
      let isCapital = (seven &+ Self.ones &* (128 - 0x41)) & ~(seven &+ Self.ones &* (128 - 0x5B)) & ~word & Self.tops
      if word | isCapital &>> 2 != lower.word(at: place) { return false }
      place += 8
    }
    while place < count {
      let byte = self[place]
      if byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 != lower[place] : byte != lower[place] { return false }
      place += 1
    }
    return true
  }

  /// Whether every byte is printable ASCII or a space.
  var isPrintableASCII: Bool {
    var place = 0
    while place + 8 <= count {
      let word = word(at: place)
      // A borrow sets the top bit of a byte below the space, and a carry that of DEL; non-ASCII bytes have it set
      // already.
      if ((word &- Self.ones &* 0x20) | (word &+ Self.ones) | word) & Self.tops != 0 { return false }
      place += 8
    }
    while place < count {
      guard self[place] >= 0x20, self[place] < 0x7F else { return false }
      place += 1
    }
    return true
  }

  /// The first position of a byte at or after `start`.
  func firstPlace(of byte: UInt8, from start: Int) -> Int? {
    var place = start
    while place + 8 <= count {
      let difference = word(at: place) ^ (Self.ones &* UInt64(byte))
      // The lowest top bit that is set belongs to the first byte that is zero.
      let found = (difference &- Self.ones) & ~difference & Self.tops
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < count {
      if self[place] == byte { return place }
      place += 1
    }
    return nil
  }

  /// Where the first empty line ends, if lines end in CRLF.
  var endOfHead: Int? {
    var place = 0
    while let lineFeed = firstPlace(of: .lineFeed, from: place) {
      place = lineFeed + 1
      if place + 2 <= count, self[place] == .carriageReturn, self[place + 1] == .lineFeed { return place + 2 }
    }
    return nil
  }

  /// A number that equal bytes share, and different ones hardly ever; never 0.
  var hash: UInt64 {
    // FNV's prime, applied to words.
    let prime: UInt64 = 0x0000_0100_0000_01B3
    var hash = UInt64(count) &+ 0xCBF2_9CE4_8422_2325
    var place = 0
    while place + 8 <= count {
      hash = (hash ^ word(at: place)) &* prime
      hash ^= hash &>> 29
      place += 8
    }
    while place < count {
      hash = (hash ^ UInt64(self[place])) &* prime
      place += 1
    }
    return (hash ^ hash &>> 32) | 1 << 63
  }

  /// The bits in which eight bytes differ.
  private func difference(from other: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64 {
    word(at: place) ^ other.word(at: place)
  }

  /// Eight bytes as a word, the first in the least significant position.
  private func word(at place: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
