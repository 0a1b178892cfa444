import HTTPTypes
import HTTPWire
import LoopbackClient
import SocketServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct TimeoutTests {
  /// The limit of one timer short, the others out of reach.
  private func limits(_ timer: ConnectionMachine.Timer, _ duration: Duration = .milliseconds(100)) -> Limits {
    var limits = Limits()
    switch timer {
    case .idle, .write: limits.idleTimeout = duration
    case .header: limits.headerTimeout = duration
    case .body: limits.bodyTimeout = duration
    case .linger: limits.lingerTimeout = duration
    case .pulse: break
    }
    return limits
  }

  @Test(
    arguments: [
      ("GET / HTTP/1.1\r\nHo", ConnectionMachine.Timer.header, "headerTimeout"), ("G", .header, "headerTimeout"),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe", .body, "bodyTimeout"),
      ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2", .body, "bodyTimeout"),
    ])
  func aClientThatStallsIsAnswered(text: String, timer: ConnectionMachine.Timer, name: String) async throws {
    try await withServer(limits: limits(timer)) { server in
      let connection = try server.connect()
      let start = ContinuousClock.now
      try connection.send(text)
      let response = try connection.readResponse()
      #expect(response.status == 408)
      #expect(response.text == name)
      #expect(ContinuousClock.now - start >= .milliseconds(100))
      #expect(try connection.readToEnd().isEmpty)
    }
  }

  @Test func theBodyTimeIsTotalHoweverBusyTheClient() async throws {
    try await withServer(limits: limits(.body)) { server in
      let connection = try server.connect(timeout: .milliseconds(10))
      try connection.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n")
      var response: ClientResponse?
      while response == nil {
        try connection.send("x")
        do {
          response = try connection.readResponse()
        } catch ClientError.timedOut {
          continue
        }
      }
      #expect(response?.text == "bodyTimeout")
    }
  }

  @Test func anIdleConnectionIsClosedWithoutAWord() async throws {
    try await withServer(limits: limits(.idle)) { server in
      let fresh = try server.connect()
      #expect(try fresh.readToEnd().isEmpty)
      let used = try server.connect()
      #expect(try used.request(.get, "/").status == 200)
      #expect(try used.readToEnd().isEmpty)
    }
  }

  @Test func aRequestBeingAnsweredIsNotIdle() async throws {
    let handler = Handler { _, exchange in
      exchange.after(.milliseconds(300)) { exchange.answer(Response(text: "late")) }
    }
    try await withServer(handler, limits: limits(.idle, .milliseconds(50))) { server in
      let response = try server.connect().request(.get, "/")
      #expect(response.text == "late")
    }
  }

  @Test func aClientThatDoesNotReadIsGivenUp() async throws {
    let body = [UInt8](repeating: 0x61, count: 20_000_000)
    let handler = Handler { _, exchange in exchange.answer(Response(status: .ok, body: body)) }
    try await withServer(handler, limits: limits(.write)) { server in
      let connection = try server.connect()
      // Without reading anything, the client learns of the end by a reset only.
      let error = #expect(throws: ClientError.self) {
        while true { try connection.send(get("/")) }
      }
      #expect(error.map(isReset) == true)
    }
  }

  @Test func aClientThatNeverClosesIsLeftAfterTheLastAnswer() async throws {
    try await withServer(limits: limits(.linger)) { server in
      let connection = try server.connect()
      try connection.send(get("/", "Connection: close\r\n"))
      #expect(try connection.readResponse().status == 200)
      #expect(try connection.readToEnd().isEmpty)
      // The server's end is closed for good once its side answers with a reset.
      let error = #expect(throws: ClientError.self) {
        while true { try connection.send("x") }
      }
      #expect(error.map(isReset) == true)
    }
  }
}
