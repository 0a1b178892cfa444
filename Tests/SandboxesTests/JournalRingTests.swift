import Determinism
import Testing

@testable import Sandboxes

struct JournalRingTests {
  private struct Beginning: BitwiseCopyable {
    let number: UInt64
    let length: PartLength
  }

  private static func append(_ number: Int, size: Int, spare: Int = .max, to ring: inout JournalRing) {
    let content = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: size)
    ring.append(spare: spare) { packer in
      packer.append(numbers: Beginning(number: UInt64(number), length: PartLength(content)))
      packer.append(content)
    }
  }

  /// The numbers and the sizes of what is kept; `nil` for one that is not as it came.
  private static func kept(_ ring: JournalRing) -> [(number: Int, size: Int)?] {
    ring.contents.map { exchange in
      var unpacker = exchange
      let beginning = unpacker.numbers(as: Beginning.self)
      let number = Int(beginning.number)
      let content = unpacker.content(beginning.length)
      return content.allSatisfy { $0 == UInt8(truncatingIfNeeded: number) } ? (number, content.count) : nil
    }
  }

  @Test func newestAreKeptByNumber() {
    var ring = JournalRing(entryLimit: 3, weightLimit: 100_000)
    for number in 1...5 { Self.append(number, size: 10, to: &ring) }
    #expect(Self.kept(ring).map { $0?.number } == [3, 4, 5])
    #expect(Self.kept(ring).map { $0?.size } == [10, 10, 10])
  }

  @Test func whatIsTooLargeForItAllIsNotKept() {
    var ring = JournalRing(entryLimit: 3, weightLimit: 5_000)
    Self.append(1, size: 10, to: &ring)
    Self.append(2, size: 5_001, to: &ring)
    #expect(Self.kept(ring).map { $0?.number } == [1])
  }

  @Test func fewTakeLittleAndTheFullRingStaysAsItIs() {
    var ring = JournalRing(entryLimit: 300, weightLimit: 2 * 1024 * 1024)
    var weights = [ring.weight]
    for number in 1...2_000 {
      Self.append(number, size: 600, to: &ring)
      if weights.last != ring.weight { weights.append(ring.weight) }
    }
    #expect(weights.prefix(6) == [0, 4096, 8192, 16384, 32768, 65536])
    // Three pages of the largest size for what is kept, and a fourth that is being emptied while another is filled.
    #expect(weights.last == 4 * 65536 && weights.count < 20, "\(weights)")
    #expect(Self.kept(ring).map { $0?.number } == Array(1_701...2_000))
  }

  @Test(arguments: [-1, 0, 1]) func exchangeFillsAPageToTheLastByte(rest: Int) {
    var ring = JournalRing(entryLimit: 100, weightLimit: 1_000_000)
    let overhead = JournalPage.overhead + MemoryLayout<Beginning>.size
    Self.append(1, size: 1_000, to: &ring)
    Self.append(2, size: 4096 - 1_000 - 2 * overhead + rest, to: &ring)
    #expect(ring.weight == (rest > 0 ? 2 : 1) * 4096)
    #expect(Self.kept(ring).map { $0?.number } == [1, 2])
  }

  @Test func largeOneStopsGrowingWhenNothingIsLeft() {
    var ring = JournalRing(entryLimit: 10_000, weightLimit: 10_000_000)
    for number in 1...400 {
      Self.append(number, size: 900, spare: 0, to: &ring)
    }
    #expect(ring.weight <= JournalRing.modestSize)
    #expect(ring.contents.count > 100)
    #expect(Self.kept(ring).last??.number == 400)
    Self.append(401, size: 300_000, spare: 0, to: &ring)
    #expect(Self.kept(ring).map { $0?.size } == [300_000], "what is larger than that all is kept alone")
  }

  /// Long content is held as it is, not copied; and let go with its exchange.
  @Test func longContentIsHeld() {
    var ring = JournalRing(entryLimit: 2, weightLimit: 1_000_000)
    var contents = (1...3).map { [UInt8](repeating: $0, count: 10_000) }
    let addresses = contents.map { $0.withUnsafeBytes { $0.baseAddress } }
    for content in contents {
      ring.append { packer in
        packer.append(numbers: Beginning(number: UInt64(content[0]), length: PartLength(content)))
        packer.append(content)
      }
    }
    #expect((20_000..<30_000).contains(ring.weight), "\(ring.weight)")
    contents = []
    let held = ring.contents.map { exchange in
      var unpacker = exchange
      let length = unpacker.numbers(as: Beginning.self).length
      return unpacker.content(length).withUnsafeBytes { $0.baseAddress }
    }
    #expect(held == Array(addresses.dropFirst()))
    ring.shrink(to: 15_000)
    #expect(Self.kept(ring).map { $0?.number } == [3])
    #expect((10_000...15_000).contains(ring.weight), "\(ring.weight)")
    ring.shrink(to: 5_000)
    #expect(ring.weight == 0 && ring.contents.isEmpty)
  }

  @Test func longContentMakesOldOnesGiveWay() {
    var ring = JournalRing(entryLimit: 1_000, weightLimit: 2 * 1024 * 1024)
    for number in 1...200 { Self.append(number, size: 60_000, to: &ring) }
    let kept = Self.kept(ring).map { $0?.number }
    #expect((30...34).contains(kept.count) && kept == Array(201 - kept.count...200), "\(kept)")
    #expect(ring.weight <= 2 * 1024 * 1024)
    let full = ring.weight
    Self.append(201, size: 60_000, spare: 0, to: &ring)
    #expect(ring.weight <= full && Self.kept(ring).last??.number == 201)

    var modest = JournalRing(entryLimit: 1_000, weightLimit: 2 * 1024 * 1024)
    for number in 1...200 { Self.append(number, size: 60_000, spare: 0, to: &modest) }
    #expect(modest.weight <= JournalRing.modestSize && Self.kept(modest).last??.number == 200)
  }

  /// Whatever comes, the contents are the newest of what came, whole, take no more than they may, and only what there
  /// is no room for is forgotten.
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func randomContents(seed: UInt64) {
    var source = SeededSource(seed: seed, purpose: SeededSource.Purpose("journal-ring"))
    let (entryLimit, weightLimit, largest) = (40, 40_000, 9_000)
    var ring = JournalRing(entryLimit: entryLimit, weightLimit: weightLimit)
    var sizes: [Int] = []
    var oldestAfterShrinking = 1
    for step in 1...600 {
      if Int.random(in: 0..<50, using: &source) == 0 {
        let goal = Int.random(in: 0...weightLimit, using: &source)
        ring.shrink(to: goal)
        #expect(ring.weight <= goal, "step \(step)")
        oldestAfterShrinking = Self.kept(ring).first.flatMap { $0?.number } ?? sizes.count + 1
      }
      let size =
        Int.random(in: 0..<8, using: &source) == 0
        ? Int.random(in: 0...largest, using: &source) : Int.random(in: 0...900, using: &source)
      sizes.append(size)
      Self.append(sizes.count, size: size, to: &ring)
      guard step % 10 == 0 else { continue }
      let contents = Self.kept(ring)
      #expect(contents.count <= entryLimit, "step \(step)")
      #expect(ring.weight <= weightLimit, "step \(step)")
      for (place, entry) in contents.enumerated() {
        let number = sizes.count - contents.count + place + 1
        guard let entry, entry.number == number, entry.size == sizes[number - 1] else {
          Issue.record("seed \(seed), step \(step): entry \(place) of \(contents.count) is not the one that came")
          return
        }
      }
      // Unused are at most the end of the memory and the rest of what made room for the newest.
      let used = contents.reduce(0) { $0 + ($1?.size ?? 0) }
      #expect(
        contents.count == entryLimit || contents.first.flatMap { $0?.number } == oldestAfterShrinking
          || used >= weightLimit - 3 * largest, "step \(step): \(contents.count) entries, \(used) bytes")
    }
  }
}
