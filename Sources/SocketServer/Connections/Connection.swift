import Determinism
import HTTPWire
import Logging
import Synchronization

/// Performs what the state machine of one connection decides, on the connection's event loop.
final class Connection: ReadinessObserver {
  /// The maximum number of reads per wake-up, so that one busy client does not hold up the others.
  private static let readsPerWakeUp = 4

  /// The connection's place in the loop's list.
  var slot = 0

  private let socket: Socket
  private let loop: EventLoop
  private let context: ServerContext
  private var machine: ConnectionMachine
  private var watch: (any SocketWatch)?
  private var exchanges = Outstanding<Exchange>()
  private var streams = Outstanding<ResponseStream>()
  private var isPerforming = false

  /// Whether something has arrived, on this connection or in its tunnel: the first byte tells how to go on.
  private var hasBegun = false

  /// The encryption, if the client began with a TLS handshake.
  private var secure: SecureLayer?

  /// Scheduled work that is cancelled with the connection.
  private var alarms: [Alarm] = []

  /// Handlers' work that is not due yet.
  private var delayedWork: [Alarm] = []

  /// The witnesses of answers that have not been sent completely.
  private var witnesses: [(exchange: ExchangeID, witness: AnswerWitness)] = []

  /// Bytes to send, and how many of the first piece the socket has accepted.
  private var unsent = OutgoingBytes()
  private var unsentStart = 0

  /// Whether the loop is about to send these bytes; otherwise they wait for the socket to have room.
  private var sendsSoon: Bool { hasUnsent && watch?.isWriting == false }

  private var hasUnsent: Bool { !unsent.isEmpty || secure?.hasSealed == true }

  /// The running timer, and the tick that ends it.
  private var timer: (kind: ConnectionMachine.Timer, deadline: UInt64)?

  init(_ socket: Socket, loop: EventLoop, context: ServerContext) {
    self.socket = socket
    self.loop = loop
    self.context = context
    machine = ConnectionMachine(
      limits: context.limits, keepAliveLines: context.keepAliveLines, multiplexed: context.multiplexed,
      tunnelFault: context.tunnelFault, known: loop.known,
      faultResponse: context.faultResponse)
  }

  /// Starts serving, or refuses the connection with an answer.
  func start(refusal: RequestFault? = nil) {
    watch = loop.poller.watch(socket, for: self)
    loop.add(self)
    if let refusal {
      // It is answered before the client has said what it speaks.
      hasBegun = true
      machine.refuse(refusal)
    }
    perform()
  }

  // MARK: - Events

  /// Reads once if readiness is reported repeatedly, because a further read would be a wasted system call.
  ///
  /// Otherwise reads until nothing is left: after a hang-up, Dispatch reports readiness one last time.
  func socketIsReadable() {
    for _ in 0..<Self.readsPerWakeUp {
      guard let watch, watch.isReading else { return }
      switch socket.read(into: loop.readBuffer) {
      case .bytes(let count):
        received(UnsafeRawBufferPointer(rebasing: loop.readBuffer[..<count]))
      case .end:
        machine.peerClosed()
      case .failed:
        machine.connectionLost()
      case .wouldBlock:
        return
      }
      perform()
      if watch.isLevelTriggered { return }
    }
    LoopBound(self, on: loop.poller).enqueue { $0.socketIsReadable() }
  }

  /// Takes bytes from the socket, or the first ones of a tunnel.
  private func received(_ bytes: UnsafeRawBufferPointer) {
    if !hasBegun { begin(with: bytes) }
    if let secure { return open(bytes, with: secure) }
    machine.received(bytes.bindMemory(to: UInt8.self))
  }

  /// Decides how the connection is served.
  private func begin(with bytes: UnsafeRawBufferPointer) {
    hasBegun = true
    guard bytes.first == TLSGreeting.firstByte else { return }
    guard let security = context.security else { return context.metTLS() }
    guard let session = security.begin() else { return machine.connectionLost() }
    secure = SecureLayer(session, deadline: loop.deadline(of: .header))
    machine.isSecure = true
  }

