/// Writes parts one after the other, each preceded by its length; parts that do not fit are only measured.
///
/// Long content is not copied: only its length is written, and the content itself is held.
struct PartPacker {
  private let memory: UnsafeMutableRawPointer?
  private let room: Int
  /// How many bytes the parts take so far.
  private(set) var count = 0
  /// The long content among the parts, in order.
  private(set) var held: [[UInt8]] = []

  /// Added to the length of content that is held.
  static let mark: UInt64 = 1 << 63
  /// Content of at least so many bytes is held; shorter content is cheaper to copy than to free one day.
  static let leastHeld = 4096
  /// How many bytes a number, and therefore a length, takes.
  static let frame = 8

  init(_ memory: UnsafeMutableRawBufferPointer) {
    self.memory = memory.baseAddress
    room = memory.count
  }

  /// Whether everything fitted.
  var isComplete: Bool { count <= room }

  /// Writes several numbers, without their length.
  mutating func append<Numbers: BitwiseCopyable>(numbers: Numbers) {
    if let place = reserve(MemoryLayout<Numbers>.size) { place.storeBytes(of: numbers, as: Numbers.self) }
  }

  /// Writes a number.
  mutating func append(_ number: UInt64) {
    if let place = reserve(Self.frame) { place.storeBytes(of: number, as: UInt64.self) }
  }

  /// Writes a text.
  mutating func append(_ text: String) {
    // Lent, where withUTF8 would ask for a copy that may be changed.
    let lent: Void? = text.utf8.withContiguousStorageIfAvailable { append(UnsafeRawBufferPointer($0)) }
    if lent == nil { append(Array(text.utf8)) }
  }

  /// Writes bytes.
  mutating func append(_ content: [UInt8]) {
    guard content.count < Self.leastHeld else {
      append(UInt64(content.count) | Self.mark)
      return held.append(content)
    }
    content.withUnsafeBytes { append($0) }
  }

  @inline(__always)
  private mutating func append(_ part: UnsafeRawBufferPointer) {
    guard let place = reserve(Self.frame + part.count) else { return }
    place.storeBytes(of: UInt64(part.count), as: UInt64.self)
    if let first = part.baseAddress { (place + Self.frame).copyMemory(from: first, byteCount: part.count) }
  }

  /// Where so many bytes go, and counts them; `nil` if they do not fit.
  @inline(__always)
  private mutating func reserve(_ bytes: Int) -> UnsafeMutableRawPointer? {
    let start = count
    count += bytes
    return count <= room ? memory.map { $0 + start } : nil
  }
}
