import HTTPWire

/// Writes parts one after the other; parts that do not fit are only measured.
///
/// How long they are is for whoever packs to write as well: see ``PartLength``. Long content is not copied, but held, and
/// a request that comes again and again may be left out: see ``RequestSamples``.
///
/// Not copyable: a copy would take longer than packing.
struct PartPacker: ~Copyable {
  private let memory: UnsafeMutableRawPointer?
  private let room: Int
  /// How many bytes the parts take so far.
  private(set) var count = 0
  /// The long content among the parts, in order.
  private(set) var held: [[UInt8]] = []
  /// The requests that need not be packed.
  private(set) var samples: RequestSamples
  private let mayAddSamples: Bool
  /// How many bytes are kept that are not written: long content, and new samples.
  private(set) var weightKept = 0

  /// Creates a packer.
  ///
  /// - Parameters:
  ///   - samples: those of the exchanges before this one.
  ///   - mayAddSamples: whether there may be a new one.
  init(
    _ memory: UnsafeMutableRawBufferPointer, _ samples: consuming RequestSamples = RequestSamples(),
    mayAddSamples: Bool = false
  ) {
    self.mayAddSamples = mayAddSamples
    self.memory = memory.baseAddress
    room = memory.count
    self.samples = samples
  }

  /// The number of the sample that a request is, if it is one; it is only read.
  mutating func sample(_ request: inout Request) -> Int? {
    let before = samples.weight
    defer { weightKept += samples.weight - before }
    return samples.number(of: &request, mayGrow: mayAddSamples)
  }

  /// Gives back the samples, with any that are new.
  consuming func finish() -> RequestSamples { samples }

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
    if content.count < PartLength.leastHeld { content.withUnsafeBytes { copy($0) } } else { hold(content) }
  }

  private mutating func hold(_ content: [UInt8]) {
    held.append(content)
    weightKept += content.capacity
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
