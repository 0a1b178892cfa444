import DequeModule

/// The newest exchanges, in pages of memory that are filled one after the other; the oldest make room for the newest.
///
/// Nothing is moved, and once the ring has reached its size, only exchanges larger than a page are allocated.
struct JournalRing {
  private let entryLimit: Int
  private let weightLimit: Int
  /// The maximum size of a page, except for a page with a single larger exchange.
  private let pageSize: Int
  /// The pages; none is empty, and the last is being filled.
  private var pages: Deque<JournalPage> = []
  /// The most recently emptied page, kept for the next time one is needed.
  private var emptied: JournalPage?
  private var count = 0
  /// The size of the ring in bytes.
  private(set) var weight = 0

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
    if !keepInLastPage(pack) {
      var measure = PartPacker(UnsafeMutableRawBufferPointer(start: nil, count: 0))
      pack(&measure)
      let size = measure.count + JournalPage.overhead
      guard size <= weightLimit else { return }
      pages.append(emptyPage(for: size, spare: spare))
      guard keepInLastPage(pack) else { preconditionFailure("an exchange that grows while it is packed") }
    }
    if count > entryLimit { removeOldest() }
  }

  /// All exchanges as packed, oldest first.
  var contents: [[UInt8]] { pages.flatMap(\.contents) }

  /// The packed exchange of a request.
  ///
  /// Complexity: O(exchanges), of each of which only the number is examined.
  func packed(_ number: UInt64) -> [UInt8]? {
    for page in pages.reversed() {
      if let packed = page.packed(number) { return packed }
    }
    return nil
  }

  /// The numbers of the stored requests.
  var numbers: [UInt64] { pages.flatMap(\.numbers) }

  /// Forgets the oldest exchanges until the rest take at most this many bytes, and releases the memory.
  mutating func shrink(to weight: Int) {
    dropEmptied()
    while self.weight > weight, pages.count > 1 { _ = removeOldestPage() }
    guard self.weight > weight, let last = pages.popLast() else { return }
    let rest = last.cut(to: weight)
    if rest.count > 0 { pages.append(rest) }
    (count, self.weight) = (rest.count, rest.capacity)
  }

  private mutating func keepInLastPage(_ pack: (inout PartPacker) -> Void) -> Bool {
    guard let last = pages.indices.last, pages[last].append(pack) else { return false }
    count += 1
    return true
  }

  private mutating func removeOldest() {
    count -= 1
    pages[0].removeFirst()
    guard pages[0].count == 0 else { return }
    dropEmptied()
    emptied = pages.removeFirst()
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
      weight += capacity
      page.removeAll()
      return page
    }
    weight += capacity
    return JournalPage(capacity: capacity)
  }

  /// As much as there is already, so that few exchanges take little memory, in few different sizes.
  private func pageCapacity(for size: Int) -> Int {
    var capacity = Self.smallestPage
    while capacity < max(size, weight) { capacity *= 2 }
    return max(size, min(pageSize, capacity))
  }

  private func mayGrow(by bytes: Int, spare: Int) -> Bool {
    weight + bytes <= weightLimit && (weight + bytes <= Self.modestSize || bytes <= spare)
  }

  private mutating func removeOldestPage() -> JournalPage {
    let page = pages.removeFirst()
    count -= page.count
    weight -= page.capacity
    return page
  }

  private mutating func dropEmptied() {
    weight -= emptied?.capacity ?? 0
    emptied = nil
  }
}
