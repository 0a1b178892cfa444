import Determinism

/// The JSON of a token while it is written, in memory lent by the caller.
struct TokenText {
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  /// Room for everything but the barcode: the longest form has 201 bytes.
  static let longestFrame = 208

  init(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    self.memory = memory
  }

  /// What has been written.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: memory[..<count]) }

  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    _ = UnsafeMutableBufferPointer(rebasing: memory[count...]).update(from: text)
    count += text.count
  }

  /// Appends a key of twenty bytes as 40 digits; as a UUID its first sixteen with hyphens.
  mutating func appendKey(_ source: inout SeededSource, asUUID: Bool) {
    var word: UInt64 = 0
    var nibbles = 0
    for place in 0..<(asUUID ? 36 : 40) {
      if asUUID, Hexadecimal.isHyphen(place) {
        memory[count] = UInt8(ascii: "-")
      } else {
        if nibbles % 16 == 0 { word = source.next() }
        memory[count] = Hexadecimal.digit(word >> 60)
        word <<= 4
        nibbles += 1
      }
      count += 1
    }
  }

  /// Appends `t`: base64 of 0x04, nineteen zeros and twenty-eight bytes of the source.
  mutating func appendRawToken(_ source: inout SeededSource) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { bytes in
      bytes.initialize(repeating: 0)
      bytes[0] = 0x04
      var word: UInt64 = 0
      for place in 0..<28 {
        if place % 8 == 0 { word = source.next() }
        bytes[20 + place] = UInt8(truncatingIfNeeded: word >> 56)
        word <<= 8
      }
      Base64.encode(UnsafeBufferPointer(bytes), into: UnsafeMutableBufferPointer(rebasing: memory[count...]))
    }
    count += 64
  }
}
