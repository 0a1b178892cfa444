/// Work to be done at instants, earliest first and in order of arrival among equals: a binary heap.
struct AlarmQueue {
  private struct Alarm {
    let instant: ContinuousClock.Instant
    let number: UInt64
    let work: () -> Void

    func comes(before other: Alarm) -> Bool {
      instant != other.instant ? instant < other.instant : number < other.number
    }
  }

  private var heap: [Alarm] = []
  private var added: UInt64 = 0

  var earliest: ContinuousClock.Instant? { heap.first?.instant }

  mutating func add(at instant: ContinuousClock.Instant, _ work: @escaping () -> Void) {
    heap.append(Alarm(instant: instant, number: added, work: work))
    added += 1
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].comes(before: heap[parent]) else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the earliest work if its instant has come.
  mutating func takeDue(at now: ContinuousClock.Instant) -> (() -> Void)? {
    guard let first = heap.first, first.instant <= now else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in 2 * parent + 1...2 * parent + 2 where child < heap.count {
        if heap[child].comes(before: heap[least]) { least = child }
      }
      guard least != parent else { return first.work }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  mutating func removeAll() {
    heap = []
  }
}
