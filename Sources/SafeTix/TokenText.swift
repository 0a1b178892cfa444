import Determinism

/// The JSON of a token as it is being written, in a buffer lent by the caller.
struct TokenText {
  private let memory: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  /// Room for everything but the barcode: the longest form has 201 bytes.
  static let longestFrame = 208

  init(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    self.memory = UnsafeMutableRawBufferPointer(memory)
  }

  /// The bytes written so far.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeRawBufferPointer(rebasing: memory[..<count]).assumingMemoryBound(to: UInt8.self)
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: UnsafeRawBufferPointer(text))
    count += text.count
  }

  /// Appends a key of twenty bytes as 40 digits; as a UUID, only its first sixteen bytes, with hyphens.
  mutating func appendKey(_ source: inout SeededSource, asUUID: Bool) {
    let (first, second) = (source.next(), source.next())
    if asUUID {
      append(digits: 8, of: first)
      append("-")
      append(digits: 4, of: first << 32)
      append("-")
      append(digits: 4, of: first << 48)
      append("-")
      append(digits: 4, of: second)
      append("-")
      append(digits: 8, of: second << 16)
      append(digits: 4, of: second << 48)
    } else {
      append(digits: 8, of: first)
      append(digits: 8, of: first << 32)
      append(digits: 8, of: second)
      append(digits: 8, of: second << 32)
      append(digits: 8, of: source.next())
    }
  }

  /// Appends `t`: base64 of 0x04, nineteen zeros and twenty-eight bytes of the source.
  mutating func appendRawToken(_ source: inout SeededSource) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 52) { bytes in
      bytes.initialize(repeating: 0)
      bytes[0] = 0x04
      let raw = UnsafeMutableRawBufferPointer(bytes)
      for offset in stride(from: 20, to: 52, by: 8) {
        raw.storeBytes(of: source.next().bigEndian, toByteOffset: offset, as: UInt64.self)
      }
      Base64.encode(
        UnsafeBufferPointer(rebasing: bytes[..<48]),
        into: UnsafeMutableRawBufferPointer(rebasing: memory[count..<(count + 64)]).assumingMemoryBound(to: UInt8.self))
    }
    count += 64
  }

  /// Appends up to eight hexadecimal digits, from a word's most significant bits.
  ///
  /// It always writes eight, so the buffer must have room for them.
  @inline(__always)
  private mutating func append(digits: Int, of word: UInt64) {
    memory.storeBytes(of: HexadecimalDigits.eight(of: word).bigEndian, toByteOffset: count, as: UInt64.self)
    count += digits
  }
}
