import HTTPTypes
import HTTPWire
import Testing

@Suite struct ConnectionMachineTests {
  /// Clients leave a connection before the server does; one that is closed says nothing of it.
  @Test(
    arguments: [
      (.seconds(75), "HTTP/1.1", "", "Connection: keep-alive\r\nKeep-Alive: timeout=74\r\n"),
      (.milliseconds(2500), "HTTP/1.1", "", "Connection: keep-alive\r\nKeep-Alive: timeout=1\r\n"),
      (.milliseconds(1900), "HTTP/1.1", "", ""),
      (.seconds(75), "HTTP/1.1", "Connection: close\r\n", "Connection: close\r\n"),
      (.seconds(75), "HTTP/1.0", "", "Connection: close\r\n"),
      (
        .seconds(75), "HTTP/1.0", "Connection: keep-alive\r\n",
        "Connection: keep-alive\r\nKeep-Alive: timeout=74\r\n"
      ), (.seconds(1), "HTTP/1.0", "Connection: keep-alive\r\n", "Connection: keep-alive\r\n"),
    ] as [(Duration, String, String, String)])
  func anAnswerSaysHowLongItsConnectionStays(idle: Duration, version: String, line: String, lines: String) {
    var limits = Limits()
    limits.idleTimeout = idle
    var machine = ConnectionMachine(
      limits: limits, keepAliveLines: ConnectionMachine.keepAliveLines(limits)
    ) { fault, _ in Response(status: fault.status) }
    machine.received(Array("GET / \(version)\r\nHost: a\r\n\(line)\r\n".utf8))
    var written: [UInt8] = []
    while let action = machine.nextAction() {
      switch action {
      case .handle(_, let id): machine.answered(id, with: Response(text: "ok"))
      case .write(let bytes): written += bytes
      default: break
      }
    }
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 2\r\n"
    #expect(String(decoding: written, as: UTF8.self) == head + lines + "\r\nok")
  }

  /// The first record of a TLS client, in pieces of several sizes, and more behind it.
  @Test(arguments: [1, 2, 5, 1000])
  func aTLSHandshakeIsAnsweredByAnAlert(pieceSize: Int) {
    let hello = "\u{16}\u{3}\u{1}\u{0}\u{5}\u{1}\u{0}\u{0}\u{1}\u{0}GET / HTTP/1.1\r\n\r\n"
    let rig = MachineRig()
    for start in stride(from: 0, to: hello.unicodeScalars.count, by: pieceSize) {
      rig.received(String(String.UnicodeScalarView(hello.unicodeScalars.dropFirst(start).prefix(pieceSize))))
    }
    #expect(rig.hasMetTLS)
    #expect(rig.takeVisible() == ["write \u{15}\u{3}\u{1}\u{0}\u{2}\u{2}\u{A}", "closeWriting"])
    rig.happened { $0.peerClosed() }
    #expect(rig.takeVisible() == ["close"])
  }

