import HTTPTypes

/// The state machine of one HTTP/1.x connection: events in, actions out; no socket and no clock.
///
/// Report events with the methods named in the past tense, then perform ``nextAction()`` until it is nil. Every action
/// is derived from the state, so events may come in any order and at any time, even while an action is performed.
///
/// Requests on one connection are handled one at a time and answered in order; pipelined ones wait in the parser.
///
/// A client may begin with the preface of HTTP/2 instead. If a machine for it is given, that one takes over.
///
/// Not copyable: a connection has one, and it is large.
public struct ConnectionMachine: ~Copyable {
  enum State {
    /// Between requests, or in the middle of one.
    case receiving

    /// A request is being answered.
    case handling(ExchangeID, ResponseSerializer.Context)

    /// An answer is being sent piece by piece.
    indirect case dripping(Drip)

    /// The content of an answer is being streamed.
    indirect case streaming(ContentStream)

    /// A request that will never be answered.
    case hanging

    /// CONNECT has been answered; what follows belongs to the tunnel.
    case tunnelling

    /// The last answer is on its way.
    case closing

    /// Everything has been sent; the client has some time to read it and close (RFC 9112 §9.6).
    case lingering

    /// To be closed at once, with or without a reset.
    case aborting(reset: Bool)

    case closed
  }

  let limits: Limits
  /// The fields of answers that keep the connection open; created once per server and shared.
  let keepAliveLines: [UInt8]
  let faultResponse: @Sendable (RequestFault, RequestFragment) -> Response
  let makesMultiplexed: MultiplexedMachine.Maker?
  private let tunnelFault: TunnelFault?

  /// Why a CONNECT to an authority is refused; `nil` if it is not.
  public typealias TunnelFault = @Sendable (_ authority: String) -> RequestFault?

  /// What serves the connection in place of this machine.
  var multiplexed: (any MultiplexedMachine)?

  /// What has arrived, if it is too little to tell whether it begins the preface of HTTP/2.
  var undecided: [UInt8] = []

  var state = State.receiving
  var parser: RequestParser
  var output = OutgoingBytes()
  var unwritten = 0
  var requestCount: UInt64 = 0
  var sentContinue = false
  var peerHasClosed = false

  /// Whether the peer has announced that it will send no more.
  public var peerIsDone: Bool { multiplexed?.peerIsDone ?? peerHasClosed }

  /// Whether the connection began with a TLS handshake, which this port does not support.
  public internal(set) var hasMetTLS = false

  /// Whether what arrives was encrypted on its way, as every request then says.
  public var isSecure = false

  /// Whether what arrives comes through a tunnel.
  ///
  /// In it there is no other, or a client could have all that it sends handed on again and again.
  private var isInTunnel = false

  /// Whether the last answer stops short, so that an encrypted connection must not end as one that is complete.
  public internal(set) var endsShort = false

  /// Memory for the next answer, filled with anything; whoever drives the machine may lend some before it reports one,
  /// and takes it back if it is still here afterwards.
  public var spare: [UInt8] = []

  /// How many bytes have been received.
  var received: UInt64 = 0

  /// How many bytes had been received when the server began to stop; `nil` before that.
  var receivedAtDrain: UInt64?

  private var writeCount: UInt64 = 0
  private var readsNow = true
  private var runningTimer: TimerPeriod?

  /// A timer and what it times, so that the same kind of timer restarts for the next request or further progress.
  private struct TimerPeriod: Equatable {
    let timer: Timer
    let period: UInt64
  }

  private enum TimerChange {
    case start(Timer)
    case stop
  }

  /// Creates the machine of a new connection, whose driver is reading and has no timer running.
  ///
  /// - Parameters:
  ///   - keepAliveLines: the result of ``keepAliveLines(_:)`` for the limits; created once per server.
  ///   - multiplexed: makes the machine for a client that speaks HTTP/2; if nil, its preface is a bad request.
  ///   - tunnelFault: judges each CONNECT; `nil` if the server knows no tunnels.
  ///   - known: what other connections with the same limits have read.
  ///   - faultResponse: makes the answer to a malformed request, from the fault and what is known of the request.
  public init(
    limits: Limits, keepAliveLines: [UInt8] = [], multiplexed: MultiplexedMachine.Maker? = nil,
    tunnelFault: TunnelFault? = nil, known: KnownRequests = KnownRequests(),
    faultResponse: @escaping @Sendable (RequestFault, RequestFragment) -> Response
  ) {
    self.limits = limits
    self.keepAliveLines = keepAliveLines
    self.faultResponse = faultResponse
    makesMultiplexed = multiplexed
    self.tunnelFault = tunnelFault
    parser = RequestParser(limits: limits, hasTunnels: tunnelFault != nil, known: known)
  }

