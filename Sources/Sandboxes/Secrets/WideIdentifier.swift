/// Common identifiers with so many digits that some of them would pass for card numbers.
///
/// UUIDs, and digests of 32, 40 or 64 hexadecimal digits, for example cart ids, wallet tokens and trace ids.
enum WideIdentifier {
  private static let hyphens: Set<Int> = [8, 13, 18, 23]
  private static let uuidLength = 36
  private static let digestLengths: Set<Int> = [32, 40, 64]
  private static let longestDigest = 64

  /// Whether the digits at a place in a text are part of such an identifier.
  static func holds(_ place: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    isInDigest(place, text) || isInUUID(place, text)
  }

  private static func isInDigest(_ place: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = place.lowerBound
    var end = place.upperBound
    while start > 0, isWordByte(text[start - 1]), end - start <= longestDigest { start -= 1 }
    while end < text.count, isWordByte(text[end]), end - start <= longestDigest { end += 1 }
    return digestLengths.contains(end - start) && text[start..<end].allSatisfy(isHexadecimal)
  }

  private static func isInUUID(_ place: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = max(0, place.upperBound - uuidLength)
    let last = min(place.lowerBound, text.count - uuidLength)
    guard first <= last else { return false }
    return (first...last).contains { start in
      let end = start + uuidLength
      if start > 0, isWordByte(text[start - 1]) { return false }
      if end < text.count, isWordByte(text[end]) { return false }
      return (0..<uuidLength).allSatisfy { offset in
        let byte = text[start + offset]
        return hyphens.contains(offset) ? byte == UInt8(ascii: "-") : isHexadecimal(byte)
      }
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}
