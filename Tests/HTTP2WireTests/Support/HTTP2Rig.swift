#if HTTP2
  import HTTP2Wire
  import HTTPTypes
  import HTTPWire

  /// An HTTP/2 machine with a driver that only takes notes, and a client that writes frames by hand.
  final class HTTP2Rig {
    let machine: HTTP2Machine
    private let reader = FrameReader()
    private var log: [String] = []
    private(set) var waiting: [(id: ExchangeID, request: Request)] = []
    private(set) var all: [Request] = []
    /// How many bytes were given to the socket.
    private(set) var output = 0
    var isReading = true
    /// Whether the socket takes everything at once.
    var writesAtOnce = true
    /// Whether requests are answered while they are handled, with their path.
    var answersAtOnce = false

    init(_ limits: Limits = Limits(), greets: Bool = true, answersAtOnce: Bool = false) {
      machine = HTTP2Machine(limits: limits) { fault, _ in Response(fault.status, text: "\(fault)") }
      self.answersAtOnce = answersAtOnce
      perform()
      if greets {
        received(Frame.preface)
        send(.settings())
      }
      log = []
    }

    func takeLog() -> [String] {
      defer { log = [] }
      return log
    }

    /// What the client sees of its streams and of the end.
    func takeVisible() -> [String] {
      takeLog().filter { entry in
        !["start", "stop", "handle", "pause", "resume", "finished", "abandoned"].contains { entry.hasPrefix($0) }
          && !entry.contains(" window ") && !entry.hasPrefix("settings")
      }
    }

    func send(_ frames: Frame...) {
      received(frames.flatMap(\.bytes))
    }

    func received(_ bytes: [UInt8]) {
      bytes.withUnsafeBufferPointer { machine.received($0) }
      perform()
    }

    func happened(_ event: (HTTP2Machine) -> Void) {
      event(machine)
      perform()
    }

    /// Lets some time pass.
    func pass(_ time: Duration, _ limits: Limits) {
      let pulse = ConnectionMachine.Timer.pulse.duration(in: limits)
      var passed = Duration.zero
      while passed <= time + pulse * 2 {
        happened { $0.timerFired(.pulse) }
        passed += pulse
      }
    }

    func answer(_ response: Response = Response(text: "ok"), delivery: Delivery = .plain) {
      guard !waiting.isEmpty else { return log.append("nobody waits") }
      _ = machine.answered(waiting.removeFirst().id, with: response, delivery: delivery)
      perform()
    }

    func perform() {
      while let action = machine.nextAction() {
        switch action {
        case .handle(let request, let id):
          log.append("handle \(request.method) \(request.target.raw)")
          all.append(request)
          if answersAtOnce {
            _ = machine.answered(id, with: Response(text: request.target.raw), delivery: .plain)
          } else {
            waiting.append((id, request))
          }
        case .write(let bytes):
          output += bytes.count
          log += reader.read(bytes)
          if writesAtOnce { machine.wrote(bytes.count) }
        case .closeWriting: log.append("closeWriting")
        case .close: log.append("close")
        case .reset: log.append("reset")
        case .pauseReading: isReading = false
        case .resumeReading: isReading = true
        case .startTimer: log.append("start")
        case .stopTimer: log.append("stop")
        case .wake: log.append("wake of nobody")
        case .openTunnel: log.append("tunnel of nobody")
        case .wakeExchange(_, let delay): log.append("wake \(delay)")
        case .finished: log.append("finished")
        case .abandoned: log.append("abandoned")
        }
      }
    }
  }
#endif
