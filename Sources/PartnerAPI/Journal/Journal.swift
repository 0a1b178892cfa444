import HTTPTypes
import Synchronization

/// What a sandbox was asked and what it answered: the newest entries, bounded in number and in bytes.
public final class Journal: Sendable {
  private struct Ring {
    var entries: [JournalEntry?] = []
    var first = 0
    var count = 0
    var weight = 0
    var tally = RequestTally()

    /// Forgets the oldest entry, and returns it to be freed after the lock.
    mutating func drop() -> JournalEntry? {
      let oldest = entries[first].take()
      weight -= oldest?.weight ?? 0
      first = (first + 1) % Journal.entryLimit
      count -= 1
      return oldest
    }
  }

  /// How many entries are kept.
  public static let entryLimit = 1000
  /// About how many bytes they may take.
  public static let weightLimit = 2 * 1024 * 1024

  // Guards the ring; an entry is made before the lock is taken.
  private let ring = Mutex(Ring())
  private let budget: JournalBudget?

  /// An empty journal.
  ///
  /// - Parameter budget: what it shares with other journals; `nil`: nothing.
  init(budget: JournalBudget? = nil) {
    self.budget = budget
  }

  deinit {
    budget?.add(-weight)
  }

  /// Remembers an entry; the oldest go when there are too many.
  ///
  /// Complexity: amortised O(1).
  public func record(_ entry: JournalEntry) {
    // Mostly one, or none.
    var (oldest, others): (JournalEntry?, [JournalEntry]) = (nil, [])
    let growth = ring.withLock { ring in
      let before = ring.weight
      while ring.count > 0, ring.count == Self.entryLimit || ring.weight + entry.weight > Self.weightLimit {
        if let oldest { others.append(oldest) }
        oldest = ring.drop()
      }
      let place = (ring.first + ring.count) % Self.entryLimit
      if place < ring.entries.count { ring.entries[place] = entry } else { ring.entries.append(entry) }
      ring.count += 1
      ring.weight += entry.weight
      ring.tally.count(entry.operation, status: entry.status.code)
      return ring.weight - before
    }
    budget?.add(growth)
  }

  /// The entries, oldest first.
  public var entries: [JournalEntry] {
    ring.withLock { ring in
      (0..<ring.count).compactMap { ring.entries[(ring.first + $0) % Self.entryLimit] }
    }
  }

  /// How many requests have been answered, those forgotten included.
  var tally: RequestTally { ring.withLock { $0.tally } }

  /// About how many bytes the entries take.
  var weight: Int { ring.withLock { $0.weight } }

  /// Forgets the oldest entries until the rest takes at most so many bytes.
  func shrink(to weight: Int) {
    let growth = ring.withLock { ring in
      let before = ring.weight
      while ring.count > 0, ring.weight > weight { _ = ring.drop() }
      return ring.weight - before
    }
    budget?.add(growth)
  }

  /// Forgets all entries; the counts of the metrics go on.
  public func clear() {
    let (forgotten, weight) = ring.withLock { ring in
      var empty = Ring()
      empty.tally = ring.tally
      let old = ring
      ring = empty
      return (old.entries, old.weight)
    }
    // The entries are freed here, after the lock.
    _ = consume forgotten
    budget?.add(-weight)
  }
}
