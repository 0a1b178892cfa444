import Dispatch
import Sandboxes
import Synchronization

/// Tells the listeners of `GET stream` what happens.
///
/// It does nothing while nobody is listening, and nobody has for a while. A listener that reads too slowly is cut off by
/// its sink.
final class Broadcast: Sendable {
  /// The maximum number of simultaneous listeners.
  static let listenerLimit = 100
  /// The number of seconds between comments, which keep a silent connection open.
  static let secondsBetweenComments = 15
  /// For how many seconds events are kept after the last listener has left.
  static let secondsOfMemory = 300
  /// How often whoever brought an event sends what came meanwhile, before another thread takes over.
  private static let turns = 8

  private struct Listener {
    let sink: any EventSink
    /// The key of the sandbox that it listens to; `nil` for all.
    let key: String?
    /// What is sent to it before any event.
    var greeting: [UInt8]
    /// The number of the newest event that it was sent.
    var heard: UInt64
  }

  private struct Contents {
    var listeners: [Listener] = []
    var log: EventLog
    /// Whether a thread is sending; it goes on until nothing is left.
    var isSending = false
    /// Whether a tick is scheduled, and events are kept.
    var isTicking = false
    var ticks = 0
    /// The ticks since the last listener left.
    var idleTicks = 0

    /// What is to be sent now, to whom.
    mutating func takeDue() -> [(sink: any EventSink, bytes: [UInt8])] {
      var due: [(sink: any EventSink, bytes: [UInt8])] = []
      for place in listeners.indices where listeners[place].heard < log.last || !listeners[place].greeting.isEmpty {
        var bytes = listeners[place].greeting
        if listeners[place].heard < log.start {
          // More came at once than is kept.
          bytes += StreamWire.gap("More happened than is kept.", id: log.id(log.last))
        } else {
          let events = log.events(after: listeners[place].heard, key: listeners[place].key)
          bytes = bytes.isEmpty ? events : bytes + events
        }
        listeners[place].greeting = []
        listeners[place].heard = log.last
        if !bytes.isEmpty { due.append((listeners[place].sink, bytes)) }
      }
      return due
    }
  }

  private let directory: SandboxDirectory
  private let hello: StreamWire.Hello
  // Guards the list and the log; events are written before, and sent outside the lock by one thread at a time.
  private let contents: Mutex<Contents>
  private let queue = DispatchQueue(label: "willcall.stream")

  /// Makes a broadcast.
  ///
  /// - Parameter run: names the run of the server in the ids of events.
  init(directory: SandboxDirectory, run: String, hello: StreamWire.Hello) {
    self.directory = directory
    self.hello = hello
    contents = Mutex(Contents(log: EventLog(run: run)))
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

  /// Whether a thread is sending what has come.
  var isSending: Bool { contents.withLock { $0.isSending } }

  /// Adds a listener, and sends it a comment from which on it misses nothing.
  ///
  /// - Parameter id: the newest event that it has seen before; what came since is sent first.
  func add(_ sink: any EventSink, key: String?, after id: String?) {
    // So that holds that run out are noted from now on, and none from before is told.
    for sandbox in directory.all where key == nil || sandbox.key == key { sandbox.tellExpiries() }
    let mustTick = contents.withLock { contents in
      let resumption = id.map(contents.log.resume) ?? .after(contents.log.last)
      var greeting = StreamWire.comment
      let heard: UInt64
      switch resumption {
      case .after(let number):
        heard = number
        greeting += StreamWire.event(hello, id: contents.log.id(heard))
      case .gap(let reason):
        heard = contents.log.last
        greeting += StreamWire.event(hello, id: contents.log.id(heard))
        greeting += StreamWire.gap(reason, id: contents.log.id(heard))
      }
      contents.listeners.append(Listener(sink: sink, key: key, greeting: greeting, heard: heard))
      contents.idleTicks = 0
      // Done under the lock, so that it cannot race with the end of the memory.
      directory.settings.audience.listen { [weak self] in self?.tell($0) }
      defer { contents.isTicking = true }
      return !contents.isTicking
    }
    send()
    if mustTick { tickLater() }
  }

  private func tell(_ happening: Happening) {
    let event = StreamWire.event(happening)
    contents.withLock { contents in
      // The memory may have ended just now.
      if contents.isTicking { contents.log.append(key: happening.key, event) }
    }
    send()
  }

  // MARK: Sending

  /// Sends what is due, unless another thread is sending: that one goes on until nothing is left.
  ///
  /// So each listener gets the events in their order; and a sink may lead back here, for it is called without the lock.
  private func send() {
    let isFirst = contents.withLock { contents in
      defer { contents.isSending = true }
      return !contents.isSending
    }
    if isFirst { sendDue() }
  }

  private func sendDue() {
    for _ in 0..<Self.turns {
      let due = contents.withLock { contents in
        let due = contents.takeDue()
        if due.isEmpty { contents.isSending = false }
        return due
      }
      if due.isEmpty { return }
      for (sink, bytes) in due { _ = sink.send(bytes) }
    }
    // Whoever brought an event is perhaps an event loop, with better things to do.
    queue.async { [weak self] in self?.sendDue() }
  }

  // MARK: Time

  /// Schedules a tick every second while somebody is listening, or has just been; blocks no thread in between.
  private func tickLater() {
    queue.asyncAfter(deadline: .now() + .seconds(1)) { [weak self] in
      if self?.tick() == true { self?.tickLater() }
    }
  }

  /// Forgets listeners that have gone, reports holds that ran out, and sends a comment when one is due.
  ///
  /// - Returns: whether events are still kept.
  @discardableResult
  func tick() -> Bool {
    let (sinks, isTimeToComment, isOver) = contents.withLock { contents in
      contents.listeners.removeAll { $0.sink.isClosed }
      contents.ticks += 1
      contents.idleTicks = contents.listeners.isEmpty ? contents.idleTicks + 1 : 0
      let isOver = contents.idleTicks > Self.secondsOfMemory
      if isOver {
        contents.isTicking = false
        contents.log.interrupt()
        directory.settings.audience.listen(nil)
      }
      return (contents.listeners.map(\.sink), contents.ticks % Self.secondsBetweenComments == 0, isOver)
    }
    if isOver {
      for sandbox in directory.all { sandbox.stopNotingExpiries() }
      return false
    }
    for sandbox in directory.all { sandbox.tellExpiries() }
    if isTimeToComment {
      for sink in sinks { _ = sink.send(StreamWire.comment) }
    }
    return true
  }
}
