import HTTPTypes
import HTTPWire
import LoopbackClient
import SocketServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct WireFaultTests {
  @Test(
    arguments: [
      ("nonsense\r\n\r\n", 400, "badRequestLine"), ("GET / HTTP/1.1\r\n\r\n", 400, "hostMissing"),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n", 400, "contentLengthRepeated"),
      ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501, "transferCodingUnknown"),
      ("GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505, "versionNotSupported"),
      (
        "GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414,
        "requestLineTooLong(limit: 8192)"
      ),
      (get("/", "Expect: more\r\n"), 417, "expectationUnknown"),
      (get("/", String(repeating: "a: b\r\n", count: 100)), 431, "tooManyFields(limit: 100)"),
      (get("/", "a: " + String(repeating: "b", count: 40_000) + "\r\n"), 431, "fieldsTooLarge(limit: 32768)"),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n", 413, "bodyTooLarge(limit: 1048576)"),
    ])
  func malformedInputIsAnsweredThenTheConnectionIsClosed(text: String, status: Int, name: String) async throws {
    try await withServer { server in
      let connection = try server.connect()
      try connection.send(get("/before") + text + get("/after"))
      #expect(try connection.readResponse().status == 200)
      let response = try connection.readResponse()
      #expect(response.status == status)
      #expect(response.text == name)
      #expect(response.closesConnection)
      #expect(try connection.readToEnd().isEmpty)
    }
  }

  @Test func theAnswerReachesAClientThatIsStillSending() async throws {
    try await withServer { server in
      let connection = try server.connect()
      try connection.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n")
      // More than any socket buffer holds: the server has to take it for this to return.
      try connection.send([UInt8](repeating: 0x61, count: 9_000_000))
      #expect(try connection.readResponse().status == 413)
      connection.shutdownWriting()
      #expect(try connection.readToEnd().isEmpty)
    }
  }

  @Test func anUnfinishedRequestIsAnswered() async throws {
    try await withServer { server in
      let connection = try server.connect()
      try connection.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe")
      connection.shutdownWriting()
      #expect(try connection.readResponse().text == "incompleteRequest")
    }
  }

  @Test func connectionsBeyondTheLimitAreRefusedUntilOneEnds() async throws {
    var limits = Limits()
    limits.connections = 2
    try await withServer(limits: limits) { server in
      let kept = try (0..<2).map { _ in try server.connect() }
      for connection in kept { #expect(try connection.request(.get, "/").status == 200) }
      let refused = try server.connect()
      let response = try refused.readResponse()
      #expect(response.status == 503)
      #expect(response.text == "tooManyConnections")
      #expect(response.closesConnection)
      refused.close()
      kept[0].close()
      // The server notices the end in its own time.
      while try server.connect().request(.get, "/").status == 503 {}
      #expect(try kept[1].request(.get, "/").status == 200)
    }
  }
}
