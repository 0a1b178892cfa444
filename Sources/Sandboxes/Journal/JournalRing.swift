import DequeModule

/// The newest exchanges, in pages of memory that are filled one after the other; the oldest make room for the newest.
///
/// Nothing is moved, and once the ring has reached its size, only exchanges larger than a page are allocated. Long content
/// is not copied, but held until its exchange makes room.
struct JournalRing {
  private let entryLimit: Int
  private let weightLimit: Int
  /// The maximum size of a page, except for a page with a single larger exchange.
  private let pageSize: Int
  // The pages in use, from the one that is being emptied to the one that is being filled. These two are kept apart from
  // those between them, because a collection would copy what is changed in it.
  /// Empty if nothing has made room since the last page was emptied.
  private var oldest = JournalPage(capacity: 0)
  /// None is empty.
  private var full: Deque<JournalPage> = []
  /// Empty only if the ring is.
  private var newest = JournalPage(capacity: 0)
  /// The most recently emptied page, kept for the next time one is needed.
  private var emptied: JournalPage?
  private var count = 0
  /// The size of all pages in bytes.
  private var pageWeight = 0
  /// The size of what the pages keep besides.
  private var heldWeight = 0

  /// The size of the ring in bytes.
  var weight: Int { pageWeight + heldWeight }

  private static let smallestPage = 4096

  /// A ring may grow up to this many bytes even if nothing is left of the budget; others then give way.
  static let modestSize = 128 * 1024

  /// Creates an empty ring.
  ///
  /// - Parameters:
  ///   - entryLimit: how many exchanges are kept.
  ///   - weightLimit: how many bytes they may take together.
  init(entryLimit: Int, weightLimit: Int) {
    self.entryLimit = entryLimit
    self.weightLimit = weightLimit
    pageSize = min(64 * 1024, weightLimit / 16)
  }

  /// Stores an exchange, unless it is larger than all the memory allowed.
  ///
  /// Complexity: O(size).
  ///
  /// - Parameters:
  ///   - spare: by how many bytes the ring may grow beyond ``modestSize``.
  ///   - pack: packs the exchange; called again with enough room if it did not have that at first.
  mutating func append(spare: Int = .max, _ pack: (inout PartPacker) -> Void) {
    if !keepInNewest(pack, spare: spare) {
      var measure = PartPacker(UnsafeMutableRawBufferPointer(start: nil, count: 0))
      pack(&measure)
      let size = measure.count + JournalPage.overhead
      guard max(size, pageSize) + measure.weightKept <= weightLimit else { return }
      turnPage(for: size, spare: spare)
      guard keepInNewest(pack, spare: spare) else {
        preconditionFailure("an exchange that grows while it is packed")
      }
    }
    if count > entryLimit { removeOldest() }
  }

  /// All exchanges as packed, oldest first.
  var contents: [PartUnpacker] { oldest.contents + full.flatMap(\.contents) + newest.contents }

  /// The packed exchange of a request.
  ///
  /// Complexity: O(exchanges), of each of which only the number is examined.
  func packed(_ number: UInt64) -> PartUnpacker? {
    if let packed = newest.packed(number) { return packed }
    for page in full.reversed() {
      if let packed = page.packed(number) { return packed }
    }
    return oldest.packed(number)
  }

  /// The numbers of the stored requests.
  var numbers: [UInt64] { oldest.numbers + full.flatMap(\.numbers) + newest.numbers }

  /// Forgets the oldest exchanges until the rest take at most this many bytes, and releases the memory.
  mutating func shrink(to weight: Int) {
    dropEmptied()
    while self.weight > weight, removeOldestPage() != nil {}
    guard self.weight > weight else { return }
    newest.shrink(to: weight)
    (count, pageWeight, heldWeight) = (newest.count, newest.capacity, newest.heldWeight)
  }

  private mutating func keepInNewest(_ pack: (inout PartPacker) -> Void, spare: Int) -> Bool {
    let mayAddSamples = mayGrow(by: RequestSamples.largest, spare: spare)
    let most = weightLimit - newest.capacity
    guard let growth = newest.append(holding: most, mayAddSamples: mayAddSamples, pack) else { return false }
    count += 1
    if growth > 0 { makeRoom(for: growth, spare: spare) }
    heldWeight += growth
    return true
  }

  /// Forgets the oldest exchanges, but not the newest, until long content may take so many bytes more.
  private mutating func makeRoom(for growth: Int, spare: Int) {
    let before = weight
    while count > 1, !mayGrow(by: growth, spare: spare, freed: before - weight) {
      removeOldest()
      dropEmptied()
    }
  }

  private mutating func removeOldest() {
    count -= 1
    if oldest.count == 0, let next = full.popFirst() { oldest = next }
    if oldest.count == 0 {
      heldWeight -= newest.removeFirst()
      return
    }
    heldWeight -= oldest.removeFirst()
    guard oldest.count == 0 else { return }
    dropEmptied()
    // What it still keeps are samples.
    heldWeight -= oldest.heldWeight
    oldest.removeAll()
    emptied = oldest
    oldest = JournalPage(capacity: 0)
  }

  /// Goes on with an empty page that has room for this many bytes.
  private mutating func turnPage(for size: Int, spare: Int) {
    let capacity = pageCapacity(for: size)
    if newest.count > 0 {
      full.append(newest)
    } else {
      pageWeight -= newest.capacity
      heldWeight -= newest.heldWeight
    }
    newest = JournalPage(capacity: 0)
    newest = emptyPage(capacity, spare: spare)
  }

  /// An empty page of this many bytes; the oldest pages are dropped if no more memory is allowed.
  private mutating func emptyPage(_ capacity: Int, spare: Int) -> JournalPage {
    if let page = emptied, page.capacity == capacity {
      emptied = nil
      return page
    }
    dropEmptied()
    while !mayGrow(by: capacity, spare: spare), var page = removeOldestPage() {
      guard page.capacity == capacity else { continue }
      pageWeight += capacity
      page.removeAll()
      return page
    }
    pageWeight += capacity
    return JournalPage(capacity: capacity)
  }

  /// As much as there is already, so that few exchanges take little memory, in few different sizes.
  private func pageCapacity(for size: Int) -> Int {
    var capacity = Self.smallestPage
    while capacity < max(size, pageWeight) { capacity *= 2 }
    return max(size, min(pageSize, capacity))
  }

  private func mayGrow(by bytes: Int, spare: Int, freed: Int = 0) -> Bool {
    weight + bytes <= weightLimit && (weight + bytes <= Self.modestSize || bytes - freed <= spare)
  }

  /// Forgets the oldest page, but not the one that is being filled; nil if there is no other.
  private mutating func removeOldestPage() -> JournalPage? {
    guard let page = oldest.count > 0 ? oldest : full.popFirst() else { return nil }
    oldest = JournalPage(capacity: 0)
    count -= page.count
    pageWeight -= page.capacity
    heldWeight -= page.heldWeight
    return page
  }

  private mutating func dropEmptied() {
    pageWeight -= emptied?.capacity ?? 0
    emptied = nil
  }
}
