/// Writes parts one after the other, each preceded by its length; parts that do not fit are only measured.
struct PartPacker {
  private let memory: UnsafeMutableRawBufferPointer
  /// How many bytes the parts take so far.
  private(set) var count = 0

  /// The length that represents a missing text.
  static let absent = UInt64.max
  /// How many bytes a number, and therefore a length, takes.
  static let frame = 8

  init(_ memory: UnsafeMutableRawBufferPointer) {
    self.memory = memory
  }

  /// Whether everything fitted.
  var isComplete: Bool { count <= memory.count }

  /// Writes a number.
  mutating func append(_ number: UInt64) {
    if count + Self.frame <= memory.count { memory.storeBytes(of: number, toByteOffset: count, as: UInt64.self) }
    count += Self.frame
  }

  /// Writes a text, or records that there is none.
  mutating func append(_ text: String?) {
    guard var text else { return append(Self.absent) }
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Writes bytes.
  mutating func append(_ content: [UInt8]) {
    content.withUnsafeBytes { append($0) }
  }

  private mutating func append(_ part: UnsafeRawBufferPointer) {
    append(UInt64(part.count))
    if count + part.count <= memory.count {
      UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: part)
    }
    count += part.count
  }
}
