/// Bytes that are looked for in others; several times as quick as the algorithms for any collection.
struct BytePattern: Sendable {
  /// What is looked for.
  let bytes: [UInt8]

  /// Looks for bytes.
  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// Where a text has the bytes, one place behind the other.
  ///
  /// Complexity: O(n), unless the text is made of beginnings of the pattern.
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
