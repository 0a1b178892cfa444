import DequeModule

/// The newest exchanges, in pages of memory that are filled one after the other; the oldest make room for the newest.
///
/// Nothing is moved, and once the ring has reached its size, only exchanges larger than a page are allocated. Long content
/// is not copied, but held until its exchange makes room.
struct JournalRing {
  /// The long content of an exchange.
  private struct Held {
    /// The exchange's ordinal number in the ring.
    let ordinal: Int
    let content: [[UInt8]]
    /// The bytes that it takes.
    let weight: Int
  }

  private let entryLimit: Int
  private let weightLimit: Int
  /// The maximum size of a page, except for a page with a single larger exchange.
  private let pageSize: Int
  /// The pages; none is empty, and the last is being filled.
  private var pages: Deque<JournalPage> = []
  /// The most recently emptied page, kept for the next time one is needed.
  private var emptied: JournalPage?
  /// The long content of exchanges in the pages, oldest first.
  private var held: Deque<Held> = []
  private var count = 0
  /// The ordinal number of the oldest exchange.
  private var first = 0
  /// The size of all pages in bytes.
  private var pageWeight = 0
  /// The size of the long content in bytes.
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
    if !keepInLastPage(pack, spare: spare) {
      var measure = PartPacker(UnsafeMutableRawBufferPointer(start: nil, count: 0))
      pack(&measure)
      let size = measure.count + JournalPage.overhead
      guard max(size, pageSize) + measure.held.totalCapacity <= weightLimit else { return }
      pages.append(emptyPage(for: size, spare: spare))
      guard keepInLastPage(pack, spare: spare) else {
        preconditionFailure("an exchange that grows while it is packed")
      }
    }
    if count > entryLimit { removeOldest() }
  }

  /// All exchanges as packed, oldest first.
  var contents: [PartUnpacker] {
    let held = Dictionary(uniqueKeysWithValues: held.map { ($0.ordinal, $0.content) })
    return pages.flatMap(\.contents).enumerated().map { offset, bytes in
      PartUnpacker(bytes, held: held[first + offset] ?? [])
    }
  }

  /// The packed exchange of a request.
  ///
  /// Complexity: O(exchanges), of each of which only the number is examined.
  func packed(_ number: UInt64) -> PartUnpacker? {
    var ordinal = first + count
    for page in pages.reversed() {
      ordinal -= page.count
      guard let (offset, bytes) = page.packed(number) else { continue }
      return PartUnpacker(bytes, held: held.first { $0.ordinal == ordinal + offset }?.content ?? [])
    }
    return nil
  }

  /// The numbers of the stored requests.
  var numbers: [UInt64] { pages.flatMap(\.numbers) }

  /// Forgets the oldest exchanges until the rest take at most this many bytes, and releases the memory.
  mutating func shrink(to weight: Int) {
    dropEmptied()
    while self.weight > weight, pages.count > 1 { _ = removeOldestPage() }
    guard self.weight > weight, var last = pages.popLast() else { return }
    while last.count > 0, last.used + heldWeight > weight {
      last.removeFirst()
      forget(1)
    }
    last.cut()
    pageWeight = last.capacity
    if last.count > 0 { pages.append(last) }
  }

  private mutating func keepInLastPage(_ pack: (inout PartPacker) -> Void, spare: Int) -> Bool {
    guard let last = pages.indices.last else { return false }
    guard let content = pages[last].append(holding: weightLimit - pages[last].capacity, pack) else { return false }
    count += 1
    if !content.isEmpty { hold(content, spare: spare) }
    return true
  }

  /// Holds long content of the newest exchange; the oldest are dropped if no more memory is allowed.
  private mutating func hold(_ content: [[UInt8]], spare: Int) {
    let size = content.totalCapacity
    let before = weight
    while count > 1, !mayGrow(by: size, spare: spare, freed: before - weight) {
      removeOldest()
      dropEmptied()
    }
    held.append(Held(ordinal: first + count - 1, content: content, weight: size))
    heldWeight += size
  }

  private mutating func removeOldest() {
    pages[0].removeFirst()
    forget(1)
    guard pages[0].count == 0 else { return }
    dropEmptied()
    emptied = pages.removeFirst()
  }

  /// Forgets the oldest exchanges, which are no longer in a page.
  private mutating func forget(_ number: Int) {
    count -= number
    first += number
    while let oldest = held.first, oldest.ordinal < first {
      heldWeight -= oldest.weight
      held.removeFirst()
    }
  }

  /// An empty page with room for this many bytes; the oldest pages are dropped if no more memory is allowed.
  private mutating func emptyPage(for size: Int, spare: Int) -> JournalPage {
    let capacity = pageCapacity(for: size)
    if var page = emptied, page.capacity == capacity {
      emptied = nil
      page.removeAll()
      return page
    }
    dropEmptied()
    while !pages.isEmpty, !mayGrow(by: capacity, spare: spare) {
      var page = removeOldestPage()
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

  private mutating func removeOldestPage() -> JournalPage {
    let page = pages.removeFirst()
    forget(page.count)
    pageWeight -= page.capacity
    return page
  }

  private mutating func dropEmptied() {
    pageWeight -= emptied?.capacity ?? 0
    emptied = nil
  }
}
