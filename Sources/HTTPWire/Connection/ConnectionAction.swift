extension ConnectionMachine {
  /// What the driver of a connection has to do next.
  public enum Action: Sendable {
    /// Have the request answered; report the answer with ``ConnectionMachine/answered(_:with:delivery:)``, or start a
    /// stream with ``ConnectionMachine/streamStarted(_:head:)``.
    case handle(Request, ExchangeID)

    /// Send these bytes after all earlier ones, and report progress with ``ConnectionMachine/wrote(_:)``.
    case write([UInt8])

    /// Shut down the sending side; everything has been sent.
    case closeWriting

    /// Begin anew with these bytes and all that follow: the client takes the connection for one to another server.
    case openTunnel([UInt8])

    /// Close the connection; this is the last action.
    case close

    /// Close the connection so that the peer sees a reset; this is the last action.
    case reset

    /// Stop reading from the peer.
    case pauseReading

    /// Resume reading from the peer.
    case resumeReading

    /// Start this timer in place of the running one; report when it fires with ``ConnectionMachine/timerFired(_:)``.
    case startTimer(Timer)

    /// Stop the running timer.
    case stopTimer

    /// Call ``ConnectionMachine/woke()`` after this time, precisely; independent of the timer.
    case wake(after: Duration)

    /// Call ``ConnectionMachine/woke(_:)`` after this time, precisely; independent of the timer and of other exchanges.
    case wakeExchange(ExchangeID, after: Duration)

    /// The socket has accepted the whole answer to this request; only where there are several requests at a time.
    case finished(ExchangeID)

    /// The client gave this request up, or its answer was cut off; only where there are several requests at a time.
    case abandoned(ExchangeID)
  }

  /// The time limits of a connection; at most one timer runs at a time.
  public enum Timer: Sendable, Hashable {
    /// Until a request starts.
    case idle

    /// Until the header is complete.
    case header

    /// Until the content is complete.
    case body

    /// Until the client reads more of an answer.
    case write

    /// Until the client closes after the last answer.
    case linger

    /// An eighth of the shortest time limit, by which a connection with several requests at a time measures them.
    case pulse

    /// How long the timer runs.
    public func duration(in limits: Limits) -> Duration {
      switch self {
      case .idle, .write: limits.idleTimeout
      case .header: limits.headerTimeout
      case .body: limits.bodyTimeout
      case .linger: limits.lingerTimeout
      case .pulse:
        max([Timer.idle, .header, .body, .linger].map { $0.duration(in: limits) }.min() ?? .zero, .milliseconds(8)) / 8
      }
    }
  }
}
