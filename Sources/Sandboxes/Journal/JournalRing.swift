import DequeModule

/// The newest exchanges, in pages of memory that are written one after the other: the oldest make room for the newest.
///
/// Nothing is moved, and once the ring has its size, nothing allocated but for exchanges larger than a page.
struct JournalRing {
  private let entryLimit: Int
  private let weightLimit: Int
  /// The maximum size of a page, except for pages with one larger exchange.
  private let pageSize: Int
  /// None is empty; the last is being written.
  private var pages: Deque<JournalPage> = []
  /// The page whose exchanges were forgotten last, for the next time one is needed.
  private var emptied: JournalPage?
  private var count = 0
  /// How many bytes the ring takes.
  private(set) var weight = 0

  private static let smallestPage = 4096

  /// Up to so many bytes a ring grows though nothing is left for it: others then give way.
  static let modestSize = 128 * 1024

  /// An empty ring.
  ///
  /// - Parameters:
  ///   - entryLimit: how many exchanges are kept.
  ///   - weightLimit: how many bytes they may take together.
  init(entryLimit: Int, weightLimit: Int) {
    self.entryLimit = entryLimit
    self.weightLimit = weightLimit
    pageSize = min(64 * 1024, weightLimit / 16)
  }

  /// Keeps an exchange, unless it is larger than all the memory allowed.
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

  /// All exchanges as they were packed, the oldest first.
  var contents: [[UInt8]] { pages.flatMap(\.contents) }

  /// The exchange of a request as it was packed.
  ///
  /// Complexity: O(exchanges), each looked at for its number alone.
  func packed(_ number: UInt64) -> [UInt8]? {
    for page in pages.reversed() {
      if let packed = page.packed(number) { return packed }
    }
    return nil
  }

  /// The numbers of the requests that are kept.
  var numbers: [UInt64] { pages.flatMap(\.numbers) }

  /// Forgets the oldest exchanges until the rest takes at most so many bytes, and lets go of the memory.
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

  /// An empty page with room for so many bytes; the oldest ones go if there may be no more memory.
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

  /// As much as there is already, so that little is taken for few exchanges, in few different sizes.
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