  /// A later byte of the same value is a fault like any other.
  @Test(arguments: ["\u{16}", "X\u{16}\r\n\r\n"])
  func onlyTheFirstByteOfAConnectionIsAGreeting(text: String) {
    let rig = MachineRig(answersAtOnce: true)
    rig.received("GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
    _ = rig.takeLog()
    rig.received(text + "\r\n\r\n")
    #expect(!rig.hasMetTLS)
    #expect(rig.takeVisible().first?.contains("400") == true)
  }

  @Test func aConnectionIsKeptForTheNextRequest() {
    let rig = MachineRig(answersAtOnce: true)
    for path in ["/1", "/2"] {
      rig.received(get(path))
      #expect(rig.takeLog() == ["handle GET \(path)", "write 200 \(path)", "start idle"])
    }
  }

  @Test func pipelinedRequestsAreHandledOneAtATimeAndInOrder() {
    let rig = MachineRig()
    rig.received(get("/1") + get("/2") + get("/3"))
    #expect(rig.takeVisible() == ["handle GET /1"])
    rig.answer(Response(text: "one"))
    #expect(rig.takeVisible() == ["handle GET /2", "write 200 one"])
    rig.answer(Response(text: "two"))
    rig.answer(Response(text: "three"))
    #expect(rig.takeVisible() == ["handle GET /3", "write 200 two", "write 200 three"])
  }

  @Test func answersToPipelinedRequestsLeaveTogether() {
    let rig = MachineRig(answersAtOnce: true)
    rig.received(get("/1") + get("/2"))
    #expect(rig.takeVisible() == ["handle GET /1", "handle GET /2", "write 200 /1 | 200 /2"])
  }

  @Test func anAnswerToAnotherRequestIsIgnored() throws {
    let rig = MachineRig()
    rig.received(get("/1"))
    let id = try #require(rig.waiting.first).id
    rig.answer()
    rig.received(get("/2"))
    _ = rig.takeLog()
    let wasAwaited = rig.machine.answered(id, with: Response(text: "late"))
    #expect(!wasAwaited)
    #expect(rig.machine.nextAction() == nil)
  }

  @Test(arguments: ["Connection: close\r\n", "Connection: keep-alive, Close\r\n"])
  func aClientMayAskToClose(lines: String) {
    let rig = MachineRig(answersAtOnce: true)
    rig.received(get("/1", lines) + get("/2"))
    #expect(rig.takeVisible() == ["handle GET /1", "write 200 close /1", "closeWriting"])
    rig.happened { $0.peerClosed() }
    #expect(rig.takeVisible() == ["close"])
  }

  @Test func aHandlerMayAskToClose() {
    let rig = MachineRig()
    rig.received(get("/1"))
    rig.answer(Response(status: .ok, fields: [.connection: "close"]))
    #expect(rig.takeVisible() == ["handle GET /1", "write 200 close", "closeWriting"])
  }

  @Test func http10ClosesUnlessAskedNotTo() {
    let rig = MachineRig(answersAtOnce: true)
    rig.received("GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /2 HTTP/1.0\r\n\r\n")
    #expect(rig.takeVisible() == ["handle GET /1", "handle GET /2", "write 200 /1 | 200 close /2", "closeWriting"])
  }

  // MARK: - The peer's end

  @Test func anIdleConnectionEndsWithItsPeer() {
    let rig = MachineRig()
    rig.happened { $0.peerClosed() }
    #expect(rig.takeVisible() == ["close"])
  }

  @Test func whatAHalfClosedPeerAskedForIsStillAnswered() {
    let rig = MachineRig()
    rig.received(get("/1") + get("/2"))
    rig.happened { $0.peerClosed() }
    #expect(rig.takeVisible() == ["handle GET /1"])
    rig.answer(Response(text: "one"))
    rig.answer(Response(text: "two"))
    #expect(rig.takeVisible() == ["handle GET /2", "write 200 one", "write 200 close two", "close"])
  }

  @Test(arguments: ["GET", get("/").dropLast(2) + "", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nh"])
  func aRequestThatEndsTooEarlyIsAnswered(text: String) {
    let rig = MachineRig()
    rig.received(text)
    rig.happened { $0.peerClosed() }
    #expect(rig.takeVisible() == ["write 400 close incompleteRequest", "close"])
  }

  @Test func aLostConnectionIsClosedWithoutAnswer() {
    let rig = MachineRig()
    rig.received(get("/1"))
    rig.happened { $0.connectionLost() }
    rig.answer()
    #expect(rig.takeVisible() == ["handle GET /1", "close"])
  }

  // MARK: - Faults

  @Test func aFaultIsAnsweredAfterTheRequestsBeforeIt() {
    let rig = MachineRig()
    rig.received(get("/1") + "GET /2 HTTP/1.1\r\n\r\n" + get("/3"))
    rig.answer(Response(text: "one"))
    #expect(rig.takeVisible() == ["handle GET /1", "write 200 one | 400 close hostMissing", "closeWriting"])
  }

  @Test func afterAFaultTheClientHasTimeToReadAndItsBytesAreDropped() {
    let rig = MachineRig()
    rig.received("x\r\n\r\n")
    #expect(rig.takeLog() == ["write 400 close badRequestLine", "closeWriting", "start linger"])
    rig.received(get("/more"))
    #expect(rig.takeLog().isEmpty)
    rig.happened { $0.timerFired(.linger) }
    #expect(rig.takeVisible() == ["close"])
  }

  @Test func theFaultOfAHeadHasNoBody() {
    let rig = MachineRig()
    rig.received("HEAD / HTTP/1.1\r\n\r\n")
    #expect(rig.takeVisible() == ["write 400 close", "closeWriting"])
  }

  @Test func aRefusedConnectionIsAnsweredAtOnce() {
    let rig = MachineRig()
    rig.happened { $0.refuse(.tooManyConnections) }
    #expect(rig.takeVisible() == ["write 503 close tooManyConnections", "closeWriting"])
  }

  // MARK: - Expect: 100-continue

  private static let expecting = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"

  @Test func continueIsSentOnceBeforeTheBody() {
    let rig = MachineRig(answersAtOnce: true)
    rig.received(Self.expecting)
    #expect(rig.takeVisible() == ["write 100"])
    rig.received("h")
    #expect(rig.takeVisible().isEmpty)
    rig.received("i" + Self.expecting)
    #expect(rig.takeVisible() == ["handle POST /", "write 200 / | 100"])
  }

  @Test func continueIsNotSentIfTheBodyIsThere() {
    let rig = MachineRig(answersAtOnce: true)
    rig.received(Self.expecting + "hi")
    #expect(rig.takeVisible() == ["handle POST /", "write 200 /"])
  }

  @Test func continueIsNotSentForABodyThatIsRefused() {
    var limits = Limits()
    limits.body = 1
    let rig = MachineRig(limits)
    rig.received(Self.expecting)
    #expect(rig.takeVisible() == ["write 413 close bodyTooLarge(limit: 1)", "closeWriting"])
  }

  @Test func continueWaitsForItsTurn() {
    let rig = MachineRig()
    rig.received(get("/1") + Self.expecting)
    #expect(rig.takeVisible() == ["handle GET /1"])
    rig.answer(Response(text: "one"))
    #expect(rig.takeVisible() == ["write 200 one | 100"])
  }

  // MARK: - Draining

  @Test func drainingClosesAnIdleConnectionAtOnce() {
    let rig = MachineRig()
    rig.happened { $0.drain() }
    #expect(rig.takeVisible() == ["close"])
  }

  /// What came before the drain is answered, whether it was begun or only whole or not even that; what comes later not.
  @Test(arguments: [("", [1]), (get("/2"), [1, 2]), (get("/2") + "GET /3 HT", [1, 2, 3])])
  func drainingFinishesWhatHasArrivedAndNoMore(more: String, answered: [Int]) {
    let rig = MachineRig()
    rig.received(get("/1") + more)
    rig.happened { $0.drain() }
    rig.received(more.hasSuffix("HT") ? "TP/1.1\r\nHost: a\r\n\r\n" + get("/late") : get("/late"))
    for _ in answered { rig.answer() }
    let visible = rig.takeVisible()
    #expect(visible.filter { $0.hasPrefix("handle") } == answered.map { "handle GET /\($0)" })
    let writes = answered.map { $0 == answered.last ? "write 200 close ok" : "write 200 ok" }
    #expect(visible.filter { !$0.hasPrefix("handle") } == writes + ["closeWriting"])
  }

  @Test func drainingFinishesWhatArrivedBehindADrippedAnswer() {
    let rig = MachineRig()
    rig.received(get("/1") + get("/2"))
    rig.answer(Response(text: "one"), delivery: .drip(bytes: 9, every: .zero))
    rig.happened { $0.drain() }
    rig.received(get("/late"))
    rig.happened { $0.woke() }
    rig.answer(Response(text: "two"))
    #expect(
      rig.takeVisible() == [
        "handle GET /1", "write 200", "wake 0.0 seconds", "handle GET /2", "write one", "write 200 close two",
        "closeWriting",
      ])
  }

  @Test func drainingWaitsForAnUnfinishedBody() {
    let rig = MachineRig(answersAtOnce: true)
    rig.received(Self.expecting)
    rig.happened { $0.drain() }
    rig.received("hi")
    #expect(rig.takeVisible() == ["write 100", "handle POST /", "write 200 close /", "closeWriting"])
  }

  @Test func abortingEndsWhateverIsUnderWay() {
    let rig = MachineRig()
    rig.received(get("/1"))
    rig.happened { $0.drain() }
    rig.happened { $0.abort() }
    #expect(rig.takeVisible() == ["handle GET /1", "close"])
    #expect(rig.machine.nextAction() == nil)
  }
}
