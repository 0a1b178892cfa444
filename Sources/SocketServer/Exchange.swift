import Determinism
public import HTTPWire
import Synchronization

/// One request and its answer.
///
/// It may be kept and used on any thread. If it is never answered, the client waits until it gives up or the server
/// stops.
public final class Exchange: Sendable {
  private enum State: UInt8, AtomicRepresentable {
    case awaited
    case answered
    case abandoned
  }

  private let connection: LoopBound<Connection>
  private let id: ExchangeID
  private let streamLimit: Int
  private let state = Atomic(State.awaited)

  init(_ id: ExchangeID, on connection: LoopBound<Connection>, streamLimit: Int) {
    self.id = id
    self.connection = connection
    self.streamLimit = streamLimit
  }

  /// Answers the request.
  ///
  /// Only the first answer counts; any further one is ignored and logged. Answers to an abandoned request are dropped.
  ///
  /// - Parameter witness: notified if the client goes away before the answer is sent completely.
  public func answer(_ response: Response, delivery: Delivery = .plain, witness: AnswerWitness? = nil) {
    guard claimAnswer() else {
      if isAbandoned { witness?.clientWentAway() }
      return
    }
    if connection.poller.isCurrent {
      connection.value.answer(id, with: response, delivery: delivery, witness: witness)
    } else {
      connection.enqueue { [id] in $0.answer(id, with: response, delivery: delivery, witness: witness) }
    }
  }

  /// Answers the request with a stream: the head now, the content as it becomes available.
  ///
  /// Chunked in HTTP/1.1; in HTTP/1.0 the content ends with the connection. The body of `head` is the first piece, and
  /// framing fields in `head` are replaced. For HEAD, and for a status without content, the stream is closed at once. A
  /// stream does not keep the server from stopping, and its client may stay silent for as long as it lasts.
  ///
  /// - Returns: the stream; already closed if the request has been answered or abandoned.
  public func stream(head: Response) -> ResponseStream {
    let stream = ResponseStream(id, on: connection, limit: streamLimit)
    guard claimAnswer() else {
      stream.close()
      return stream
    }
    if connection.poller.isCurrent {
      connection.value.start(stream, head: head)
    } else {
      connection.enqueue { $0.start(stream, head: head) }
    }
    return stream
  }

  /// Whether this is the first answer and the request still awaits one.
  private func claimAnswer() -> Bool {
    let (isFirst, found) = state.compareExchange(
      expected: .awaited, desired: .answered, ordering: .acquiringAndReleasing)
    if found == .answered { connection.enqueue { $0.logSecondAnswer() } }
    return isFirst
  }

  /// Runs `work` after a delay in real time, on the connection's event loop; blocks no thread meanwhile.
  ///
  /// If the connection ends first, the work is done at once: a client that goes away undoes nothing, and whatever is
  /// waiting for the work is released.
  public func after(_ delay: Duration, _ work: @escaping @Sendable () -> Void) {
    let instant = RealInstant.now + max(.zero, delay)
    if connection.poller.isCurrent {
      connection.value.schedule(work, at: instant)
    } else {
      connection.enqueue { $0.schedule(work, at: instant) }
    }
  }

  /// Whether the connection ended before the answer.
  public var isAbandoned: Bool { state.load(ordering: .acquiring) == .abandoned }

  /// Notes that the connection ended; an answer already given stands.
  func abandon() {
    _ = state.compareExchange(expected: .awaited, desired: .abandoned, ordering: .acquiringAndReleasing)
  }
}
