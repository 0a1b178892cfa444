/// Percent-encoding of RFC 3986 §2.1.
enum PercentEncoding {
  /// Whether each escape of a path is two hexadecimal digits and each decoded segment is UTF-8.
  ///
  /// A slash, like every other ASCII byte, ends any UTF-8 sequence, so checking the decoded whole checks each segment.
  static func isValidPath(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { decoded in
      var count = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == .percent {
          guard let value = escapedByte(in: bytes, at: index) else { return false }
          decoded[count] = value
          index += 3
        } else {
          decoded[count] = byte
          index += 1
        }
        count += 1
      }
      return isUTF8(UnsafeBufferPointer(rebasing: decoded[..<count]))
    }
  }

  /// Decodes one segment of a path that ``isValidPath(_:)`` accepted.
  static func decodedPath(_ segment: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: segment.count) { decoded in
      decode(segment, plusIsSpace: false, into: decoded).count
    }
  }

  /// Decodes a name or a value of a query, in which `+` is a space.
  ///
  /// An invalid escape is left as it is; text that does not decode to UTF-8 is returned undecoded as a whole.
  static func decodedQuery(_ text: UnsafeBufferPointer<UInt8>) -> (text: String, isWellFormed: Bool) {
    guard text.contains(where: { $0 == .percent || $0 == .plus }) else {
      return (String(decoding: text, as: UTF8.self), true)
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { buffer in
      let result = decode(text, plusIsSpace: true, into: buffer)
      let decoded = UnsafeBufferPointer(rebasing: buffer[..<result.count])
      guard let string = String(validating: decoded, as: UTF8.self) else {
        return (String(decoding: text, as: UTF8.self), false)
      }
      return (string, result.isWellFormed)
    }
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, plusIsSpace: Bool, into decoded: UnsafeMutableBufferPointer<UInt8>
  ) -> (count: Int, isWellFormed: Bool) {
    var count = 0
    var index = 0
    var isWellFormed = true
    while index < bytes.count {
      var byte = bytes[index]
      index += 1
      if byte == .percent {
        if let value = escapedByte(in: bytes, at: index - 1) {
          byte = value
          index += 2
        } else {
          isWellFormed = false
        }
      } else if byte == .plus, plusIsSpace {
        byte = .space
      }
      decoded[count] = byte
      count += 1
    }
    return (count, isWellFormed)
  }

  private static func escapedByte(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < bytes.count, let high = bytes[index + 1].hexValue, let low = bytes[index + 2].hexValue else {
      return nil
    }
    return high << 4 | low
  }

  private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
  }
}