  /// Takes encrypted bytes.
  private func open(_ bytes: UnsafeRawBufferPointer, with secure: SecureLayer) {
    if let failure = secure.open(bytes, with: loop.readBuffer, for: &machine) {
      context.securityFailed(failure)
      unsent = OutgoingBytes()
      unsentStart = 0
      machine.securityFailed()
    }
    if sendsSoon { loop.sendSoon(self) }
  }

  func socketIsWritable() {
    send()
    perform()
  }

  /// Called at the end of the loop's turn.
  func sendNow() {
    guard sendsSoon else { return }
    send()
    perform()
  }

  func socketIsLost() {
    machine.connectionLost()
    perform()
  }

  func answer(_ id: ExchangeID, with response: Response, delivery: Delivery, witness: AnswerWitness?) {
    exchanges.remove(id)
    if let witness { witnesses.append((id, witness)) }
    machine.spare = loop.takeSpareBytes()
    let isAwaited = machine.answered(id, with: response, delivery: delivery)
    // Not every answer is written into it.
    if !machine.spare.isEmpty { loop.keep(machine.takeSpare()) }
    perform()
    // The connection, or the client's interest in this answer, may have ended before it arrived here.
    if watch == nil { missAnswers() } else if !isAwaited { missAnswer(to: id) }
  }

  func start(_ stream: ResponseStream, head: Response) {
    exchanges.remove(stream.id)
    streams.insert(stream, for: stream.id)
    stream.start()
    machine.streamStarted(stream.id, head: head)
    flush(stream)
  }

  /// Sends what was added to a stream since the last time.
  func flush(_ stream: ResponseStream) {
    guard let due = stream.takeDue() else { return }
    if due.hasOverrun { machine.streamOverran(stream.id) }
    machine.streamSent(stream.id, due.piece)
    if due.isFinished { machine.streamFinished(stream.id) }
    perform()
  }

  /// Called on each sweep of the loop.
  func tick(_ tick: UInt64) {
    if let secure, secure.isLate(at: tick) {
      machine.connectionLost()
      return perform()
    }
    guard let timer, timer.deadline <= tick else { return }
    self.timer = nil
    machine.timerFired(timer.kind)
    perform()
  }

  func drain() {
    // A request that has already arrived counts as in progress, even if it has not been read yet.
    socketIsReadable()
    machine.drain()
    perform()
  }

  func abort() {
    machine.abort()
    perform()
  }

  /// Runs `work` at `instant`, or when the connection ends, whichever comes first.
  func schedule(_ work: @escaping () -> Void, at instant: RealInstant) {
    guard watch != nil else { return work() }
    delayedWork.removeAll(where: \.isOver)
    delayedWork.append(loop.schedule(at: instant, work))
  }

  /// Runs `work` at `instant`, unless the connection ends first.
  private func schedule(at instant: RealInstant, _ work: @escaping () -> Void) {
    guard watch != nil else { return }
    alarms.removeAll(where: \.isOver)
    alarms.append(loop.schedule(at: instant, work))
  }

  func logSecondAnswer() {
    context.logger.error("a request was answered twice; the second answer was dropped")
  }

  // MARK: - Actions

  /// Performs the machine's actions, including those caused by events that occur meanwhile.
  private func perform() {
    guard !isPerforming else { return }
    isPerforming = true
    while perform(machine.nextAction()) {}
    isPerforming = false
    guard !streams.isEmpty else { return }
    for stream in streams.removeAll(where: { id in !machine.isStreaming(id) }) { stream.close() }
  }

  /// Performs an action, and returns whether there was one.
  private func perform(_ action: consuming ConnectionMachine.Action?) -> Bool {
    switch consume action {
    case nil:
      return false
    case .handle(let request, let id):
      let exchange = Exchange(
        id, on: LoopBound(self, on: loop.poller), streamLimit: context.limits.unsentStreamBytes)
      exchanges.insert(exchange, for: id)
      context.handler.handle(request, on: exchange)
    case .write(let bytes):
      write(bytes)
    case .closeWriting:
      closeWriting()
    case .openTunnel(let bytes):
      hasBegun = false
      if !bytes.isEmpty { bytes.withUnsafeBytes { received($0) } }
    case .close:
      if !machine.endsShort { secure?.close() }
      close()
    case .reset:
      socket.discardOnClose()
      close()
    case .pauseReading:
      watch?.isReading = false
    case .resumeReading:
      watch?.isReading = true
    case .startTimer(let kind):
      timer = (kind, loop.deadline(of: kind))
    case .stopTimer:
      timer = nil
    case .wake(let delay):
      schedule(at: .now + max(.zero, delay)) { [weak self] in
        self?.machine.woke()
        self?.perform()
      }
    case .wakeExchange(let id, let delay):
      schedule(at: .now + max(.zero, delay)) { [weak self] in
        self?.machine.woke(id)
        self?.perform()
      }
    case .finished(let id):
      witnesses.removeAll { $0.exchange == id }
    case .abandoned(let id):
      exchanges.remove(id)?.abandon()
      missAnswer(to: id)
    }
    return true
  }

