/// What has come more than once, by its hash; a place for everything that comes, so that new ones drive out old ones.
///
/// What has come once takes only its hash, and is the first to go.
struct KnownTable<Element: AnyObject & Sendable>: Sendable {
  /// What is known of something that has come.
  enum Finding {
    case known(Element)
    /// It has come before, and is worth keeping under its hash.
    case again(UInt64)
    /// It has not, or that is forgotten.
    case new
  }

  /// How many places there are for hashes with the same last bits.
  private static var ways: Int { 8 }

  private let sets: Int
  // Empty until something comes; 0 for a place that is free.
  private var hashes: [UInt64] = []
  private var elements: [Element?] = []
  private var turn: UInt = 0

  /// Creates an empty table.
  ///
  /// - Parameter capacity: the number of places, which is a power of two and at least eight.
  init(capacity: Int) {
    sets = capacity / Self.ways
  }

  /// Finds an element, or notes that it has come.
  mutating func find(_ hash: UInt64, where isSame: (Element) -> Bool) -> Finding {
    if hashes.isEmpty {
      hashes = Array(repeating: 0, count: sets * Self.ways)
      elements = Array(repeating: nil, count: sets * Self.ways)
    }
    let places = places(of: hash)
    for place in places where hashes[place] == hash {
      guard let element = elements[place] else { return .again(hash) }
      return isSame(element) ? .known(element) : .new
    }
    turn &+= 1
    let next = places.lowerBound + Int(truncatingIfNeeded: turn) % Self.ways
    let free = places.first(where: { hashes[$0] == 0 })
    // In turn, so that what came once is not driven out by the very next that does.
    let unkept =
      (next..<places.upperBound).first(where: { elements[$0] == nil }) ?? places.first { elements[$0] == nil }
    let place = free ?? unkept ?? next
    hashes[place] = hash
    elements[place] = nil
    return .new
  }

  /// Keeps an element that came again.
  mutating func keep(_ element: Element, _ hash: UInt64) {
    guard !hashes.isEmpty, let place = places(of: hash).first(where: { hashes[$0] == hash }) else { return }
    elements[place] = element
  }

  private func places(of hash: UInt64) -> Range<Int> {
    let first = Int(truncatingIfNeeded: hash & UInt64(sets - 1)) * Self.ways
    return first..<first + Self.ways
  }
}
