import Synchronization

/// Limits how much the journals of all sandboxes store together.
///
/// Each journal has its own limit, which is enough for a few dozen busy sandboxes. With more, this limit applies: large
/// journals stop growing when nothing is left, while small ones still grow; when the sum exceeds the limit, the largest
/// journals are cut to half their size until an eighth of the limit is free.
final class JournalBudget: Sendable {
  private let limit: Int
  private let total = Atomic<Int>(0)
  private let isTrimming = Atomic<Bool>(false)
  /// Not just the closure: a closure that is itself the value of a generic lock gets another wrapper on every access,
  /// until calling it overflows the stack.
  private struct Owner {
    var journals: @Sendable () -> [Journal] = { [] }
  }

  // Set once, after the owner of the journals exists.
  private let owner = Mutex(Owner())

  init(limit: Int) {
    self.limit = limit
  }

  /// Sets how to find the journals.
  func find(_ journals: @escaping @Sendable () -> [Journal]) {
    self.owner.withLock { $0.journals = journals }
  }

  /// Roughly how many bytes are stored.
  var weight: Int { total.load(ordering: .relaxed) }

  /// How many more bytes may be stored; negative if there are too many.
  var spare: Int { limit - weight }

  /// Records that a journal has grown or shrunk; no journal's lock may be held.
  func add(_ bytes: Int) {
    if bytes == 0 { return }
    let sum = total.wrappingAdd(bytes, ordering: .relaxed).newValue
    if bytes > 0, sum > limit { trim() }
  }

  private func trim() {
    // One thread at a time; the others need not wait.
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