  /// The fields that tell a client how long it may leave its connection unused.
  public static func keepAliveLines(_ limits: Limits) -> [UInt8] { ResponseSerializer.keepAliveLines(limits) }

  /// The next thing to do; nil until another event is reported.
  public mutating func nextAction() -> Action? {
    if let multiplexed {
      let action = multiplexed.nextAction()
      guard isSecure, case .handle(var request, let id) = action else { return action }
      request.isSecure = true
      return .handle(request, id)
    }
    // Requests first, so that the answers to pipelined ones leave in one write.
    if mayTakeRequest, let request = takeRequest() { return request }
    if let piece = output.popFirst() {
      unwritten += piece.count
      return .write(piece)
    }
    switch state {
    case .receiving, .handling, .streaming, .hanging, .lingering, .closed: break
    case .dripping, .tunnelling, .closing, .aborting: if let action = advance() { return action }
    }
    if let reads = changedReading() { return reads ? .resumeReading : .pauseReading }
    return switch changedTimer() {
    case .start(let timer): .startTimer(timer)
    case .stop: .stopTimer
    case nil: nil
    }
  }

  /// Whether anything can come of ``takeRequest()``; usually asked when nothing has arrived.
  private var mayTakeRequest: Bool {
    guard case .receiving = state else { return false }
    return parser.bufferedBytes > 0 || parser.phase != .idle || peerIsDone || isDraining
  }

  /// Takes the next request, provided that the client is reading its answers.
  private mutating func takeRequest() -> Action? {
    guard unsentBytes <= limits.unwrittenBytes else { return nil }
    switch parser.next() {
    case .request(let request, _) where request.target.isTunnel:
      requestCount += 1
      open(request)
    case .request(var request, let keepsAlive):
      requestCount += 1
      sentContinue = false
      request.isSecure = isSecure
      let id = ExchangeID(number: requestCount)
      let context = ResponseSerializer.Context(
        isHead: request.method == .head, version: request.version, keepsAlive: keepsAlive)
      state = .handling(id, context)
      return .handle(request, id)
    case .fault(let fault):
      fail(fault)
    case nil where parser.phase == .idle:
      if peerIsDone || isDraining { state = unsentBytes == 0 ? .aborting(reset: false) : .closing }
    case nil where peerIsDone:
      fail(.incompleteRequest)
    case nil where parser.awaitsContinue && !sentContinue:
      sentContinue = true
      output.append(ResponseSerializer.continueHead)
    case nil:
      break
    }
    return nil
  }

  /// Answers a CONNECT: with a tunnel, or with a fault that ends the connection.
  private mutating func open(_ request: Request) {
    let fault = isSecure || isInTunnel ? .tunnelRefused(Self.tunnelInTunnel) : tunnelFault?(request.target.raw)
    guard let fault else {
      output.append(ResponseSerializer.tunnelHead)
      isInTunnel = true
      state = .tunnelling
      return
    }
    let fragment = RequestFragment(method: request.method, target: request.target, fields: request.fields)
    write(faultResponse(fault, fragment), context: ResponseSerializer.Context(keepsAlive: false))
    state = .closing
  }

  private static let tunnelInTunnel =
    "CONNECT came over https or through a tunnel, and there is no tunnel in another; write the address of the proxy "
    + "with http://."

  var isDraining: Bool { receivedAtDrain != nil }

  /// Whether the server is stopping and every request that had begun to arrive by then has been taken.
  var isDrained: Bool {
    guard let receivedAtDrain else { return false }
    return received - UInt64(parser.bufferedBytes) >= receivedAtDrain
  }

