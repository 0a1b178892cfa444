import HTTPWire
import Synchronization

/// The content of an answer, sent as it becomes available: server-sent events, for example.
///
/// It may be kept and used on any thread, and never waits for the client. It closes when it is finished, when the
/// client goes away, when the server stops, and when the client reads so slowly that more than
/// ``HTTPWire/Limits/unsentStreamBytes`` are waiting; in that last case the client is cut off.
public final class ResponseStream: Sendable {
  private struct State {
    var pending: [UInt8] = []
    var isStarted = false
    var isFlushing = false
    var isFinished = false
    var hasOverrun = false
    var isClosed = false

    mutating func close() {
      isClosed = true
      pending = []
    }

    /// Whether the connection has to be notified; off its loop, once for everything sent until it looks.
    mutating func mustFlush(isOnLoop: Bool) -> Bool {
      defer { if !isOnLoop { isFlushing = true } }
      return isOnLoop || !isFlushing
    }
  }

  /// What the connection has to do next for the stream.
  struct Due {
    var piece: [UInt8]
    var isFinished: Bool
    var hasOverrun: Bool
  }

  let id: ExchangeID
  private let connection: LoopBound<Connection>
  private let limit: Int
  // Guards what is waiting for the loop, so that everything sent between two turns becomes one piece.
  private let state = Mutex(State())

  init(_ id: ExchangeID, on connection: LoopBound<Connection>, limit: Int) {
    self.id = id
    self.connection = connection
    self.limit = limit
  }

  /// Sends a piece of content after the earlier ones; pieces may reach the client joined or split.
  ///
  /// - Returns: whether the stream was open; anything sent to a closed stream is dropped.
  @discardableResult
  public func send(_ bytes: [UInt8]) -> Bool {
    let isOnLoop = connection.poller.isCurrent
    let (isOpen, mustFlush) = state.withLock { state in
      guard !state.isClosed, !state.isFinished else { return (false, false) }
      if state.pending.count > limit {
        state.hasOverrun = true
        state.close()
      } else {
        state.pending.append(contentsOf: bytes)
      }
      return (!state.isClosed, state.mustFlush(isOnLoop: isOnLoop))
    }
    if mustFlush { flush(isOnLoop: isOnLoop) }
    return isOpen
  }

  /// Ends the content so that the client sees it as complete; the connection may then serve another request.
  public func finish() {
    let isOnLoop = connection.poller.isCurrent
    let mustFlush = state.withLock { state in
      guard !state.isClosed, !state.isFinished else { return false }
      state.isFinished = true
      return state.mustFlush(isOnLoop: isOnLoop)
    }
    if mustFlush { flush(isOnLoop: isOnLoop) }
  }

  /// Whether nothing more can be sent.
  public var isClosed: Bool { state.withLock { $0.isClosed || $0.isFinished } }

  private func flush(isOnLoop: Bool) {
    if isOnLoop {
      connection.value.flush(self)
    } else {
      connection.enqueue { $0.flush(self) }
    }
  }

  // MARK: - The connection's side

  /// Notes that the head is on its way; until then everything waits.
  func start() {
    state.withLock { $0.isStarted = true }
  }

  /// Notes that the connection no longer needs the stream.
  func close() {
    state.withLock { $0.close() }
  }

  /// Takes what has to be done; nil if the head is not on its way yet.
  func takeDue() -> Due? {
    state.withLock { state in
      guard state.isStarted else { return nil }
      defer { state.pending = [] }
      state.isFlushing = false
      return Due(piece: state.pending, isFinished: state.isFinished, hasOverrun: state.hasOverrun)
    }
  }
}
