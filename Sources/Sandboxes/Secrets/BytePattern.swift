/// A byte pattern to search for; several times as fast as the algorithms for arbitrary collections.
struct BytePattern: Sendable {
  /// The bytes to search for.
  let bytes: [UInt8]

  /// Creates a pattern from bytes.
  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// The ranges in a text where the bytes occur, in order.
  ///
  /// Complexity: O(n), unless the text consists of prefixes of the pattern.
  func places(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard let first = bytes.first else { return [] }
    var places: [Range<Int>] = []
    var index = 0
    while index + bytes.count <= text.count {
      if text[index] == first, bytes.indices.allSatisfy({ text[index + $0] == bytes[$0] }) {
        places.append(index..<(index + bytes.count))
        index += bytes.count
      } else {
        index += 1
      }
    }
    return places
  }
}
