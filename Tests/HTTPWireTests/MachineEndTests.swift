import HTTPTypes
import HTTPWire
import Testing

/// Whatever a connection is doing: it ends when it should, once, and does nothing afterwards.
@Suite struct MachineEndTests {
  /// A driver that performs nothing and keeps account.
  private final class Driver {
    var machine: ConnectionMachine
    var limits: Limits
    /// The request that awaits its answer.
    var awaited: ExchangeID?
    var streaming: ExchangeID?
    /// Bytes that the socket has not taken yet.
    var unwritten = 0
    var mostUnwritten = 0
    var timer: ConnectionMachine.Timer?
    var isReading = true
    var isAsleep = false
    var hasEnded = false
    var problem: String?

    init(_ limits: Limits) {
      self.limits = limits
      machine = ConnectionMachine(limits: limits) { fault, _ in Response(fault.status, text: "\(fault)") }
      perform()
    }

    func perform() {
      while let action = machine.nextAction() {
        switch action {
        case .stopTimer, .pauseReading: break
        default: if hasEnded { problem = problem ?? "\(action) after the end" }
        }
        switch action {
        case .handle(_, let id):
          if awaited != nil { problem = problem ?? "two requests at once" }
          awaited = id
        case .write(let bytes):
          unwritten += bytes.count
          mostUnwritten = max(mostUnwritten, unwritten)
        case .closeWriting: if unwritten > 0 { problem = problem ?? "the end comes before \(unwritten) bytes" }
        case .close, .reset: hasEnded = true
        case .pauseReading: isReading = false
        case .resumeReading: isReading = true
        case .startTimer(let kind): timer = kind
        case .stopTimer: timer = nil
        case .wake: isAsleep = true
        case .wakeExchange, .finished, .abandoned: problem = problem ?? "only HTTP/2 has \(action)"
        case .openTunnel: problem = problem ?? "a tunnel that nobody asked for"
        }
      }
    }

    func happened(_ event: (inout ConnectionMachine) -> Void) {
      event(&machine)
      perform()
    }

    func wrote(_ count: Int) {
      let count = min(count, unwritten)
      guard count > 0, !hasEnded else { return }
      unwritten -= count
      happened { $0.wrote(count) }
    }

    func answer(_ delivery: Delivery) {
      guard let id = awaited else { return }
      awaited = nil
      happened { $0.answered(id, with: Response(text: String(repeating: "x", count: 40)), delivery: delivery) }
    }

    func stream() {
      guard let id = awaited else { return }
      awaited = nil
      streaming = id
      happened { $0.streamStarted(id, head: Response(text: "first")) }
    }
  }

