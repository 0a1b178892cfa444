package import HTTPWire
import Synchronization

/// A sandbox's requests and their answers: the newest entries, limited in number and in bytes.
public final class Journal: Sendable {
  private struct Contents {
    var ring = JournalRing(entryLimit: Journal.entryLimit, weightLimit: Journal.weightLimit)
    var tally = RequestTally()
    var secrets = Secrets(keys: [])
    // The numbers of entries whose client went away after they were recorded; forgotten ones are purged occasionally.
    var dropped: Set<UInt64> = []
  }

  /// The maximum number of entries kept.
  public static let entryLimit = 1000
  /// The approximate maximum size of the entries in bytes.
  public static let weightLimit = 2 * 1024 * 1024

  // Guards the ring. Exchanges are packed into it under the lock, which means copying some thousand bytes.
  private let contents = Mutex(Contents())
  private let budget: JournalBudget?

  /// Creates an empty journal.
  ///
  /// - Parameter budget: the memory that it shares with other journals; `nil`: none.
  init(budget: JournalBudget? = nil) {
    self.budget = budget
  }

  deinit {
    budget?.add(-weight)
  }

  /// Sets what must be hidden in the entries.
  func use(_ secrets: Secrets) {
    contents.withLock { $0.secrets = secrets }
  }

  /// Records an exchange; the oldest are dropped if there are too many.
  ///
  /// The parts are only read; they are `inout` because each closure on the way would make copies of values.
  ///
  /// Complexity: amortised O(size).
  package func record(_ facts: inout JournalFacts, _ request: inout Request, _ response: inout Response) {
    let spare = budget?.spare ?? .max
    let growth = contents.withLock { contents in
      let before = contents.ring.weight
      contents.ring.append(spare: spare) { PackedExchange.pack(&facts, &request, &response, into: &$0) }
      contents.tally.count(facts.operation, status: facts.sentStatusCode)
      return contents.ring.weight - before
    }
    budget?.add(growth)
  }

  /// The entries, oldest first.
  public var entries: [JournalEntry] {
    // Copied under the lock, unpacked after it.
    let (packed, secrets, dropped) = contents.withLock { ($0.ring.contents, $0.secrets, $0.dropped) }
    return packed.map { Self.entry($0, secrets, dropped) }
  }

  /// The entry of a request, if it is still stored.
  public func entry(_ number: UInt64) -> JournalEntry? {
    let (packed, secrets, dropped) = contents.withLock { ($0.ring.packed(number), $0.secrets, $0.dropped) }
    return packed.map { Self.entry($0, secrets, dropped) }
  }

  private static func entry(_ packed: PartUnpacker, _ secrets: Secrets, _ dropped: Set<UInt64>) -> JournalEntry {
    let entry = PackedExchange.entry(packed, secrets)
    return dropped.contains(entry.number) ? entry.with(.dropped) : entry
  }

  /// Records that the client of an answered request went away before the answer was sent completely.
  ///
  /// Complexity: O(entries), of each of which only the number is examined.
  ///
  /// - Returns: the updated entry; `nil` if it is no longer stored, or was not recorded as answered.
  package func noteDropped(_ number: UInt64) -> JournalEntry? {
    contents.withLock { contents in
      guard let packed = contents.ring.packed(number) else { return nil }
      let entry = Self.entry(packed, contents.secrets, contents.dropped)
      guard entry.outcome == .answered else { return nil }
      contents.dropped.insert(number)
      if contents.dropped.count > Self.entryLimit { contents.dropped.formIntersection(contents.ring.numbers) }
      contents.tally.move(entry.operation, from: entry.sentStatusCode, to: nil)
      return entry.with(.dropped)
    }
  }

  /// How many requests have been answered, including forgotten ones.
  package var tally: RequestTally { contents.withLock { $0.tally } }

  /// The approximate size of the entries in bytes.
  var weight: Int { contents.withLock { $0.ring.weight } }

  /// Forgets the oldest entries until the rest take at most this many bytes.
  func shrink(to weight: Int) {
    let growth = contents.withLock { contents in
      let before = contents.ring.weight
      contents.ring.shrink(to: weight)
      return contents.ring.weight - before
    }
    budget?.add(growth)
  }

  /// Forgets all entries; the counts for the metrics are kept.
  public func clear() {
    let forgotten = contents.withLock { contents in
      let old = contents.ring
      contents.ring = Contents().ring
      contents.dropped = []
      return old
    }
    // The memory is freed here, after the lock.
    budget?.add(-forgotten.weight)
  }
}
