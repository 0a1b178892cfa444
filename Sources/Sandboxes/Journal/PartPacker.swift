/// Writes parts one after the other; parts that do not fit are only measured.
///
/// How long they are is for whoever packs to write as well: see ``PartLength``. Long content is not copied, but held.
struct PartPacker {
  private let memory: UnsafeMutableRawPointer?
  private let room: Int
  /// How many bytes the parts take so far.
  private(set) var count = 0
  /// The long content among the parts, in order.
  private(set) var held: [[UInt8]] = []

  init(_ memory: UnsafeMutableRawBufferPointer) {
    self.memory = memory.baseAddress
    room = memory.count
  }

  /// Whether everything fitted.
  var isComplete: Bool { count <= room }

  /// Writes several numbers.
  @inline(__always)
  mutating func append<Numbers: BitwiseCopyable>(numbers: Numbers) {
    if let place = reserve(MemoryLayout<Numbers>.size) { place.storeBytes(of: numbers, as: Numbers.self) }
  }

  /// Writes a text.
  @inline(__always)
  mutating func append(_ text: String) {
    // Lent, where withUTF8 would ask for a copy that may be changed.
    let lent: Void? = text.utf8.withContiguousStorageIfAvailable { copy(UnsafeRawBufferPointer($0)) }
    if lent == nil { Array(text.utf8).withUnsafeBytes { copy($0) } }
  }

  /// Writes bytes.
  @inline(__always)
  mutating func append(_ content: [UInt8]) {
    if content.count < PartLength.leastHeld { content.withUnsafeBytes { copy($0) } } else { held.append(content) }
  }

  @inline(__always)
  private mutating func copy(_ part: UnsafeRawBufferPointer) {
    if let place = reserve(part.count), let first = part.baseAddress {
      place.copyMemory(from: first, byteCount: part.count)
    }
  }

  /// Where so many bytes go, and counts them; `nil` if they do not fit.
  @inline(__always)
  private mutating func reserve(_ bytes: Int) -> UnsafeMutableRawPointer? {
    let start = count
    count += bytes
    return count <= room ? memory.map { $0 + start } : nil
  }
}
