/// What an event loop needs from the operating system: one thread of control, readiness of sockets, and an alarm.
///
/// Everything registered is called on the loop, one at a time. Only ``enqueue(_:)`` and ``isCurrent`` may be used from
/// anywhere; the rest is for the loop itself, or for whoever builds it.
protocol Poller: AnyObject, Sendable {
  /// Runs `work` on the loop, after what was enqueued before.
  func enqueue(_ work: @escaping @Sendable () -> Void)

  /// Whether the caller is on the loop.
  var isCurrent: Bool { get }

  /// Watches a socket, for reading at first, and calls `observer`, which is kept until the watch is closed.
  func watch(_ socket: Socket, for observer: any ReadinessObserver) -> any SocketWatch

  /// Names what the alarm and the end of a turn call; to be called once, before either is asked for.
  func activate(alarm: @escaping @Sendable () -> Void, turnEnd: @escaping @Sendable () -> Void)

  /// Calls the end of the turn once, when all that is ready now has been told.
  func askForTurnEnd()

  /// Calls the alarm once, at `instant` or as little later as the system can, in place of the instant set before.
  func setAlarm(at instant: ContinuousClock.Instant)

  /// Gives up what the poller holds, then calls `done`; nothing is watched any more.
  func shutDown(_ done: @escaping @Sendable () -> Void)
}

/// Somebody with a socket.
protocol ReadinessObserver: AnyObject {
  /// Reading will not block; called again as long as that is so.
  func socketIsReadable()

  /// Writing will not block; called again as long as that is so.
  func socketIsWritable()

  /// The peer is gone, with a reset or for good, while nobody reads or writes; called again as long as that is so.
  ///
  /// A poller that cannot know need not tell: the next read or write shows it.
  func socketIsLost()
}

/// A socket under watch.
protocol SocketWatch: AnyObject {
  /// Whether the observer is notified of readable bytes; at first it is.
  var isReading: Bool { get set }

  /// Whether the observer is notified of room for writing; at first it is not.
  var isWriting: Bool { get set }

  /// Whether readiness is told again and again as long as it lasts.
  ///
  /// If not, the observer has to use it up: it may be told only once.
  var isLevelTriggered: Bool { get }

  /// Ends the watch and closes the socket once no event can arrive any more; then calls `done`.
  func close(_ done: @escaping @Sendable () -> Void)
}
