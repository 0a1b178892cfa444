/// A block of a journal's memory: exchanges one after the other, each preceded by its length.
struct JournalPage {
  private var memory: [UInt8]
  private var start = 0
  private var end = 0
  /// The number of exchanges.
  private(set) var count = 0

  /// How many bytes an exchange takes in addition to its own.
  static let overhead = MemoryLayout<UInt32>.size

  /// Creates an empty page of this many bytes.
  init(capacity: Int) {
    memory = Array(repeating: 0, count: capacity)
  }

  /// The size of the page in bytes.
  var capacity: Int { memory.count }

  /// Stores an exchange if there is room after the others; returns whether there was.
  mutating func append(_ pack: (inout PartPacker) -> Void) -> Bool {
    let first = end + Self.overhead
    guard first <= memory.count else { return false }
    let size: Int? = memory.withUnsafeMutableBytes { memory in
      var packer = PartPacker(UnsafeMutableRawBufferPointer(rebasing: memory[first...]))
      pack(&packer)
      guard packer.isComplete else { return nil }
      memory.storeBytes(of: UInt32(packer.count), toByteOffset: end, as: UInt32.self)
      return packer.count
    }
    guard let size else { return false }
    end = first + size
    count += 1
    return true
  }

  /// Forgets the oldest exchange; there must be one.
  mutating func removeFirst() {
    start = place(at: start).upperBound
    count -= 1
  }

  /// Forgets all exchanges.
  mutating func removeAll() {
    (start, end, count) = (0, 0, 0)
  }

  /// The exchanges as packed, oldest first.
  var contents: [[UInt8]] { places.map { Array(memory[$0]) } }

  /// The numbers of the requests.
  var numbers: [UInt64] { places.map(number) }

  /// The packed exchange of a request.
  func packed(_ number: UInt64) -> [UInt8]? {
    places.first { self.number(at: $0) == number }.map { Array(memory[$0]) }
  }

  private func number(at place: Range<Int>) -> UInt64 {
    memory.withUnsafeBytes { PackedExchange.number(UnsafeRawBufferPointer(rebasing: $0[place])) }
  }

  private var places: some Sequence<Range<Int>> {
    sequence(state: (position: start, rest: count)) { state -> Range<Int>? in
      guard state.rest > 0 else { return nil }
      let place = place(at: state.position)
      state = (place.upperBound, state.rest - 1)
      return place
    }
  }

  /// A page with as many of the newest exchanges as fit into this many bytes, and no larger than they are.
  func cut(to capacity: Int) -> JournalPage {
    var rest = self
    while rest.count > 0, rest.end - rest.start > capacity { rest.removeFirst() }
    rest.memory = Array(memory[rest.start..<rest.end])
    (rest.start, rest.end) = (0, rest.memory.count)
    return rest
  }

  private func place(at position: Int) -> Range<Int> {
    let size = memory.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt32.self) }
    return position + Self.overhead..<position + Self.overhead + Int(size)
  }
}
