import Determinism
import HTTPWire
import Logging
import Synchronization

/// Accepts the connections of one listening socket and hands them to the loops in turn.
///
/// Runs on one of the loops itself.
final class Acceptor: ReadinessObserver {
  /// The maximum number of connections accepted per wake-up, so that those being served are not held up.
  private static let acceptsPerWakeUp = 64

  /// How many connections over the limit are refused with an answer at a time; any more are closed without one.
  private static let refusals = 256

  /// How long to wait when descriptors or memory have run out.
  private static let retryPause = Duration.milliseconds(100)

  /// How long there must be enough of them before the shortage counts as over.
  private static let recoveryTime = Duration.seconds(1)

  /// How much of an answer the system may buffer beyond what the client has room for.
  private static let unsentBytes: Int32 = 256 * 1024

  private let listening: ListeningSocket
  private let home: LoopBound<EventLoop>
  private let loops: [LoopBound<EventLoop>]
  private let context: ServerContext
  private var watch: (any SocketWatch)?
  private var nextLoop = 0
  private var shortage: Shortage?

  /// A period in which connections cannot be accepted; logged once at its start and once at its end.
  private struct Shortage {
    let start: RealInstant
    var lastFailure: RealInstant
    var failures = 1
  }

  init(_ listening: ListeningSocket, home: LoopBound<EventLoop>, loops: [LoopBound<EventLoop>], context: ServerContext)
  {
    self.listening = listening
    self.home = home
    self.loops = loops
    self.context = context
  }

  func start() {
    watch = home.poller.watch(listening.socket, for: self)
  }

  /// Stops listening, and calls `done` when the socket is closed.
  func stop(_ done: @escaping @Sendable () -> Void) {
    listening.removeFile()
    guard let watch else { return done() }
    self.watch = nil
    watch.close(done)
  }

  func socketIsReadable() {
    do throws(SocketError) {
      for _ in 0..<Self.acceptsPerWakeUp {
        guard watch?.isReading == true, let socket = try listening.socket.accept() else { return }
        place(socket)
      }
    } catch {
      pause(because: error)
    }
  }

  func socketIsWritable() {}

  func socketIsLost() {}

  private func place(_ socket: Socket) {
    let open = context.openConnections.add(1, ordering: .relaxed).newValue
    guard open <= context.limits.connections + Self.refusals else {
      context.openConnections.subtract(1, ordering: .relaxed)
      socket.close()
      return
    }
    let refusal: RequestFault? = open > context.limits.connections ? .tooManyConnections : nil
    if case .tcp = listening.address {
      socket.disableDelay()
      socket.limitUnsent(to: Self.unsentBytes)
    }
    let loop = loops[nextLoop]
    nextLoop = (nextLoop + 1) % loops.count
    loop.enqueue { [context] loop in
      Connection(socket, loop: loop, context: context).start(refusal: refusal)
    }
  }

  /// Waits before the next attempt, because the waiting connection would otherwise wake the loop again at once.
  private func pause(because error: SocketError) {
    let now = RealInstant.now
    if shortage == nil {
      context.logger.warning("cannot accept connections for now", metadata: ["error": "\(error)"])
      shortage = Shortage(start: now, lastFailure: now)
      expectEnd(at: now + Self.recoveryTime)
    } else {
      shortage?.lastFailure = now
      shortage?.failures += 1
    }
    watch?.isReading = false
    home.value.schedule(at: now + Self.retryPause) { [weak self] in self?.watch?.isReading = true }
  }

  /// Checks at an instant whether the shortage is over, and again later if it is not.
  private func expectEnd(at instant: RealInstant) {
    home.value.schedule(at: instant) { [weak self] in
      guard let self, let shortage, watch != nil else { return }
      let end = shortage.lastFailure + Self.recoveryTime
      guard RealInstant.now >= end else { return expectEnd(at: end) }
      self.shortage = nil
      let seconds = shortage.start.duration(to: shortage.lastFailure).components.seconds
      context.logger.warning(
        "can accept connections again", metadata: ["failures": "\(shortage.failures)", "seconds": "\(seconds)"])
    }
  }
}