  private mutating func advance() -> Action? {
    switch state {
    case .dripping(var drip):
      guard let action = drip.next(unwritten: unwritten) else { return nil }
      state = .dripping(drip)
      return action
    case .tunnelling:
      state = .receiving
      let rest = parser.takeRest()
      received -= UInt64(rest.count)
      return .openTunnel(rest)
    case .closing where unwritten == 0 && peerIsDone:
      state = .closed
      return .close
    case .closing where unwritten == 0:
      state = .lingering
      return .closeWriting
    case .aborting(let reset):
      state = .closed
      return reset ? .reset : .close
    case .receiving, .handling, .streaming, .hanging, .closing, .lingering, .closed:
      return nil
    }
  }

  /// Answers a fault, which ends the connection.
  mutating func fail(_ fault: RequestFault) {
    let context = ResponseSerializer.Context(isHead: parser.isHead, keepsAlive: false)
    write(faultResponse(fault, parser.fragment), context: context)
    state = .closing
  }

  /// Whether the socket has accepted all complete answers.
  public var hasSentEverything: Bool {
    // As if it changed the machine, which would otherwise be copied.
    mutating get {
      if let multiplexed { return multiplexed.hasSentEverything }
      return if case .dripping = state { false } else { unsentBytes == 0 }
    }
  }

  /// The bytes of answers that the socket has not accepted yet.
  var unsentBytes: Int { unwritten + output.count }

  /// Writes a whole answer; large content is sent without being copied behind the head.
  mutating func write(_ response: Response, context: ResponseSerializer.Context) {
    let isLarge = response.body.count >= OutgoingBytes.largePiece
    output.append(
      ResponseSerializer.bytes(
        of: response, context: context, bodyPrefix: isLarge ? 0 : .max, keepAlive: keepAliveLines, in: takeSpare()))
    if isLarge { output.append(ResponseSerializer.content(of: response, context: context)) }
  }

  /// Takes the memory that was lent.
  public mutating func takeSpare() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &spare)
    return taken
  }

  /// Reports that the socket accepted `count` more bytes.
  public mutating func wrote(_ count: Int) {
    if let multiplexed { return multiplexed.wrote(count) }
    unwritten -= count
    writeCount += 1
  }

  // MARK: - What the state asks of reading and of the timer

  // Each is one function, for a property that it asked would be given a copy of the whole machine; and each returns less
  // than an action, which is large because of the request in it.

  /// Whether to read from now on; nil if that is as before.
  private mutating func changedReading() -> Bool? {
    let wantsReading =
      switch state {
      case _ where multiplexed?.peerIsDone ?? peerHasClosed: false
      case .receiving: unwritten <= limits.unwrittenBytes
      case .handling, .dripping, .streaming: parser.bufferedBytes < limits.pipelinedBytes
      case .hanging, .closing, .lingering: true
      case .tunnelling, .aborting, .closed: readsNow
      }
    guard wantsReading != readsNow else { return nil }
    readsNow.toggle()
    return readsNow
  }

  /// What to do to the timer; nil if nothing.
  private mutating func changedTimer() -> TimerChange? {
    let wanted: TimerPeriod? =
      switch state {
      case .receiving where unwritten > limits.unwrittenBytes:
        // What has arrived is waiting for us, not for the client.
        TimerPeriod(timer: .write, period: writeCount)
      case .receiving:
        switch undecided.isEmpty ? parser.phase : .header {
        case .idle where unwritten == 0: TimerPeriod(timer: .idle, period: requestCount)
        case .idle: TimerPeriod(timer: .write, period: writeCount)
        case .header: TimerPeriod(timer: .header, period: requestCount)
        case .body: TimerPeriod(timer: .body, period: requestCount)
        }
      case .handling, .dripping, .streaming:
        unwritten == 0 ? nil : TimerPeriod(timer: .write, period: writeCount)
      case .closing:
        TimerPeriod(timer: .write, period: writeCount)
      case .lingering:
        TimerPeriod(timer: .linger, period: 0)
      case .hanging, .tunnelling, .aborting, .closed:
        nil
      }
    guard wanted != runningTimer else { return nil }
    runningTimer = wanted
    return wanted.map { .start($0.timer) } ?? .stop
  }

  /// Whether this is the running timer; one that was replaced may still fire.
  func isRunning(_ timer: Timer) -> Bool { runningTimer?.timer == timer }
}
