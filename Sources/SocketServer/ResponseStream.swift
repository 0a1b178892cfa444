import HTTPWire
import Synchronization

/// The content of an answer, sent as it comes up: server-sent events, for example.
///
/// It may be kept and used from any thread; nothing it does waits for the client. It is closed when it is finished, when
/// the client goes away, when the server stops, and when the client reads so slowly that more than
/// ``HTTPWire/Limits/unsentStreamBytes`` wait for it: then it is cut off.
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

    /// Whether the connection has to be told; off its loop that is done once for all that comes up until it looks.
    mutating func mustFlush(isOnLoop: Bool) -> Bool {
      defer { if !isOnLoop { isFlushing = true } }
      return isOnLoop || !isFlushing
    }
  }

  /// What the connection has to do next for a stream.
  struct Due {
    var piece: [UInt8]
    var isFinished: Bool
    var hasOverrun: Bool
  }

  let id: ExchangeID
  private let connection: LoopBound<Connection>
  private let limit: Int
  // Guards what waits for the loop, so that all that is sent between two turns of it is one piece.
  private let state = Mutex(State())

  init(_ id: ExchangeID, on connection: LoopBound<Connection>, limit: Int) {
    self.id = id
    self.connection = connection
    self.limit = limit
  }

  /// Sends a piece of the content after those before it; pieces may reach the client joined or split.
  ///
  /// - Returns: whether the stream was open; what is sent to a closed one is dropped.
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

  /// Notes that the head is on its way; until then all waits.
  func start() {
    state.withLock { $0.isStarted = true }
  }

  /// Notes that the connection has no more use for it.
  func close() {
    state.withLock { $0.close() }
  }

  /// Takes what is to be done; nil if the head is not on its way yet.
  func takeDue() -> Due? {
    state.withLock { state in
      guard state.isStarted else { return nil }
      defer { state.pending = [] }
      state.isFlushing = false
      return Due(piece: state.pending, isFinished: state.isFinished, hasOverrun: state.hasOverrun)
    }
  }
}
