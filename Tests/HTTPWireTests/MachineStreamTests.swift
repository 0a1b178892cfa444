import HTTPTypes
import HTTPWire
import Testing

@Suite struct MachineStreamTests {
  /// A rig whose first request is answered by a stream, and the request's id.
  private func streaming(
    _ request: String = get("/"), head: Response = Response(status: .ok), limits: Limits = Limits()
  ) throws -> (MachineRig, ExchangeID) {
    let rig = MachineRig(limits)
    rig.received(request)
    let id = try #require(rig.waiting.first).id
    _ = rig.takeLog()
    rig.happened { $0.streamStarted(id, head: head) }
    return (rig, id)
  }

  private func request(_ method: String, _ version: String) -> String {
    "\(method) / HTTP/\(version)\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"
  }

  /// What a client sees of a stream of `ab` and `c`.
  private func wire(_ request: String, head: Response = Response(status: .ok)) throws -> (text: String, isOpen: Bool) {
    var machine = ConnectionMachine(limits: Limits()) { fault, _ in Response(status: fault.status) }
    machine.received(Array(request.utf8))
    guard case .handle(_, let id) = machine.nextAction() else { throw Failure() }
    machine.streamStarted(id, head: head)
    machine.streamSent(id, Array("ab".utf8))
    machine.streamSent(id, [])
    machine.streamSent(id, Array("c".utf8))
    machine.streamFinished(id)
    machine.streamSent(id, Array("late".utf8))
    var text = ""
    while let action = machine.nextAction() {
      if case .closeWriting = action { return (text, false) }
      guard case .write(let bytes) = action else { continue }
      text += String(decoding: bytes, as: UTF8.self)
      machine.wrote(bytes.count)
    }
    return (text, true)
  }

  private struct Failure: Error {}

  @Test func http11IsSentInChunks() throws {
    let (text, isOpen) = try wire(request("GET", "1.1"))
    #expect(text == "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")
    #expect(isOpen)
  }

  @Test func theBodyOfTheHeadIsTheFirstPieceAndItsFramingIsReplaced() throws {
    let fields: FieldSection = [
      .contentLength: "1", .transferEncoding: "gzip", .connection: "upgrade", .cacheControl: "no-store",
    ]
    let (text, _) = try wire(
      request("GET", "1.1"), head: Response(status: .ok, fields: fields, body: [UInt8](repeating: 0x61, count: 17)))
    let first = "11\r\n\(String(repeating: "a", count: 17))\r\n"
    let head = "HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nTransfer-Encoding: chunked\r\n\r\n"
    #expect(text == "\(head)\(first)2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")
  }

  @Test func http10IsEndedByTheConnection() throws {
    let (text, isOpen) = try wire(request("GET", "1.0"))
    #expect(text == "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc")
    #expect(!isOpen)
  }

  @Test(arguments: [("1.1", "Transfer-Encoding: chunked", true), ("1.0", "Connection: close", false)])
  func aHeadHasNoContent(version: String, field: String, staysOpen: Bool) throws {
    let (text, isOpen) = try wire(request("HEAD", version), head: Response(text: "first"))
    #expect(text == "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\(field)\r\n\r\n")
    #expect(isOpen == staysOpen)
  }

  @Test func aStatusWithoutContentHasNoFraming() throws {
    let (text, isOpen) = try wire(request("GET", "1.1"), head: Response(status: .noContent))
    #expect(text == "HTTP/1.1 204 No Content\r\n\r\n")
    #expect(isOpen)
  }

  @Test func aHandlerMayAskToClose() throws {
    let (text, isOpen) = try wire(request("GET", "1.1"), head: Response(status: .ok, fields: [.connection: "close"]))
    #expect(text.hasPrefix("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"))
    #expect(text.hasSuffix("\r\n0\r\n\r\n"))
    #expect(!isOpen)
  }

  @Test func pipelinedRequestsWaitForTheEndOfTheStream() throws {
    let (rig, id) = try streaming(get("/1") + get("/2"))
    rig.received(get("/3"))
    rig.happened { $0.streamSent(id, Array("a".utf8)) }
    #expect(rig.takeVisible() == ["write 200", "write 1\r\na\r\n"])
    #expect(rig.machine.streamingExchange == id)
    rig.happened { $0.streamFinished(id) }
    #expect(rig.takeVisible() == ["handle GET /2", "write 0\r\n\r\n"])
    #expect(rig.machine.streamingExchange == nil)
  }

