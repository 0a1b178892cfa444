import Determinism
import HTTPWire

/// One serial thread of execution with the connections that belong to it.
///
/// Not `Sendable`: it may be created anywhere, but from then on is used only on its poller.
final class EventLoop {
  /// The maximum size of one read; connections share the buffer, as each consumes it before the next is called.
  private static let readBufferSize = 64 * 1024

  let poller: any Poller
  let readBuffer = UnsafeMutableRawBufferPointer.allocate(byteCount: readBufferSize, alignment: 16)

  /// How many connections may have something to send before it is sent.
  ///
  /// Sending wakes the client, which may take over this thread's processor. When answers are sent in a row, the first
  /// wakes the client and the others find it awake; beyond a few dozen, nothing is gained and the first has to wait.
  private static let sendingBatch = 32

  /// What its connections have read.
  let known = KnownRequests()

  private var connections: [Connection] = []
  private var sending: [Connection] = []
  // Empty, but with memory for those that will be due next.
  private var spare: [Connection] = []
  // An answer that was sent, whose memory may be used for the next.
  private var spareBytes: [UInt8] = []
  private var isSending = false
  private var closingSockets = 0
  private var clock: CoarseClock
  private var isSweeping = false
  private var alarms = AlarmQueue()
  private var alarmInstant: RealInstant?
  private var drained: (@Sendable () -> Void)?

  init(poller: any Poller, limits: Limits) {
    self.poller = poller
    clock = CoarseClock(limits: limits)
    let loop = LoopBound(Weak(self), on: poller)
    poller.activate(alarm: { loop.value.object?.alarmRang() }, turnEnd: { loop.value.object?.sendAll() })
  }

  deinit {
    readBuffer.deallocate()
  }

  // MARK: - Connections

  func add(_ connection: Connection) {
    connection.slot = connections.count
    connections.append(connection)
    sweepLater()
    if drained != nil { connection.drain() }
  }

  /// Removes a connection whose socket is being closed; ``socketClosed()`` follows.
  func remove(_ connection: Connection) {
    let slot = connection.slot
    assert(connections[slot] === connection)
    connections.swapAt(slot, connections.count - 1)
    connections[slot].slot = slot
    connections.removeLast()
    closingSockets += 1
  }

  func socketClosed() {
    closingSockets -= 1
    finishDrain()
  }

  /// Ends all connections: idle ones now, the others after their current request, or when `time` is up.
  ///
  /// Calls `done` when the last socket is closed; the loop cannot be used after that.
  func drain(within time: Duration, _ done: @escaping @Sendable () -> Void) {
    drained = done
    // Over a copy, because any of them may be removed.
    for connection in Array(connections) { connection.drain() }
    schedule(at: .now + time) { [weak self] in
      for connection in self?.connections ?? [] { connection.abort() }
    }
    finishDrain()
  }

  private func finishDrain() {
    guard let drained, connections.isEmpty, closingSockets == 0 else { return }
    self.drained = nil
    alarms = AlarmQueue()
    poller.shutDown(drained)
  }

  // MARK: - Sending

  /// Has a connection send its data at the end of the turn, or as soon as enough other connections have data too.
  func sendSoon(_ connection: Connection) {
    sending.append(connection)
    if sending.count == 1 { poller.askForTurnEnd() }
    if sending.count >= Self.sendingBatch { sendAll() }
  }

  /// Keeps the memory of bytes that were sent, unless it is large.
  func keep(_ bytes: consuming [UInt8]) {
    if bytes.capacity <= OutgoingBytes.largePiece { spareBytes = bytes }
  }

  /// Takes memory that was kept; empty if there is none.
  func takeSpareBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &spareBytes)
    return taken
  }

  /// Anything added meanwhile waits for the next time, so that this always ends.
  private func sendAll() {
    guard !isSending else { return }
    isSending = true
    var due = spare
    spare = []
    swap(&due, &sending)
    for connection in due { connection.sendNow() }
    while due.popLast() != nil {}
    spare = due
    isSending = false
  }

  // MARK: - Time

  /// Runs `work` at `instant`, precisely.
  @discardableResult
  func schedule(at instant: RealInstant, _ work: @escaping () -> Void) -> Alarm {
    let alarm = Alarm(at: instant, work)
    alarms.add(alarm)
    setAlarm()
    return alarm
  }

  /// Cancels scheduled work.
  ///
  /// - Returns: the work; `nil` if it was already done or cancelled.
  @discardableResult
  func cancel(_ alarm: Alarm) -> (() -> Void)? { alarms.cancel(alarm) }

  /// The tick at which a timer started now ends.
  func deadline(of timer: ConnectionMachine.Timer) -> UInt64 { clock.deadline(of: timer) }

  private func setAlarm() {
    guard let earliest = alarms.earliest, alarmInstant.map({ earliest < $0 }) ?? true else { return }
    alarmInstant = earliest
    poller.setAlarm(at: earliest)
  }

  private func alarmRang() {
    alarmInstant = nil
    let now = RealInstant.now
    while let work = alarms.takeDue(at: now) { work() }
    setAlarm()
  }

  /// Sweeps over the connections' timers at each tick, as long as there are connections.
  private func sweepLater() {
    guard !isSweeping else { return }
    isSweeping = true
    schedule(at: .now + clock.interval) { [weak self] in self?.sweep() }
  }

  private func sweep() {
    isSweeping = false
    clock.advance()
    for connection in Array(connections) { connection.tick(clock.tick) }
    if !connections.isEmpty { sweepLater() }
  }
}

/// A weak reference.
private struct Weak<Object: AnyObject> {
  weak var object: Object?

  init(_ object: Object) {
    self.object = object
  }
}
