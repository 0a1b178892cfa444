import Glibc

/// Search for bytes. The answers' form is known, so nothing is parsed that is not needed.
extension UnsafeRawBufferPointer {
  /// The index behind the first occurrence of a text of at least four bytes.
  func index(after text: StaticString) -> Int? {
    guard let baseAddress, count >= text.utf8CodeUnitCount else { return nil }
    // Swift's Glibc module does not show memmem(3). Four bytes at once are seldom equal by chance.
    let start = UnsafeRawPointer(text.utf8Start).loadUnaligned(as: UInt32.self)
    for place in 0...(count - text.utf8CodeUnitCount) {
      let candidate = baseAddress + place
      if candidate.loadUnaligned(as: UInt32.self) == start,
        memcmp(candidate, text.utf8Start, text.utf8CodeUnitCount) == 0
      {
        return place + text.utf8CodeUnitCount
      }
    }
    return nil
  }

  /// The bytes behind the first occurrence of a text.
  func rest(after text: StaticString) -> UnsafeRawBufferPointer? {
    index(after: text).map { UnsafeRawBufferPointer(rebasing: self[$0...]) }
  }

  /// The bytes between the first occurrence of a text and the next quote, or another byte that ends it.
  func value(after text: StaticString, to end: Unicode.Scalar = "\"") -> UnsafeRawBufferPointer? {
    guard let rest = rest(after: text), let start = rest.baseAddress,
      let found = memchr(start, Int32(end.value), rest.count)
    else { return nil }
    return UnsafeRawBufferPointer(start: start, count: UnsafeRawPointer(found) - start)
  }

  /// Whether it begins with a text in lower case, whatever its own case.
  func hasPrefix(_ text: StaticString) -> Bool {
    guard let baseAddress, count >= text.utf8CodeUnitCount else { return false }
    let start = baseAddress.assumingMemoryBound(to: CChar.self)
    return text.utf8Start.withMemoryRebound(to: CChar.self, capacity: text.utf8CodeUnitCount) {
      strncasecmp(start, $0, text.utf8CodeUnitCount) == 0
    }
  }
}
