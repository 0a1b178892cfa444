import Determinism

/// Alarms, earliest first, and in order of arrival if equal: a binary heap.
///
/// A cancelled alarm releases its work at once; its place is removed once more than half of the places are cancelled.
struct AlarmQueue {
  /// The instant and the number are stored beside the alarm, so that comparing touches no other memory.
  private struct Place {
    let instant: RealInstant
    let number: UInt64
    let alarm: Alarm

    func comes(before other: Place) -> Bool {
      instant != other.instant ? instant < other.instant : number < other.number
    }
  }

  private var heap: [Place] = []
  private var added: UInt64 = 0
  private var cancelled = 0

  /// The instant of the first alarm, which may already be cancelled.
  var earliest: RealInstant? { heap.first?.instant }

  mutating func add(_ alarm: Alarm) {
    heap.append(Place(instant: alarm.instant, number: added, alarm: alarm))
    added += 1
    siftUp(from: heap.count - 1)
  }

  /// Takes the earliest work if it is due.
  mutating func takeDue(at now: RealInstant) -> (() -> Void)? {
    while let first = heap.first, first.instant <= now {
      heap.swapAt(0, heap.count - 1)
      heap.removeLast()
      siftDown(from: 0)
      if let work = first.alarm.take() { return work }
      cancelled -= 1
    }
    return nil
  }

  /// Cancels an alarm of this queue.
  ///
  /// - Returns: its work; `nil` if the alarm was already over.
  @discardableResult
  mutating func cancel(_ alarm: Alarm) -> (() -> Void)? {
    guard let work = alarm.take() else { return nil }
    cancelled += 1
    guard cancelled > heap.count / 2 else { return work }
    heap.removeAll { $0.alarm.isOver }
    cancelled = 0
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(from: place) }
    return work
  }

  private mutating func siftUp(from place: Int) {
    var child = place
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].comes(before: heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown(from place: Int) {
    var parent = place
    while true {
      var least = parent
      for child in 2 * parent + 1...2 * parent + 2 where child < heap.count {
        if heap[child].comes(before: heap[least]) { least = child }
      }
      guard least != parent else { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
