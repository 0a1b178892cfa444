import Synchronization

/// Bounds what the journals of all sandboxes remember together.
///
/// A journal is bounded by itself, which is enough for some dozen busy sandboxes. With more, this is what counts: large
/// journals stop growing when nothing is left; small ones still do, and when the sum exceeds the limit, the largest
/// journals are cut to half their size until an eighth of the limit is free.
final class JournalBudget: Sendable {
  private let limit: Int
  private let total = Atomic<Int>(0)
  private let isTrimming = Atomic<Bool>(false)
  /// Not the closure alone: one that is itself the value of a generic lock gets another wrapper at every look, until
  /// calling it overflows the stack.
  private struct Owner {
    var journals: @Sendable () -> [Journal] = { [] }
  }

  // Set once, after the owner of the journals exists.
  private let owner = Mutex(Owner())

  init(limit: Int) {
    self.limit = limit
  }

  /// Says where the journals are.
  func find(_ journals: @escaping @Sendable () -> [Journal]) {
    self.owner.withLock { $0.journals = journals }
  }

  /// About how many bytes are remembered.
  var weight: Int { total.load(ordering: .relaxed) }

  /// How many bytes may still be remembered; negative if there are too many.
  var spare: Int { limit - weight }

  /// Notes that a journal has grown, or shrunk; no journal's lock may be held.
  func add(_ bytes: Int) {
    if bytes == 0 { return }
    let sum = total.wrappingAdd(bytes, ordering: .relaxed).newValue
    if bytes > 0, sum > limit { trim() }
  }

  private func trim() {
    // One at a time; whoever comes meanwhile need not wait.
    guard isTrimming.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged
    else { return }
    defer { isTrimming.store(false, ordering: .releasing) }
    let find = owner.withLock { $0.journals }
    let ranked = find().map { (journal: $0, weight: $0.weight) }.sorted { $0.weight > $1.weight }
    for (journal, weight) in ranked {
      if total.load(ordering: .relaxed) <= limit - limit / 8 { return }
      journal.shrink(to: weight / 2)
    }
  }
}
