import Determinism

/// What an event loop needs from the operating system: a serial thread of execution, socket readiness, and an alarm.
///
/// All callbacks run on the loop, one at a time. Only ``enqueue(_:)`` and ``isCurrent`` may be used from anywhere; the
/// rest only on the loop, or by whoever creates it.
protocol Poller: AnyObject, Sendable {
  /// Runs `work` on the loop, after all work enqueued earlier.
  func enqueue(_ work: @escaping @Sendable () -> Void)

  /// Whether the caller is on the loop.
  var isCurrent: Bool { get }

  /// Watches a socket, at first for reading only, and notifies `observer`, which is retained until the watch is closed.
  func watch(_ socket: Socket, for observer: any ReadinessObserver) -> any SocketWatch

  /// Sets the callbacks for the alarm and the end of a turn; to be called once, before either is requested.
  func activate(alarm: @escaping @Sendable () -> Void, turnEnd: @escaping @Sendable () -> Void)

  /// Requests one call at the end of the turn, after everything that is ready now has been reported.
  func askForTurnEnd()

  /// Requests one alarm at `instant`, or as soon after it as the system can, replacing any instant set earlier.
  func setAlarm(at instant: RealInstant)

  /// Releases what the poller holds, then calls `done`; no socket may be watched any more.
  func shutDown(_ done: @escaping @Sendable () -> Void)
}

/// The owner of a watched socket.
protocol ReadinessObserver: AnyObject {
  /// Reading will not block; called repeatedly while that is so.
  func socketIsReadable()

  /// Writing will not block; called repeatedly while that is so.
  func socketIsWritable()

  /// The peer has reset or fully closed the connection while nothing is being read or written; called repeatedly.
  ///
  /// A poller that cannot detect this need not report it: the next read or write will show it.
  func socketIsLost()
}

/// A watched socket.
protocol SocketWatch: AnyObject {
  /// Whether the observer is notified of readable bytes; initially true.
  var isReading: Bool { get set }

  /// Whether the observer is notified of room for writing; initially false.
  var isWriting: Bool { get set }

  /// Whether readiness is reported repeatedly while it lasts.
  ///
  /// If not, the observer must read or write until it would block, because it may be notified only once.
  var isLevelTriggered: Bool { get }

  /// Ends the watch, closes the socket once no more events can arrive, and then calls `done`.
  func close(_ done: @escaping @Sendable () -> Void)
}
