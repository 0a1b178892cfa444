import DequeModule

/// The newest exchanges, in memory that is written round and round: the oldest make room for the newest.
///
/// Nothing is allocated or freed for an exchange once the memory has its size.
struct JournalRing {
  private let entryLimit: Int
  private let memoryLimit: Int
  private var memory: [UInt8] = []
  /// Where each exchange lies, the oldest first.
  private var places: Deque<Range<Int>> = []
  /// How much room the next exchange is given at first: what the latest ones took, but for very large ones.
  private var expectedSize = 0

  /// The most room that is made for an exchange before its size is known.
  private static let expectationLimit = 4096

  /// Up to about so many bytes a ring doubles though nothing is left for it: others then give way.
  static let modestSize = 128 * 1024

  private static let placeWeight = MemoryLayout<Range<Int>>.stride

  /// An empty ring.
  ///
  /// - Parameters:
  ///   - entryLimit: how many exchanges are kept.
  ///   - weightLimit: how many bytes they may take together.
  init(entryLimit: Int, weightLimit: Int) {
    self.entryLimit = entryLimit
    memoryLimit = max(0, weightLimit - entryLimit * Self.placeWeight)
  }

  /// About how many bytes the ring takes.
  var weight: Int { memory.count + places.count * Self.placeWeight }

  /// Keeps an exchange; one that is larger than all the memory there may be is not kept.
  ///
  /// Complexity: amortised O(size).
  ///
  /// - Parameters:
  ///   - spare: by how many bytes the ring may grow beyond ``modestSize``.
  ///   - pack: packs the exchange; called again with enough room if it did not have that at first.
  mutating func append(spare: Int = .max, _ pack: (inout PartPacker) -> Void) {
    var size = min(expectedSize, memoryLimit)
    while size <= memoryLimit {
      let room = makeRoom(size, spare: spare)
      let (used, isComplete) = memory.withUnsafeMutableBytes { memory in
        var packer = PartPacker(UnsafeMutableRawBufferPointer(rebasing: memory[room]))
        pack(&packer)
        return (packer.count, packer.isComplete)
      }
      size = used
      guard isComplete else { continue }
      if places.count == entryLimit { places.removeFirst() }
      places.append(room.lowerBound..<(room.lowerBound + used))
      expectedSize = min(Self.expectationLimit, max(used, expectedSize - expectedSize / 8))
      return
    }
  }

  /// All exchanges as they were packed, the oldest first.
  var contents: [[UInt8]] { places.map { Array(memory[$0]) } }

  /// Forgets the oldest exchanges until the rest takes at most so many bytes, and lets go of the memory.
  mutating func shrink(to weight: Int) {
    var size = places.reduce(0) { $0 + $1.count }
    while size + places.count * Self.placeWeight > weight, let oldest = places.popFirst() {
      size -= oldest.count
    }
    rebuild(capacity: size)
  }

  /// Finds room: behind the newest, at the beginning, in more memory, or where the oldest were.
  private mutating func makeRoom(_ size: Int, spare: Int) -> Range<Int> {
    while true {
      if let start = freePlace(size) { return start..<(start + size) }
      let goal = min(memoryLimit, max(4096, memory.count * 2, memory.count + size))
      if memory.count < goal, goal <= max(Self.modestSize, size) || goal - memory.count <= spare {
        rebuild(capacity: goal)
      } else if places.popFirst() == nil {
        rebuild(capacity: size)
      }
    }
  }

  private func freePlace(_ size: Int) -> Int? {
    guard let oldest = places.first?.lowerBound, let end = places.last?.upperBound else {
      return size <= memory.count ? 0 : nil
    }
    if end > oldest {
      if memory.count - end >= size { return end }
      return oldest >= size ? 0 : nil
    }
    return oldest - end >= size ? end : nil
  }

  /// Moves everything into memory of another size, the oldest to its beginning.
  private mutating func rebuild(capacity: Int) {
    var moved = [UInt8]()
    moved.reserveCapacity(capacity)
    for number in places.indices {
      let place = places[number]
      places[number] = moved.count..<(moved.count + place.count)
      moved += memory[place]
    }
    moved.append(contentsOf: repeatElement(0, count: capacity - moved.count))
    memory = moved
  }
}
