import Dispatch
import Sandboxes
import Synchronization

/// Tells the listeners of `GET stream` what happens.
///
/// It does nothing while nobody is listening. A listener that reads too slowly is cut off by its sink.
final class Broadcast: Sendable {
  /// The maximum number of simultaneous listeners.
  static let listenerLimit = 100
  /// The number of seconds between comments, which keep a silent connection open.
  static let secondsBetweenComments = 15

  private struct Listener {
    let sink: any EventSink
    /// The key of the sandbox that it listens to; `nil` for all.
    let key: String?
  }

  private struct Contents {
    var listeners: [Listener] = []
    /// Whether a tick is scheduled.
    var isTicking = false
    var ticks = 0
  }

  private let directory: SandboxDirectory
  // Guards the list; events are written and sent outside the lock.
  private let contents = Mutex(Contents())
  private let queue = DispatchQueue(label: "willcall.stream")

  init(directory: SandboxDirectory) {
    self.directory = directory
  }

  /// Whether there is room for another listener.
  var hasRoom: Bool {
    contents.withLock { contents in
      contents.listeners.removeAll { $0.sink.isClosed }
      return contents.listeners.count < Self.listenerLimit
    }
  }

  /// The number of listeners, as far as is known.
  var listenerCount: Int { contents.withLock { $0.listeners.count } }

  /// Adds a listener, and sends it a comment from which on it misses nothing.
  func add(_ sink: any EventSink, key: String?) {
    let mustTick = contents.withLock { contents in
      contents.listeners.append(Listener(sink: sink, key: key))
      // Done under the lock, so that it cannot race with the last listener leaving.
      directory.settings.audience.listen { [weak self] in self?.tell($0) }
      defer { contents.isTicking = true }
      return !contents.isTicking
    }
    beginNotes(key)
    _ = sink.send(StreamWire.comment)
    if mustTick { tickLater() }
  }

  private func beginNotes(_ key: String?) {
    if let key { return directory.existing(key)?.tellExpiries() ?? () }
    for sandbox in directory.all { sandbox.tellExpiries() }
  }

  private func tell(_ happening: Happening) {
    let sinks = contents.withLock { contents in
      contents.listeners.compactMap { $0.key == nil || $0.key == happening.key ? $0.sink : nil }
    }
    if sinks.isEmpty { return }
    let bytes = StreamWire.event(happening)
    for sink in sinks { _ = sink.send(bytes) }
  }

  // MARK: Time

  /// Schedules a tick every second while somebody is listening; blocks no thread in between.
  private func tickLater() {
    queue.asyncAfter(deadline: .now() + .seconds(1)) { [weak self] in
      if self?.tick() == true { self?.tickLater() }
    }
  }

  /// Forgets listeners that have gone, reports holds that ran out, and sends a comment when one is due.
  ///
  /// - Returns: whether somebody is still listening.
  @discardableResult
  func tick() -> Bool {
    let (listeners, isTimeToComment) = contents.withLock { contents in
      contents.listeners.removeAll { $0.sink.isClosed }
      contents.ticks += 1
      if contents.listeners.isEmpty {
        contents.isTicking = false
        directory.settings.audience.listen(nil)
      }
      return (contents.listeners, contents.ticks % Self.secondsBetweenComments == 0)
    }
    guard !listeners.isEmpty else {
      for sandbox in directory.all { sandbox.stopNotingExpiries() }
      return false
    }
    let hearsAll = listeners.contains { $0.key == nil }
    let keys = Set(listeners.compactMap(\.key))
    let heard = hearsAll ? directory.all : keys.compactMap(directory.existing)
    for sandbox in heard { sandbox.tellExpiries() }
    if isTimeToComment {
      for listener in listeners { _ = listener.sink.send(StreamWire.comment) }
    }
    return true
  }
}