  @Test func readingPausesWhilePipelinedRequestsPileUp() throws {
    var limits = Limits()
    limits.pipelinedBytes = 64
    let (rig, id) = try streaming(limits: limits)
    rig.received(get("/2") + get("/3") + get("/4"))
    #expect(rig.takeLog().contains("pause"))
    rig.happened { $0.streamFinished(id) }
    rig.answer()
    rig.answer()
    #expect(rig.takeLog().contains("resume"))
  }

  @Test func anOpenStreamIsNotTimed() throws {
    let (rig, id) = try streaming()
    #expect(!rig.takeLog().contains { $0.hasPrefix("start") })
    for timer in [ConnectionMachine.Timer.idle, .header, .body, .write] { rig.happened { $0.timerFired(timer) } }
    rig.happened { $0.streamSent(id, Array("a".utf8)) }
    #expect(rig.takeLog() == ["write 1\r\na\r\n"])
    rig.happened { $0.streamFinished(id) }
    #expect(rig.takeLog() == ["write 0\r\n\r\n", "start idle"])
  }

  @Test func aClientThatDoesNotReadHasTheIdleTimeForSomeProgress() throws {
    let (rig, id) = try streaming()
    rig.writesAtOnce = false
    _ = rig.takeLog()
    rig.happened { $0.streamSent(id, Array("a".utf8)) }
    #expect(rig.takeLog() == ["write 1\r\na\r\n", "start write"])
    rig.happened { $0.timerFired(.write) }
    #expect(rig.takeVisible() == ["close"])
  }

  @Test func aClientThatIsTooFarBehindIsCutOff() throws {
    var limits = Limits()
    limits.unsentStreamBytes = 100
    let (rig, id) = try streaming(limits: limits)
    rig.writesAtOnce = false
    _ = rig.takeLog()
    let piece = [UInt8](repeating: 0x61, count: 90)
    rig.happened { $0.streamSent(id, piece) }
    rig.happened { $0.streamSent(id, piece) }
    #expect(rig.takeVisible().count == 2)
    // Some progress makes room, for a piece however long.
    rig.happened { $0.wrote(100) }
    rig.happened { $0.streamSent(id, piece) }
    #expect(rig.takeVisible().count == 1)
    rig.happened { $0.streamSent(id, [0x61]) }
    #expect(rig.takeVisible() == ["reset"])
    #expect(rig.machine.streamingExchange == nil)
  }

  @Test func aStreamThatLostPiecesIsCutOff() throws {
    let (rig, id) = try streaming()
    rig.happened { $0.streamOverran(id) }
    #expect(rig.takeVisible() == ["write 200", "reset"])
  }

  @Test(arguments: [0, 1]) func drainingAndThePeersEndEndTheStreamInOrder(kind: Int) throws {
    let (rig, id) = try streaming()
    _ = rig.takeLog()
    rig.happened { kind == 0 ? $0.drain() : $0.peerClosed() }
    #expect(rig.takeVisible() == ["write 0\r\n\r\n", kind == 0 ? "closeWriting" : "close"])
    rig.happened { $0.streamSent(id, Array("late".utf8)) }
    rig.happened { $0.streamFinished(id) }
    #expect(rig.takeVisible().isEmpty)
  }

  @Test(arguments: [0, 1]) func aStreamThatStartsAfterTheEndIsOverAtOnce(kind: Int) throws {
    let rig = MachineRig()
    rig.received(get("/"))
    let id = try #require(rig.waiting.first).id
    rig.happened { kind == 0 ? $0.drain() : $0.peerClosed() }
    _ = rig.takeLog()
    rig.happened { $0.streamStarted(id, head: Response(text: "x")) }
    #expect(rig.takeVisible() == ["write 200 close 1\r\nx\r\n0\r\n\r\n", kind == 0 ? "closeWriting" : "close"])
    #expect(rig.machine.streamingExchange == nil)
  }

  @Test func aLostConnectionEndsTheStream() throws {
    let (rig, id) = try streaming()
    rig.happened { $0.connectionLost() }
    rig.happened { $0.streamSent(id, Array("late".utf8)) }
    #expect(rig.takeVisible() == ["write 200", "close"])
  }

  @Test func aStreamAnswersOnlyTheRequestThatIsAwaited() throws {
    let (rig, id) = try streaming()
    rig.happened { $0.streamFinished(id) }
    rig.received(get("/2"))
    _ = rig.takeLog()
    let wasAwaited = rig.machine.streamStarted(id, head: Response(status: .ok))
    #expect(!wasAwaited)
    rig.happened { $0.streamSent(id, Array("late".utf8)) }
    #expect(rig.takeVisible().isEmpty)
  }
}
