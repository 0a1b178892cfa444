#if HTTP2
  import HTTP2Wire
  import HTTPTypes
  import HTTPWire
  import Testing

  /// Requests and answers that are as they should be.
  @Suite struct ExchangeTests {
    private static let ok = "content-type=text/plain; charset=utf-8, content-length="

    @Test func aRequestIsAnswered() {
      let rig = HTTP2Rig()
      rig.send(.get(1, "/a?b=c", [("x-one", "1"), ("cookie", "a=1"), ("cookie", "b=2")]))
      #expect(rig.takeLog() == ["handle GET /a?b=c"])
      let request = rig.waiting[0].request
      #expect(request.version == .http2)
      #expect(request.host == "a")
      #expect(
        request.fields.map { "\($0.name.rawName)=\($0.value)" } == ["host=a", "x-one=1", "cookie=a=1", "cookie=b=2"])
      #expect(request.fields[.cookie] == "a=1; b=2")
      rig.answer(
        Response(
          text: "hello",
          fields: [.connection: "x", .transferEncoding: "chunked", .contentLength: "7", .server: "W"]))
      #expect(
        rig.takeLog() == [
          "1 head 200, server=W, \(Self.ok)5", "1 data hello end", "finished",
        ])
    }

    @Test(arguments: [1, 2, 3, 9, 10, 17])
    func bytesMayComeInPieces(size: Int) {
      let rig = HTTP2Rig(greets: false)
      let bytes =
        Frame.preface + Frame.settings().bytes + Frame.headers(1, Frame.request("POST", "/p"), ends: false).bytes
        + Frame.data(1, "con", ends: false).bytes + Frame.data(1, "tent").bytes + Frame.get(3, "/q").bytes
      var start = 0
      while start < bytes.count {
        rig.received(Array(bytes[start..<min(start + size, bytes.count)]))
        start += size
      }
      #expect(rig.waiting.map { $0.request.target.raw } == ["/p", "/q"])
      #expect(rig.waiting.first?.request.body == Array("content".utf8))
    }

    @Test func streamsAreAnsweredInAnyOrder() {
      let rig = HTTP2Rig()
      rig.send(.get(1, "/1"), .get(3, "/3"))
      let ids = rig.waiting.map(\.id)
      _ = rig.takeLog()
      for id in ids.reversed() {
        rig.happened { #expect($0.answered(id, with: Response(text: "x"), delivery: .plain)) }
      }
      #expect(
        rig.takeVisible() == [
          "3 head 200, \(Self.ok)1", "3 data x end", "1 head 200, \(Self.ok)1", "1 data x end",
        ])
      #expect(!rig.machine.answered(ids[0], with: Response(text: "again"), delivery: .plain))
    }

    @Test(arguments: [("HEAD", 200), ("GET", 204), ("GET", 304)])
    func noContentEndsWithItsHead(method: String, status: Int) {
      let rig = HTTP2Rig()
      rig.send(.headers(1, Frame.request(method)))
      rig.answer(Response(.init(code: status), text: status == 200 ? "12345" : ""))
      let length = status == 200 ? ", content-length=5" : ""
      #expect(rig.takeVisible() == ["1 head \(status), content-type=text/plain; charset=utf-8\(length) end"])
    }

    @Test func expectationsAreMet() {
      let rig = HTTP2Rig()
      rig.send(.headers(1, Frame.request("POST") + [("expect", "100-continue"), ("content-length", "2")], ends: false))
      #expect(rig.takeVisible() == ["1 head 100"])
      rig.send(.data(1, "ab"))
      #expect(rig.waiting.first?.request.body == Array("ab".utf8))
    }

    @Test func trailersEndARequestAndAreIgnored() {
      let rig = HTTP2Rig()
      rig.send(
        .headers(1, Frame.request("POST"), ends: false), .data(1, "ab", ends: false), .headers(1, [("x-sum", "3")]))
      #expect(rig.waiting.first?.request.body == Array("ab".utf8))
      #expect(rig.waiting.first?.request.fields.map(\.name.rawName) == ["host"])
    }

    @Test func hostStandsForAuthority() {
      let rig = HTTP2Rig()
      rig.send(.headers(1, [(":method", "GET"), (":scheme", "http"), (":path", "/"), ("host", "h:1")]))
      rig.send(.get(3, "/", [("host", "A")]))
      #expect(rig.waiting.map { $0.request.host } == ["h:1", "a"])
      #expect(rig.waiting.last?.request.fields.all(.init("host")!) == ["a"])
    }

    @Test func aStreamIsSentAsItComes() {
      let rig = HTTP2Rig()
      rig.send(.get(1), .get(3))
      let id = rig.waiting[0].id
      _ = rig.takeLog()
      rig.happened { #expect($0.streamStarted(id, head: Response(.ok, contentType: "text/event-stream", body: []))) }
      #expect(rig.takeLog() == ["1 head 200, content-type=text/event-stream"])
      for piece in ["one", "two"] {
        rig.happened { $0.streamSent(id, Array(piece.utf8)) }
        #expect(rig.takeLog() == ["1 data \(piece)"])
        #expect(rig.machine.isStreaming(id))
      }
      rig.happened { $0.streamFinished(id) }
      #expect(rig.takeLog() == ["1 data  end", "finished"])
      #expect(!rig.machine.isStreaming(id))
    }

    @Test func aRequestThatIsGivenUpIsToldOf() {
      let rig = HTTP2Rig()
      rig.send(.get(1), .get(3))
      _ = rig.takeLog()
      rig.send(.reset(1))
      #expect(rig.takeLog() == ["abandoned"])
      rig.answer()
      #expect(rig.takeLog().isEmpty)
      rig.answer()
      #expect(rig.takeLog().last == "finished")
    }
  }
#endif