  /// Numbers that are the same in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) | (state << 31)
    }
  }

  private static let limits: Limits = {
    var limits = Limits()
    limits.pipelinedBytes = 512
    limits.unwrittenBytes = 512
    limits.unsentStreamBytes = 1024
    return limits
  }()

  private static let fragments = [
    get("/1"), get("/2") + get("/3"), String(repeating: get("/9"), count: 12), "GET /4 HT", "TP/1.1\r\nHost: a\r\n\r\n",
    get("/5", "Connection: close\r\n"),
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n", "body", "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n", "nonsense\r\n", "\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", "4\r\nbody\r\n0\r\n\r\n",
    "GET / HTTP/1.0\r\n\r\n",
  ]

  private static let deliveries: [Delivery] = [
    .plain, .plain, .plain, .truncated(afterBodyBytes: 3), .drip(bytes: 7, every: .seconds(1)), .raw([0x61]), .empty,
    .hang, .reset,
  ]

  private static func event(_ driver: Driver, _ peerIsDone: inout Bool, _ numbers: inout Numbers) {
    switch Int.random(in: 0..<100, using: &numbers) {
    case 0..<35:
      guard driver.isReading, !peerIsDone, let text = fragments.randomElement(using: &numbers) else { return }
      driver.happened { $0.received(Array(text.utf8)) }
    case ..<60: driver.answer(deliveries.randomElement(using: &numbers) ?? .plain)
    case ..<65: driver.stream()
    case ..<70:
      guard let id = driver.streaming else { return }
      driver.happened { $0.streamSent(id, [UInt8](repeating: 0x61, count: 100)) }
    case ..<72:
      guard let id = driver.streaming else { return }
      driver.happened { $0.streamFinished(id) }
    case ..<85: driver.wrote(Int.random(in: 1...200, using: &numbers))
    case ..<92:
      guard driver.isAsleep else { return }
      driver.isAsleep = false
      driver.happened { $0.woke() }
    case ..<94:
      peerIsDone = true
      driver.happened { $0.peerClosed() }
    case ..<96: if let timer = driver.timer { driver.happened { $0.timerFired(timer) } }
    case ..<97: driver.happened { $0.timerFired(.body) }
    case ..<98: driver.happened { $0.drain() }
    case ..<99: driver.happened { $0.connectionLost() }
    default: driver.happened { $0.abort() }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func randomLivesEndOnceAndStayBounded(seed: UInt64) {
    var numbers = Numbers(state: seed)
    var ended = 0
    for life in 0..<4_000 {
      let driver = Driver(Self.limits)
      var peerIsDone = false
      for _ in 0..<40 where driver.problem == nil { Self.event(driver, &peerIsDone, &numbers) }
      ended += driver.hasEnded ? 1 : 0
      // What the server does at a stop, and its client at the end: then nothing may be left.
      driver.happened { $0.drain() }
      driver.answer(.plain)
      for _ in 0..<40 where !driver.hasEnded {
        driver.wrote(.max)
        driver.answer(.plain)
        if driver.isAsleep {
          driver.isAsleep = false
          driver.happened { $0.woke() }
        }
      }
      driver.happened { $0.peerClosed() }
      driver.answer(.plain)
      driver.wrote(.max)
      #expect(driver.problem == nil, "seed \(seed), life \(life)")
      #expect(driver.hasEnded, "seed \(seed), life \(life): still open")
      // One answer may come on top of what was allowed to wait.
      #expect(driver.mostUnwritten < 2_048, "seed \(seed), life \(life)")
      guard driver.problem == nil, driver.hasEnded else { return }
    }
    #expect(ended > 1_000, "ends of all kinds")
  }

  // MARK: Each state, and each way to end

  /// Brings a connection into a state.
  private static let states: [(name: String, prepare: @Sendable (Driver) -> Void)] = [
    ("fresh", { _ in }),
    ("in a header", { $0.happened { $0.received(Array("GET".utf8)) } }),
    (
      "in a body",
      { $0.happened { $0.received(Array("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbo".utf8)) } }
    ),
    ("handling", { $0.happened { $0.received(Array(get("/").utf8)) } }),
    ("handling with more to come", { $0.happened { $0.received(Array((get("/1") + get("/2")).utf8)) } }),
    (
      "sending",
      { driver in
        driver.happened { $0.received(Array(get("/").utf8)) }
        driver.answer(.plain)
      }
    ),
    (
      "dripping",
      { driver in
        driver.happened { $0.received(Array(get("/").utf8)) }
        driver.answer(.drip(bytes: 1, every: .seconds(1)))
      }
    ),
    (
      "streaming",
      { driver in
        driver.happened { $0.received(Array(get("/").utf8)) }
        driver.stream()
      }
    ),
    (
      "hanging",
      { driver in
        driver.happened { $0.received(Array(get("/").utf8)) }
        driver.answer(.hang)
      }
    ),
    (
      "sending the last answer",
      { driver in
        driver.happened { $0.received(Array(get("/", "Connection: close\r\n").utf8)) }
        driver.answer(.plain)
      }
    ),
    (
      "lingering",
      { driver in
        driver.happened { $0.received(Array("nonsense\r\n\r\n".utf8)) }
        driver.wrote(.max)
      }
    ),
  ]

  @Test(arguments: states.indices, [false, true])
  func lossEndsEveryStateAtOnce(index: Int, byAbort: Bool) {
    let driver = Driver(Self.limits)
    Self.states[index].prepare(driver)
    #expect(!driver.hasEnded, "\(Self.states[index].name)")
    let unwritten = driver.unwritten
    driver.happened { byAbort ? $0.abort() : $0.connectionLost() }
    #expect(driver.hasEnded, "\(Self.states[index].name)")
    #expect(driver.unwritten == unwritten, "nothing is sent to nobody")
    // Everything that may still come in late.
    driver.answer(.plain)
    driver.happened { $0.received(Array(get("/").utf8)) }
    driver.happened { $0.peerClosed() }
    driver.happened { $0.woke() }
    driver.happened { $0.drain() }
    driver.happened { $0.connectionLost() }
    for timer in [ConnectionMachine.Timer.idle, .header, .body, .write, .linger] {
      driver.happened { $0.timerFired(timer) }
    }
    if let id = driver.streaming {
      driver.happened { $0.streamSent(id, [0x61]) }
      driver.happened { $0.streamFinished(id) }
    }
    #expect(driver.problem == nil, "\(Self.states[index].name)")
  }

  @Test(arguments: states.indices)
  func runningTimerEndsEveryState(index: Int) {
    let driver = Driver(Self.limits)
    Self.states[index].prepare(driver)
    // Each timer that runs, until none does; a handler that takes its time and a hang have none.
    for _ in 0..<4 {
      guard let timer = driver.timer else { break }
      driver.happened { $0.timerFired(timer) }
    }
    let name = Self.states[index].name
    let isPatient = name.hasPrefix("handling") || name == "hanging"
    #expect(driver.hasEnded != isPatient, "\(name)")
    #expect(driver.problem == nil)
  }
}
