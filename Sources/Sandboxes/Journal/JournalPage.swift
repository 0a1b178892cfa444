/// A block of a journal's memory: exchanges one after the other, each preceded by its length, and their long content.
struct JournalPage {
  /// The long content of an exchange.
  private struct Held {
    /// How many exchanges came into the page before it.
    let ordinal: Int
    var content: [[UInt8]]
  }

  private var memory: [UInt8]
  private var end = 0
  /// The number of exchanges.
  private(set) var count = 0
  /// The number of exchanges that are forgotten.
  private var forgotten = 0
  /// How many of these are no longer in the memory.
  ///
  /// The others are skipped by whoever reads the page: to forget one does not touch the memory, which has long left the
  /// cache.
  private var cutOff = 0
  /// The long content, oldest first; that of forgotten exchanges is empty.
  private var held: [Held] = []
  /// How many of these belong to forgotten exchanges.
  private var heldForgotten = 0
  private var samples = RequestSamples()
  /// The size of the long content and of the samples in bytes.
  private(set) var heldWeight = 0

  /// How many bytes an exchange takes in addition to its own.
  static let overhead = MemoryLayout<UInt32>.size

  /// Creates an empty page of this many bytes.
  init(capacity: Int) {
    memory = Array(repeating: 0, count: capacity)
  }

  /// The size of the page in bytes.
  var capacity: Int { memory.count }

  /// Stores an exchange if there is room after the others, and if what it keeps besides takes at most so many bytes;
  /// returns the size of that, or `nil` if it did not fit.
  ///
  /// - Parameter mayAddSamples: whether there is memory for another sample.
  mutating func append(holding most: Int, mayAddSamples: Bool, _ pack: (inout PartPacker) -> Void) -> Int? {
    let first = end + Self.overhead
    guard first <= memory.count else { return nil }
    var known = RequestSamples()
    swap(&known, &samples)
    let samplesBefore = known.count
    let (size, growth) = memory.withUnsafeMutableBytes { memory -> (Int?, Int) in
      var packer = PartPacker(
        UnsafeMutableRawBufferPointer(rebasing: memory[first...]), known, mayAddSamples: mayAddSamples)
      known = RequestSamples()
      pack(&packer)
      let fits = packer.isComplete && packer.weightKept <= most
      let (size, growth) = (packer.count, packer.weightKept)
      if fits {
        memory.storeBytes(of: UInt32(size), toByteOffset: end, as: UInt32.self)
        if !packer.held.isEmpty { held.append(Held(ordinal: forgotten + count, content: packer.held)) }
      }
      samples = packer.finish()
      return (fits ? size : nil, growth)
    }
    guard let size else {
      samples.removeLast(downTo: samplesBefore)
      return nil
    }
    end = first + size
    count += 1
    heldWeight += growth
    return growth
  }

  /// Forgets the oldest exchange, of which there must be one, and returns the size of its long content.
  mutating func removeFirst() -> Int {
    var freed = 0
    if heldForgotten < held.count, held[heldForgotten].ordinal == forgotten {
      freed = held[heldForgotten].content.totalCapacity
      heldWeight -= freed
      held[heldForgotten].content = []
      heldForgotten += 1
    }
    count -= 1
    forgotten += 1
    return freed
  }

  /// Forgets all exchanges.
  mutating func removeAll() {
    (end, count, forgotten, cutOff) = (0, 0, 0, 0)
    (held, heldForgotten, heldWeight) = ([], 0, 0)
    samples = RequestSamples()
  }

  /// The exchanges as packed, oldest first.
  var contents: [PartUnpacker] { places.enumerated().map { exchange($0.element, $0.offset) } }

  /// The numbers of the requests.
  var numbers: [UInt64] { places.map(number) }

  /// The packed exchange of a request.
  func packed(_ number: UInt64) -> PartUnpacker? {
    places.enumerated().first { self.number(at: $0.element) == number }.map { exchange($0.element, $0.offset) }
  }

  private func exchange(_ place: Range<Int>, _ offset: Int) -> PartUnpacker {
    let content = held[heldForgotten...].first { $0.ordinal == forgotten + offset }?.content
    return PartUnpacker(Array(memory[place]), held: content ?? [], samples)
  }

  private func number(at place: Range<Int>) -> UInt64 {
    memory.withUnsafeBytes { PackedExchange.number(UnsafeRawBufferPointer(rebasing: $0[place])) }
  }

  /// Where the exchanges are.
  ///
  /// Complexity: O(exchanges), including those forgotten.
  private var places: some Sequence<Range<Int>> {
    var start = 0
    for _ in 0..<(forgotten - cutOff) { start = place(at: start).upperBound }
    return sequence(state: (position: start, rest: count)) { state -> Range<Int>? in
      guard state.rest > 0 else { return nil }
      let place = place(at: state.position)
      state = (place.upperBound, state.rest - 1)
      return place
    }
  }

  /// Forgets the oldest exchanges until the rest take at most so many bytes, and gives back the memory of the others.
  mutating func shrink(to weight: Int) {
    var start = end
    for place in Array(places) {
      start = place.lowerBound - Self.overhead
      if end - start + heldWeight <= weight { break }
      _ = removeFirst()
      start = place.upperBound
    }
    if count == 0 { return self = JournalPage(capacity: 0) }
    memory = Array(memory[start..<end])
    (end, cutOff) = (memory.count, forgotten)
  }

  private func place(at position: Int) -> Range<Int> {
    let size = memory.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt32.self) }
    return position + Self.overhead..<position + Self.overhead + Int(size)
  }
}

extension [[UInt8]] {
  /// How many bytes of memory they take together.
  var totalCapacity: Int { reduce(0) { $0 + $1.capacity } }
}
