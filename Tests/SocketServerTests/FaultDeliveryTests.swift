import HTTPTypes
import HTTPWire
import LoopbackClient
import SocketServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct FaultDeliveryTests {
  private static func handler(_ delivery: Delivery) -> Handler {
    Handler { request, exchange in
      guard request.target.path != "/plain" else { return exchange.answer(Response(text: "ok")) }
      exchange.answer(Response(text: "0123456789"), delivery: delivery)
    }
  }

  @Test func aTruncatedBodyEndsEarly() async throws {
    try await withServer(Self.handler(.truncated(afterBodyBytes: 4))) { server in
      let connection = try server.connect()
      try connection.send(get("/"))
      let text = String(decoding: try connection.readToEnd(), as: UTF8.self)
      #expect(text.contains("Content-Length: 10\r\n"))
      #expect(text.hasSuffix("\r\n\r\n0123"))
    }
  }

  @Test func aResetIsSeenAsOne() async throws {
    try await withServer(Self.handler(.reset)) { server in
      let connection = try server.connect()
      let error = #expect(throws: ClientError.self) { try connection.request(.get, "/") }
      #expect(error.map(isReset) == true)
    }
  }

  @Test func anEmptyAnswerIsAnOrderlyEnd() async throws {
    try await withServer(Self.handler(.empty)) { server in
      let connection = try server.connect()
      #expect(throws: ClientError.closedEarly(receivedBytes: 0)) { try connection.request(.get, "/") }
    }
  }

  @Test func aHangSaysNothingAndEndsWithItsClient() async throws {
    try await withServer(Self.handler(.hang)) { server in
      let connection = try server.connect()
      connection.timeout = .milliseconds(50)
      #expect(throws: ClientError.timedOut("receive")) { try connection.request(.get, "/") }
      connection.shutdownWriting()
      connection.timeout = .seconds(20)
      #expect(try connection.readToEnd().isEmpty)
    }
  }

  @Test func aHangEndsWithItsClientHoweverMuchItSent() async throws {
    try await withServer(Self.handler(.hang)) { server in
      let connection = try server.connect()
      try connection.send(String(repeating: get("/"), count: 10_000))
      connection.shutdownWriting()
      #expect(try connection.readToEnd().isEmpty)
    }
  }

  @Test func aDripTakesItsTimeAndKeepsTheConnection() async throws {
    try await withServer(Self.handler(.drip(bytes: 3, every: .milliseconds(20)))) { server in
      let connection = try server.connect()
      let start = ContinuousClock.now
      #expect(try connection.request(.get, "/").text == "0123456789")
      #expect(ContinuousClock.now - start >= .milliseconds(80))
      #expect(try connection.request(.get, "/plain").text == "ok")
    }
  }

  @Test func rawBytesReplaceTheAnswer() async throws {
    try await withServer(Self.handler(.raw(Array("not HTTP".utf8)))) { server in
      let connection = try server.connect()
      try connection.send(get("/"))
      #expect(String(decoding: try connection.readToEnd(), as: UTF8.self) == "not HTTP")
    }
  }
}
