/// Looking at eight bytes at a time, which most of a request allows.
extension UnsafeBufferPointer<UInt8> {
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var tops: UInt64 { 0x8080_8080_8080_8080 }

  /// Whether both have the same bytes.
  func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var place = 0
    while place + 8 <= count {
      if word(at: place) != other.word(at: place) { return false }
      place += 8
    }
    while place < count {
      if self[place] != other[place] { return false }
      place += 1
    }
    return true
  }

  /// Whether every byte is printable ASCII or a space.
  var isPrintableASCII: Bool {
    var place = 0
    while place + 8 <= count {
      let word = word(at: place)
      // A borrow reaches the top bit of a byte below the space, a carry that of DEL; other bytes past ASCII have it set.
      if ((word &- Self.ones &* 0x20) | (word &+ Self.ones) | word) & Self.tops != 0 { return false }
      place += 8
    }
    while place < count {
      guard self[place] >= 0x20, self[place] < 0x7F else { return false }
      place += 1
    }
    return true
  }

  /// The first place of a byte, from a place on.
  func firstPlace(of byte: UInt8, from start: Int) -> Int? {
    var place = start
    while place + 8 <= count {
      let difference = word(at: place) ^ (Self.ones &* UInt64(byte))
      // The lowest top bit set is that of the first byte that is zero.
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

  /// Eight bytes, the first in the least significant place.
  private func word(at place: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
