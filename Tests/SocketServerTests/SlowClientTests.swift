import HTTPTypes
import HTTPWire
import LoopbackClient
import SocketServer
import Synchronization
import Testing

/// Clients that send and read slowly, or never read.
@Suite(.timeLimit(.minutes(5))) struct SlowClientTests {
  @Test func clientThatNeverReadsIsNotReadFromForEver() async throws {
    let handled = Atomic(0)
    // Few of these fill whatever the system holds on the way back, and many requests fit on the way there.
    let body = [UInt8](repeating: 0x61, count: 1_000_000)
    let handler = Handler { request, exchange in
      guard request.method == .post else { return exchange.answer(Response(text: "ok")) }
      handled.add(1, ordering: .relaxed)
      exchange.answer(Response(status: .ok, body: body))
    }
    try await withServer(handler, loopCount: 1) { server in
      let connection = try server.connect(timeout: .milliseconds(500))
      let request =
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8000\r\n\r\n" + String(repeating: "x", count: 8_000)
      var sent = 0
      // It would never end if the server took everything.
      let stalled = #expect(throws: ClientError.self) {
        while sent < 20_000 {
          try connection.send(request)
          sent += 1
        }
      }
      #expect(stalled == .timedOut("send"))
      let other = try server.connect()
      var before = -1
      // Until the one loop does nothing for it any more between the requests of another client.
      while handled.load(ordering: .relaxed) != before {
        before = handled.load(ordering: .relaxed)
        for _ in 0..<20 { #expect(try other.request(.get, "/").status == 200) }
      }
      #expect(before < sent, "not all that was sent was answered")
      // Once it reads, it is served again, in order.
      connection.timeout = .seconds(20)
      for _ in 0..<before + 2 { #expect(try connection.readResponse().body.count == body.count) }
    }
  }

  @Test func headerTimeIsTotalHoweverBusyTheClient() async throws {
    var limits = Limits()
    limits.headerTimeout = .milliseconds(100)
    try await withServer(limits: limits) { server in
      let connection = try server.connect(timeout: .milliseconds(10))
      try connection.send("GET / HTTP/1.1\r\nHost: a\r\n")
      var response: ClientResponse?
      while response == nil {
        try connection.send("X: y\r\n")
        do {
          response = try connection.readResponse()
        } catch ClientError.timedOut {
          continue
        }
      }
      #expect(response?.text == "headerTimeout")
    }
  }

  /// A request line that comes byte by byte has the same time.
  @Test func requestLineHasTheHeadersTime() async throws {
    var limits = Limits()
    limits.headerTimeout = .milliseconds(100)
    try await withServer(limits: limits) { server in
      let connection = try server.connect(timeout: .milliseconds(10))
      try connection.send("GET /")
      var response: ClientResponse?
      while response == nil {
        try connection.send("x")
        do {
          response = try connection.readResponse()
        } catch ClientError.timedOut {
          continue
        }
      }
      #expect(response?.text == "headerTimeout")
    }
  }

  @Test func slowReaderGetsEverythingAndHoldsUpNobody() async throws {
    let body = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 / 251) }
    let handler = Handler { request, exchange in
      exchange.answer(request.target.path == "/" ? Response(text: "ok") : Response(status: .ok, body: body))
    }
    try await withServer(handler, loopCount: 1) { server in
      let slow = try server.connect()
      let other = try server.connect()
      try slow.send(get("/large") + get("/large"))
      for _ in 0..<2 {
        _ = try slow.readHead()
        var read: [UInt8] = []
        while let piece = try slow.readPiece() {
          read += piece
          #expect(try other.request(.get, "/").text == "ok")
        }
        #expect(read == body)
      }
    }
  }

  @Test(arguments: ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe", "GET / HTTP/1.1\r\nHo"])
  func stalledClientsHoldUpNobody(text: String) async throws {
    try await withServer(loopCount: 1) { server in
      let stalled = try (0..<100).map { _ in try server.connect() }
      for connection in stalled { try connection.send(text) }
      let other = try server.connect()
      for _ in 0..<20 { #expect(try other.request(.get, "/").text == "GET / ") }
    }
  }

  /// After a half close, whatever a connection was doing, it comes to its end and the client sees all of it.
  @Test(arguments: [
    ("", ""), ("GET", "400"), (get("/"), "200"), (get("/") + get("/"), "200 200"), (get("/late"), "200"),
    (get("/drip"), "200"), (get("/hang"), ""), (get("/stream"), "200"), ("nonsense\r\n\r\n", "400"),
    (get("/") + "nonsense\r\n\r\n", "200 400"), ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe", "400"),
    ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe", "400"),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi", "200"), (get("/", "Connection: close\r\n"), "200"),
    (get("/large") + get("/large"), "200 200"),
  ])
  func halfClosedClientIsServedToTheEnd(text: String, statuses: String) async throws {
    let handler = Handler { request, exchange in
      switch request.target.path {
      case "/late": exchange.after(.milliseconds(20)) { exchange.answer(Response(text: "late")) }
      case "/drip": exchange.answer(Response(text: "0123456789"), delivery: .drip(bytes: 4, every: .milliseconds(5)))
      case "/hang": exchange.answer(Response(text: ""), delivery: .hang)
      case "/stream": _ = exchange.stream(head: Response(text: "first")).send(Array("second".utf8))
      case "/large": exchange.answer(Response(status: .ok, body: [UInt8](repeating: 0x61, count: 3_000_000)))
      default: exchange.answer(Response(text: "ok"))
      }
    }
    try await withServer(handler) { server in
      let connection = try server.connect()
      try connection.send(text)
      connection.shutdownWriting()
      for status in statuses.split(separator: " ") {
        let response = try connection.readResponse()
        #expect("\(response.status)" == status)
        if text.contains("/drip") { #expect(response.text == "0123456789") }
        if text.contains("/large") { #expect(response.body.count == 3_000_000) }
      }
      #expect(try connection.readToEnd().isEmpty)
    }
  }
}
