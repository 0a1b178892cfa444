import Determinism
import Dispatch

/// The portable poller: a serial queue, and dispatch sources for sockets and the alarm.
final class DispatchPoller: Poller {
  private static let key = DispatchSpecificKey<ObjectIdentifier>()

  private let queue: DispatchQueue

  // Unsafe only to the compiler: sources are thread-safe, but Dispatch does not declare it on Linux.
  nonisolated(unsafe) private let timer: any DispatchSourceTimer

  // Unsafe only to the compiler: set before the loop is used, and afterwards read only on the loop.
  nonisolated(unsafe) private var turnEnd: @Sendable () -> Void = {}

  init(label: String) {
    queue = DispatchQueue(label: label)
    timer = DispatchSource.makeTimerSource(flags: .strict, queue: queue)
    queue.setSpecific(key: Self.key, value: ObjectIdentifier(self))
  }

  var isCurrent: Bool { DispatchQueue.getSpecific(key: Self.key) == ObjectIdentifier(self) }

  func enqueue(_ work: @escaping @Sendable () -> Void) {
    queue.async(execute: work)
  }

  func watch(_ socket: Socket, for observer: any ReadinessObserver) -> any SocketWatch {
    DispatchSocketWatch(socket, queue: queue, observer: LoopBound(observer, on: self))
  }

  func activate(alarm: @escaping @Sendable () -> Void, turnEnd: @escaping @Sendable () -> Void) {
    self.turnEnd = turnEnd
    timer.setEventHandler(handler: alarm)
    timer.schedule(deadline: .distantFuture)
    timer.activate()
  }

  func askForTurnEnd() {
    queue.async(execute: turnEnd)
  }

  func setAlarm(at instant: RealInstant) {
    let delay = max(0, instant.nanoseconds - RealInstant.now.nanoseconds)
    timer.schedule(deadline: .now() + .nanoseconds(Int(delay)), leeway: .nanoseconds(0))
  }

  func shutDown(_ done: @escaping @Sendable () -> Void) {
    // It refers to the loop's poller, which is this object.
    turnEnd = {}
    timer.setCancelHandler(handler: done)
    timer.cancel()
  }
}
