extension ConnectionMachine {
  /// What the driver of a connection has to do next.
  public enum Action: Sendable {
    /// Have the request answered; the answer comes back by ``ConnectionMachine/answered(_:with:delivery:)``, or piece
    /// by piece after ``ConnectionMachine/streamStarted(_:head:)``.
    case handle(Request, ExchangeID)

    /// Send these bytes after all before them, and report progress by ``ConnectionMachine/wrote(_:)``.
    case write([UInt8])

    /// Shut down the sending side; everything was sent.
    case closeWriting

    /// Close the connection; the last action.
    case close

    /// Close the connection so that the peer sees a reset; the last action.
    case reset

    /// Stop taking bytes from the peer.
    case pauseReading

    /// Take bytes from the peer again.
    case resumeReading

    /// Start this timer in place of the one that runs; report its end by ``ConnectionMachine/timerFired(_:)``.
    case startTimer(Timer)

    /// Stop the timer that runs.
    case stopTimer

    /// Call ``ConnectionMachine/woke()`` after this time; precise, and apart from the timer.
    case wake(after: Duration)
  }

  /// The times a connection is held to; at most one runs.
  public enum Timer: Sendable, Hashable {
    /// Until a request starts.
    case idle

    /// Until the header is complete.
    case header

    /// Until the content is complete.
    case body

    /// Until the client reads some more of an answer.
    case write

    /// Until the client closes after the last answer.
    case linger

    /// How long the timer runs.
    public func duration(in limits: Limits) -> Duration {
      switch self {
      case .idle, .write: limits.idleTimeout
      case .header: limits.headerTimeout
      case .body: limits.bodyTimeout
      case .linger: limits.lingerTimeout
      }
    }
  }
}
