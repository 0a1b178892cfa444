import Dispatch
import HTTPTypes
import HTTPWire
import LoopbackClient
import SocketServer
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5))) struct StreamTests {
  /// Hands the streams that were opened from the handler to the test.
  private final class Streams: Sendable {
    private let opened = Mutex<[ResponseStream]>([])
    private let semaphore = DispatchSemaphore(value: 0)

    func add(_ stream: ResponseStream) {
      opened.withLock { $0.append(stream) }
      semaphore.signal()
    }

    /// Waits for the next one.
    func next() -> ResponseStream {
      semaphore.wait()
      return opened.withLock { $0.removeFirst() }
    }

    /// Answers every path by a stream but `/plain`.
    var handler: Handler {
      Handler { request, exchange in
        guard request.target.path != "/plain" else { return exchange.answer(Response(text: "plain")) }
        self.add(exchange.stream(head: Response(status: .ok, fields: [.contentType: "text/event-stream"])))
      }
    }
  }

  private static func read(_ count: Int, from connection: HTTPConnection) throws -> String {
    var bytes: [UInt8] = []
    while bytes.count < count, let piece = try connection.readPiece() { bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func piecesArriveAsTheyAreSentAndTheConnectionServesOn() async throws {
    let streams = Streams()
    try await withServer(streams.handler) { server in
      let connection = try server.connect()
      try connection.send(get("/") + get("/plain"))
      let stream = streams.next()
      #expect(try connection.readHead()["Content-Type"] == "text/event-stream")
      for number in 0..<20 {
        let event = "data: \(number)\n\n"
        #expect(stream.send(Array(event.utf8)))
        #expect(try Self.read(event.utf8.count, from: connection) == event)
      }
      #expect(!stream.isClosed)
      stream.finish()
      #expect(stream.isClosed)
      #expect(!stream.send([0x61]))
      #expect(try connection.readPiece() == nil)
      #expect(try connection.readResponse().text == "plain")
    }
  }

  @Test func manyThreadsMaySend() async throws {
    let streams = Streams()
    try await withServer(streams.handler) { server in
      let connection = try server.connect()
      try connection.sendRequest(.get, "/")
      let stream = streams.next()
      DispatchQueue.concurrentPerform(iterations: 8) { thread in
        for number in 0..<500 { stream.send(Array("\(thread):\(number)\n".utf8)) }
      }
      stream.finish()
      let lines = try connection.readResponse().text.split(separator: "\n")
      #expect(lines.count == 4000)
      for thread in 0..<8 {
        let own = lines.filter { $0.hasPrefix("\(thread):") }
        #expect(own.map(String.init) == (0..<500).map { "\(thread):\($0)" })
      }
    }
  }

  @Test func aHandlerMaySendBeforeItReturnsAndAStreamMayStartOffTheLoop() async throws {
    let handler = Handler { request, exchange in
      let answer: @Sendable () -> Void = {
        let stream = exchange.stream(head: Response(text: "1"))
        stream.send([0x32])
        stream.send([])
        stream.send([0x33])
        stream.finish()
        stream.finish()
      }
      request.target.path == "/here" ? answer() : DispatchQueue.global().async(execute: answer)
    }
    try await withServer(handler) { server in
      let connection = try server.connect()
      for path in ["/here", "/there", "/here"] {
        #expect(try connection.request(.get, path).text == "123")
      }
    }
  }

  @Test func anOldClientSeesTheEndOfTheConnection() async throws {
    let streams = Streams()
    try await withServer(streams.handler) { server in
      let connection = try server.connect()
      try connection.send("GET / HTTP/1.0\r\n\r\n")
      let stream = streams.next()
      stream.send(Array("abc".utf8))
      stream.finish()
      let text = String(decoding: try connection.readToEnd(), as: UTF8.self)
      #expect(text.hasSuffix("\r\n\r\nabc"))
      #expect(!text.contains("chunked"))
    }
  }

  @Test func aHeadIsAnsweredAndTheStreamClosed() async throws {
    let streams = Streams()
    try await withServer(streams.handler) { server in
      let connection = try server.connect()
      #expect(try connection.request(.head, "/").status == 200)
      let stream = streams.next()
      while !stream.isClosed { #expect(try connection.request(.get, "/plain").text == "plain") }
      #expect(!stream.send([0x61]))
      #expect(try connection.request(.get, "/plain").text == "plain")
    }
  }

  @Test(arguments: [false, true]) func aClientThatGoesAwayClosesTheStream(byReset: Bool) async throws {
    let streams = Streams()
    try await withServer(streams.handler) { server in
      let connection = try server.connect()
      try connection.sendRequest(.get, "/")
      let stream = streams.next()
      #expect(try connection.readHead().status == 200)
      byReset ? connection.reset() : connection.close()
      // Nothing is sent: the end itself is noticed.
      while !stream.isClosed { _ = try server.connect() }
    }
  }

  @Test func aClientThatDoesNotReadIsCutOffAndOthersAreNot() async throws {
    var limits = Limits()
    limits.unsentStreamBytes = 64 * 1024
    let streams = Streams()
    try await withServer(streams.handler, limits: limits) { server in
      let lazy = try server.connect()
      try lazy.sendRequest(.get, "/")
      let unread = streams.next()
      let eager = try server.connect()
      try eager.sendRequest(.get, "/")
      let read = streams.next()
      #expect(try eager.readHead().status == 200)
      let piece = [UInt8](repeating: 0x61, count: 10_000)
      // Far more than socket buffers hold.
      for _ in 0..<10_000 where unread.send(piece) {
        #expect(read.send(piece))
        #expect(try Self.read(piece.count, from: eager).utf8.count == piece.count)
      }
      #expect(unread.isClosed)
      #expect(!read.isClosed)
      let error = #expect(throws: ClientError.self) {
        while true { try lazy.send(get("/plain")) }
      }
      #expect(error.map(isReset) == true)
    }
  }

  @Test func theIdleTimeDoesNotEndAStream() async throws {
    var limits = Limits()
    limits.idleTimeout = .milliseconds(30)
    let streams = Streams()
    try await withServer(streams.handler, limits: limits) { server in
      let connection = try server.connect()
      try connection.sendRequest(.get, "/")
      let stream = streams.next()
      #expect(try connection.readHead().status == 200)
      // Others are closed for being idle meanwhile, one after the other.
      for _ in 0..<3 { #expect(try server.connect().readToEnd().isEmpty) }
      stream.send(Array("still here".utf8))
      #expect(try Self.read(10, from: connection) == "still here")
    }
  }

  @Test func drainingEndsStreamsInOrderAndAtOnce() async throws {
    let streams = Streams()
    var limits = Limits()
    // Longer than the suite may take.
    limits.drainTimeout = .seconds(600)
    let server = try startServer(streams.handler, limits: limits)
    let connections = try await blocking {
      let connections = try (0..<20).map { _ in try server.connect() }
      for connection in connections {
        try connection.sendRequest(.get, "/")
        streams.next().send(Array("hello".utf8))
      }
      return UnsafeTransfer(connections)
    }
    await server.stop()
    let texts = try await blocking { try connections.value.map { try $0.readResponse().text } }
    #expect(texts == Array(repeating: "hello", count: 20))
  }

  @Test func onlyOneAnswerCounts() async throws {
    let handler = Handler { request, exchange in
      if request.target.path == "/stream" {
        let stream = exchange.stream(head: Response(status: .ok))
        exchange.answer(Response(text: "second"))
        #expect(exchange.stream(head: Response(status: .ok)).isClosed)
        stream.send(Array("first".utf8))
        stream.finish()
      } else {
        exchange.answer(Response(text: "first"))
        #expect(exchange.stream(head: Response(status: .ok)).isClosed)
      }
    }
    try await withServer(handler) { server in
      let connection = try server.connect()
      for path in ["/stream", "/plain", "/stream"] {
        #expect(try connection.request(.get, path).text == "first")
      }
    }
  }
}
