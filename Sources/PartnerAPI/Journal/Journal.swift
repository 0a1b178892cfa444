import Synchronization

/// What a sandbox was asked and what it answered: the newest entries, bounded in number and in bytes.
public final class Journal: Sendable {
  private struct Ring {
    var entries: [JournalEntry?] = []
    var first = 0
    var count = 0
    var weight = 0
  }

  /// How many entries are kept.
  public static let entryLimit = 1000
  /// About how many bytes they may take.
  public static let weightLimit = 2 * 1024 * 1024

  // Guards the ring; an entry is made before the lock is taken.
  private let ring = Mutex(Ring())

  /// An empty journal.
  public init() {}

  /// Remembers an entry; the oldest go when there are too many.
  ///
  /// Complexity: amortised O(1).
  public func record(_ entry: JournalEntry) {
    ring.withLock { ring in
      while ring.count > 0, ring.count == Self.entryLimit || ring.weight + entry.weight > Self.weightLimit {
        ring.weight -= ring.entries[ring.first]?.weight ?? 0
        ring.entries[ring.first] = nil
        ring.first = (ring.first + 1) % Self.entryLimit
        ring.count -= 1
      }
      let place = (ring.first + ring.count) % Self.entryLimit
      if place < ring.entries.count { ring.entries[place] = entry } else { ring.entries.append(entry) }
      ring.count += 1
      ring.weight += entry.weight
    }
  }

  /// The entries, oldest first.
  public var entries: [JournalEntry] {
    ring.withLock { ring in
      (0..<ring.count).compactMap { ring.entries[(ring.first + $0) % Self.entryLimit] }
    }
  }

  /// Forgets everything.
  public func clear() {
    ring.withLock { $0 = Ring() }
  }
}