  private func write(_ bytes: [UInt8]) {
    let isFirst = !hasUnsent
    unsent.append(bytes)
    guard sendsSoon else { return }
    // Holding back more would cost more memory than the time it saves is worth.
    if unsent.count >= OutgoingBytes.largePiece {
      send()
    } else if isFirst {
      loop.sendSoon(self)
    }
  }

  /// Sends as much as the socket accepts; the rest waits until it has room.
  private func send() {
    guard let watch else { return }
    if let secure, !send(through: secure, watch) { return }
    while secure == nil, !unsent.isEmpty {
      let outcome = unsent.firstPiece.withUnsafeBytes { bytes in
        socket.write(UnsafeRawBufferPointer(rebasing: bytes[unsentStart...]), moreFollows: unsent.hasSeveralPieces)
      }
      switch outcome {
      case .bytes(let count):
        sent(count)
      case .wouldBlock:
        watch.isWriting = true
        return
      case .end, .failed:
        return machine.connectionLost()
      }
    }
    watch.isWriting = false
    guard !witnesses.isEmpty, machine.hasSentEverything else { return }
    // A client that has closed responds to data with a reset; one that has only ended its sending side keeps reading.
    if machine.peerIsDone, socket.hasFailed { return missAnswers() }
    while witnesses.popLast() != nil {}
  }

  /// Sends through the encryption; returns whether everything was sent that can be.
  private func send(through secure: SecureLayer, _ watch: any SocketWatch) -> Bool {
    let (sending, arrived) = secure.send(&unsent, from: &unsentStart, on: socket)
    if arrived > 0 { machine.wrote(arrived) }
    switch sending {
    case .done:
      if secure.endsWriting { socket.shutdownWriting() }
      return true
    case .wouldBlock:
      watch.isWriting = true
    case .failed:
      machine.connectionLost()
    }
    return false
  }

  /// Shuts the sending side down; encrypted, after saying that everything has been sent, if it has.
  private func closeWriting() {
    guard let secure else { return socket.shutdownWriting() }
    if !machine.endsShort { secure.close() }
    secure.endsWriting = true
    send()
  }

  /// Notes that some of the answers given were not sent.
  private func missAnswers() {
    for (_, witness) in witnesses { witness.clientWentAway() }
    witnesses = []
  }

  /// Notes that one answer was not sent.
  private func missAnswer(to id: ExchangeID) {
    guard let index = witnesses.firstIndex(where: { $0.exchange == id }) else { return }
    witnesses.remove(at: index).witness.clientWentAway()
  }

  /// Notes that the socket accepted bytes of the first piece.
  private func sent(_ count: Int) {
    unsentStart += count
    if unsentStart == unsent.firstPiece.count {
      if let piece = unsent.popFirst() { loop.keep(piece) }
      unsentStart = 0
    }
    machine.wrote(count)
  }

  /// Closes the socket after a last attempt to send what was waiting for the end of the turn.
  private func close() {
    guard let watch else { return }
    if sendsSoon { send() }
    self.watch = nil
    timer = nil
    missAnswers()
    for exchange in exchanges.removeAll() { exchange.abandon() }
    for alarm in alarms { loop.cancel(alarm) }
    alarms = []
    let work = delayedWork.compactMap { loop.cancel($0) }
    delayedWork = []
    loop.remove(self)
    let bound = LoopBound(self, on: loop.poller)
    watch.close { bound.value.socketClosed() }
    for perform in work { perform() }
  }

  private func socketClosed() {
    context.openConnections.subtract(1, ordering: .relaxed)
    loop.socketClosed()
  }
}
