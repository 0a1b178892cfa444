import HTTPTypes
import HTTPWire
import Testing

@Suite struct DeliveryTests {
  private func delivered(_ delivery: Delivery, method: String = "GET") -> [String] {
    let rig = MachineRig()
    rig.received("\(method) / HTTP/1.1\r\nHost: a\r\n\r\n")
    _ = rig.takeLog()
    rig.answer(Response(text: "0123456789"), delivery: delivery)
    return rig.takeVisible()
  }

  @Test(arguments: [
    (4, "write 200 close 0123"), (0, "write 200 close"), (-1, "write 200 close"), (99, "write 200 close 0123456789"),
  ])
  func aTruncatedBodyEndsTheConnection(count: Int, write: String) {
    let rig = MachineRig()
    rig.received(get("/", "Connection: close\r\n"))
    _ = rig.takeLog()
    rig.answer(Response(text: "0123456789"), delivery: .truncated(afterBodyBytes: count))
    #expect(rig.takeVisible() == [write, "closeWriting"])
  }

  @Test func aTruncatedBodyPromisesItsWholeLength() {
    var machine = ConnectionMachine(limits: Limits()) { fault, _ in Response(status: fault.status) }
    machine.received(Array(get("/").utf8))
    guard case .handle(_, let id) = machine.nextAction() else {
      Issue.record("no request")
      return
    }
    machine.answered(id, with: Response(text: "0123456789"), delivery: .truncated(afterBodyBytes: 2))
    guard case .write(let bytes) = machine.nextAction() else {
      Issue.record("no answer")
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("Content-Length: 10\r\n"))
    #expect(text.hasSuffix("\r\n\r\n01"))
  }

  /// Large content follows its head as the handler gave it, in the same memory.
  @Test(arguments: [("GET", 1), ("GET", 0), ("HEAD", 0)], [OutgoingBytes.largePiece - 1, OutgoingBytes.largePiece])
  func largeContentIsNotCopied(request: (method: String, version: Int), size: Int) {
    var machine = ConnectionMachine(limits: Limits()) { fault, _ in Response(status: fault.status) }
    machine.received(Array("\(request.method) / HTTP/1.\(request.version)\r\nHost: a\r\n\r\n".utf8))
    guard case .handle(_, let id) = machine.nextAction() else {
      Issue.record("no request")
      return
    }
    let body = [UInt8](repeating: 0x61, count: size)
    machine.answered(id, with: Response(status: .ok, body: body))
    var writes: [[UInt8]] = []
    while case .write(let bytes)? = machine.nextAction() { writes.append(bytes) }
    let context = ResponseSerializer.Context(
      isHead: request.method == "HEAD", version: request.version == 0 ? .http10 : .http11,
      keepsAlive: request.version == 1)
    #expect(
      writes.flatMap(\.self) == ResponseSerializer.bytes(of: Response(status: .ok, body: body), context: context))
    let isApart = request.method == "GET" && size >= OutgoingBytes.largePiece
    #expect(writes.count == (isApart ? 2 : 1))
    if isApart { #expect(writes[1].withUnsafeBytes { $0.baseAddress } == body.withUnsafeBytes { $0.baseAddress }) }
  }

  @Test func aResetSendsNothing() {
    #expect(delivered(.reset) == ["reset"])
  }

  @Test func anEmptyAnswerIsAnOrderlyEnd() {
    #expect(delivered(.empty) == ["closeWriting"])
  }

  @Test func rawBytesReplaceTheAnswer() {
    #expect(delivered(.raw(Array("boo".utf8))) == ["write boo", "closeWriting"])
    #expect(delivered(.raw([])) == ["closeWriting"])
  }

  @Test func aHangLastsUntilThePeerOrTheServerEnds() {
    for event in [{ $0.peerClosed() }, { $0.drain() }, { $0.connectionLost() }] as [(inout ConnectionMachine) -> Void] {
      let rig = MachineRig()
      rig.received(get("/"))
      rig.answer(delivery: .hang)
      rig.received(get("/"))
      #expect(rig.takeLog() == ["handle GET /", "stop"])
      rig.happened(event)
      #expect(rig.takeVisible() == ["close"])
    }
  }

  @Test func aDripSendsItsPiecesAndKeepsTheConnection() {
    let rig = MachineRig()
    rig.received(get("/1") + get("/2"))
    _ = rig.takeLog()
    rig.answer(Response(text: "01234"), delivery: .drip(bytes: 2, every: .milliseconds(5)))
    var seen = rig.takeVisible()
    while seen.last?.hasPrefix("wake") == true {
      rig.happened { $0.woke() }
      seen += rig.takeVisible()
    }
    let wake = "wake \(Duration.milliseconds(5))"
    #expect(seen == ["write 200", wake, "write 01", wake, "write 23", wake, "handle GET /2", "write 4"])
  }

  @Test func aDripWaitsForItsReader() {
    let rig = MachineRig()
    rig.received(get("/1"))
    rig.writesAtOnce = false
    rig.answer(Response(text: "01"), delivery: .drip(bytes: 0, every: .zero))
    #expect(!rig.takeLog().contains { $0.hasPrefix("wake") })
    rig.happened { $0.wrote(1000) }
    #expect(rig.takeLog().isEmpty == false)
  }

  @Test(arguments: [Delivery.drip(bytes: 1, every: .seconds(1)), .plain])
  func aDripOfNothingIsAPlainAnswer(delivery: Delivery) {
    #expect(delivered(delivery, method: "HEAD") == ["write 200"])
  }
}
