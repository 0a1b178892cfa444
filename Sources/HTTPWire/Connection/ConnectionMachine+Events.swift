// The events of a connection.
extension ConnectionMachine {
  /// Reports bytes from the peer.
  ///
  /// A connection that begins with a TLS handshake is answered with an alert and ends; see ``hasMetTLS``.
  public mutating func received(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let multiplexed { return multiplexed.received(bytes) }
    if received == 0, makesMultiplexed != nil, isMultiplexed(bytes) { return }
    switch state {
    case .receiving where received == 0 && bytes.first == TLSGreeting.firstByte:
      hasMetTLS = true
      output.append(TLSGreeting.refusal)
      state = .closing
    case .receiving, .handling, .dripping, .streaming, .tunnelling:
      received += UInt64(bytes.count)
      parser.received(bytes)
    case .hanging, .closing, .lingering, .aborting, .closed:
      // Read, so that the peer can read our answer before it sees a reset, and discarded.
      break
    }
  }

  /// Finds out whether the client begins with the preface of HTTP/2, and hands the connection over if it does.
  ///
  /// - Returns: whether the bytes have been dealt with.
  private mutating func isMultiplexed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard case .receiving = state, undecided.isEmpty ? bytes.first == UInt8(ascii: "P") : true else { return false }
    let begun = undecided + bytes.prefix(HTTP2Preface.telling)
    if HTTP2Preface.matches(begun) {
      if begun.count < HTTP2Preface.telling {
        undecided = begun
      } else {
        let earlier = undecided
        let machine = takeOver()
        earlier.withUnsafeBufferPointer { machine?.received($0) }
        machine?.received(bytes)
      }
      return true
    }
    takeUndecided()
    return false
  }

  /// Takes what was undecided for the beginning of a request.
  private mutating func takeUndecided() {
    guard !undecided.isEmpty else { return }
    received += UInt64(undecided.count)
    undecided.withUnsafeBufferPointer { parser.received($0) }
    undecided = []
  }

  /// Reports that client and server have agreed on HTTP/2 before anything arrived (RFC 7301); ignored if this port does
  /// not speak it, or once a request has begun.
  public mutating func agreedOnHTTP2() {
    guard multiplexed == nil, case .receiving = state, parser.bufferedBytes == 0, undecided.isEmpty else { return }
    takeOver()
  }

  @discardableResult
  private mutating func takeOver() -> (any MultiplexedMachine)? {
    undecided = []
    multiplexed = makesMultiplexed?(limits, faultResponse)
    if isDraining { multiplexed?.drain() }
    return multiplexed
  }

  /// Reports that the peer will send no more.
  ///
  /// Its requests are still answered, because it may be waiting. Only answers without an end of their own, a hang or a
  /// stream, end now.
  public mutating func peerClosed() {
    if let multiplexed { return multiplexed.peerClosed() }
    peerHasClosed = true
    takeUndecided()
    switch state {
    case .hanging, .lingering: state = .aborting(reset: false)
    case .streaming: endStream()
    case .receiving, .handling, .dripping, .tunnelling, .closing, .aborting, .closed: break
    }
  }

  /// Reports that the encryption of the connection has failed: nothing more can be read or answered.
  ///
  /// The client has some time to read the alert before the connection is closed.
  public mutating func securityFailed() {
    if let multiplexed { return multiplexed.abort() }
    switch state {
    case .closing, .lingering, .aborting, .closed: break
    default:
      output = OutgoingBytes()
      unwritten = 0
      endsShort = true
      state = .closing
    }
  }

  /// Reports that the connection is lost, through a reset by the peer or a socket error.
  public mutating func connectionLost() {
    abort()
  }

  /// Reports the answer to the request of ``Action/handle(_:_:)``; ignored if no answer is awaited.
  ///
  /// - Returns: whether an answer was awaited.
  @discardableResult
  public mutating func answered(_ id: ExchangeID, with response: Response, delivery: Delivery = .plain) -> Bool {
    if let multiplexed { return multiplexed.answered(id, with: response, delivery: delivery) }
    guard case .handling(id, var context) = state else { return false }
    if isLastAnswer(response) { context.keepsAlive = false }
    switch delivery {
    case .plain:
      write(response, context: context)
      state = context.keepsAlive ? .receiving : .closing
    case .truncated(let count):
      output.append(ResponseSerializer.bytes(of: response, context: context, bodyPrefix: count))
      endsShort = true
      state = .closing
    case .drip(let count, let pause):
      output.append(
        ResponseSerializer.bytes(
          of: response, context: context, bodyPrefix: 0, keepAlive: keepAliveLines))
      let body = ResponseSerializer.content(of: response, context: context)
      state = .dripping(Drip(body: body, step: max(1, count), pause: pause, keepsAlive: context.keepsAlive))
      dripIfDue(isFirst: true)
    case .raw(let bytes):
      output.append(bytes)
      state = .closing
    case .empty, .refused, .goAway:
      state = .closing
    case .hang:
      state = isDraining || peerIsDone ? .aborting(reset: false) : .hanging
    case .reset:
      state = .aborting(reset: true)
    }
    return true
  }

  /// Reports that the time requested by ``Action/wake(after:)`` has passed.
  public mutating func woke() {
    dripIfDue(isFirst: false)
  }

  /// Reports that the time requested by ``Action/wakeExchange(_:after:)`` has passed.
  public mutating func woke(_ id: ExchangeID) {
    multiplexed?.woke(id)
  }

  /// Reports that a timer fired; ignored if it was stopped or replaced.
  public mutating func timerFired(_ timer: Timer) {
    if let multiplexed { return multiplexed.timerFired(timer) }
    guard isRunning(timer) else { return }
    switch timer {
    case .header: fail(.headerTimeout)
    case .body: fail(.bodyTimeout)
    case .idle, .write, .linger: abort()
    case .pulse: break
    }
  }

  /// Refuses a new connection with an answer, such as that of ``RequestFault/tooManyConnections``.
  public mutating func refuse(_ fault: RequestFault) {
    fail(fault)
  }

  /// Reports that the server is stopping: the connection ends once the requests that have begun to arrive are answered.
  ///
  /// Answers without an end of their own, a hang or a stream, end now.
  public mutating func drain() {
    if let multiplexed { return multiplexed.drain() }
    receivedAtDrain = receivedAtDrain ?? received
    switch state {
    case .hanging: abort()
    case .streaming: endStream()
    default: break
    }
  }

  /// Closes the connection whatever it is doing, for example at the end of the drain time.
  public mutating func abort() {
    if let multiplexed { return multiplexed.abort() }
    switch state {
    case .closed, .aborting: break
    default:
      output = OutgoingBytes()
      state = .aborting(reset: false)
    }
  }

  /// Whether the connection ends with this answer, whatever the request asked for.
  ///
  /// As if it changed the machine, which would otherwise be copied.
  mutating func isLastAnswer(_ response: Response) -> Bool {
    isDrained || response.asksToClose || peerIsDone && parser.bufferedBytes == 0
  }

  private mutating func dripIfDue(isFirst: Bool) {
    guard case .dripping(var drip) = state else { return }
    if !isFirst {
      output.append(drip.takeStep())
    }
    if drip.isFinished {
      state = drip.keepsAlive && !isDrained ? .receiving : .closing
    } else {
      state = .dripping(drip)
    }
  }
}
