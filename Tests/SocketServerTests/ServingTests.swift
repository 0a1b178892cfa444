import Dispatch
import HTTPTypes
import HTTPWire
import LoopbackClient
import SocketServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct ServingTests {
  @Test func aConnectionServesManyRequests() async throws {
    try await withServer { server in
      let connection = try server.connect()
      for number in 0..<20 {
        #expect(try connection.request(.get, "/\(number)").text == "GET /\(number) ")
      }
    }
  }

  @Test(arguments: [
    Listener.tcp(host: "127.0.0.1", port: 0), .tcp(host: "::1", port: 0), .tcp(host: "localhost", port: 0),
  ])
  func tcpIsServedOnEveryKindOfAddress(listener: Listener) async throws {
    try await withServer(on: [listener]) { server in
      let response = try HTTPConnection.fetch(url: server.addresses[0].url + "/x?y", method: .put, body: [0x61])
      #expect(response.status == 200)
      #expect(response.text == "PUT /x?y a")
    }
  }

  @Test func aUnixSocketIsServedAndRemoved() async throws {
    let path = temporarySocketPath()
    try await withServer(on: [.unix(path: path)]) { server in
      #expect(server.addresses[0].url == "http+unix:\(path)")
      let withTarget = try HTTPConnection.fetch(url: server.addresses[0].url + "/x")
      let withoutTarget = try HTTPConnection.fetch(url: server.addresses[0].url)
      #expect(withTarget.text == "GET /x ")
      #expect(withoutTarget.text == "GET / ")
    }
    #expect(!fileExists(path))
  }

  @Test func severalListenersShareOneServer() async throws {
    let listeners = [Listener.tcp(host: "127.0.0.1", port: 0), .unix(path: temporarySocketPath())]
    try await withServer(on: listeners) { server in
      for address in server.addresses {
        let response = try HTTPConnection.fetch(url: address.url + "/x")
        #expect(response.text == "GET /x ")
      }
    }
  }

  @Test func pipelinedRequestsAreAnsweredInOrder() async throws {
    // The first takes longest, so that order is kept by the server and not by chance.
    let handler = Handler { request, exchange in
      let delay = request.target.path == "/0" ? Duration.milliseconds(50) : .zero
      exchange.after(delay) { exchange.answer(Response(text: request.target.path)) }
    }
    try await withServer(handler) { server in
      let connection = try server.connect()
      try connection.send((0..<50).map { get("/\($0)") }.joined())
      for number in 0..<50 {
        #expect(try connection.readResponse().text == "/\(number)")
      }
    }
  }

  @Test func aRequestMayArriveByteByByte() async throws {
    try await withServer { server in
      let connection = try server.connect()
      for byte in "PUT /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n".utf8 {
        try connection.send([byte])
      }
      #expect(try connection.readResponse().text == "PUT /x hi")
    }
  }

  @Test func continueIsSentBeforeTheBody() async throws {
    try await withServer { server in
      let connection = try server.connect()
      try connection.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
      #expect(try connection.readResponse(skipsInterim: false).status == 100)
      try connection.send("hi")
      #expect(try connection.readResponse(skipsInterim: false).text == "POST / hi")
    }
  }

  @Test func headIsAnsweredLikeGetWithoutTheBody() async throws {
    try await withServer { server in
      let connection = try server.connect()
      let response = try connection.request(.head, "/x")
      #expect(response["content-length"] == "\("HEAD /x ".utf8.count)")
      #expect(response.body.isEmpty)
      #expect(try connection.request(.get, "/y").text == "GET /y ")
    }
  }

  @Test func http10ClosesAfterTheAnswer() async throws {
    try await withServer { server in
      let connection = try server.connect()
      try connection.send("GET /x HTTP/1.0\r\n\r\n")
      let text = String(decoding: try connection.readToEnd(), as: UTF8.self)
      #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(text.contains("Connection: close\r\n"))
      #expect(text.hasSuffix("GET /x "))
    }
  }

  @Test func http10StaysIfAsked() async throws {
    try await withServer { server in
      let connection = try server.connect()
      for path in ["/1", "/2"] {
        try connection.send("GET \(path) HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        let response = try connection.readResponse()
        #expect(response["connection"] == "keep-alive")
        #expect(response.text == "GET \(path) ")
      }
    }
  }

  @Test func aHalfClosedClientIsStillAnswered() async throws {
    try await withServer { server in
      let connection = try server.connect()
      try connection.send(get("/1") + get("/2"))
      connection.shutdownWriting()
      #expect(try connection.readResponse().text == "GET /1 ")
      #expect(try connection.readResponse().text == "GET /2 ")
      #expect(try connection.readToEnd().isEmpty)
    }
  }

  @Test func largeBodiesGoBothWays() async throws {
    let handler = Handler { request, exchange in
      exchange.answer(Response(status: .ok, body: request.body + request.body))
    }
    try await withServer(handler) { server in
      let body = (0..<Limits().body).map { UInt8(truncatingIfNeeded: $0 / 7) }
      let connection = try server.connect()
      for _ in 0..<3 {
        #expect(try connection.request(.post, "/", body: body).body == body + body)
      }
    }
  }

  @Test func manyAnswersWaitForAClientThatReadsLate() async throws {
    let body = [UInt8](repeating: 0x61, count: 300_000)
    let handler = Handler { _, exchange in exchange.answer(Response(status: .ok, body: body)) }
    try await withServer(handler) { server in
      let connection = try server.connect()
      try connection.send(String(repeating: get("/"), count: 40))
      for _ in 0..<40 {
        #expect(try connection.readResponse().body.count == body.count)
      }
    }
  }

  @Test func manyClientsAreServedAtOnce() async throws {
    try await withServer { server in
      let connections = try (0..<200).map { _ in try server.connect() }
      for (number, connection) in connections.enumerated() { try connection.send(get("/\(number)")) }
      for (number, connection) in connections.enumerated() {
        #expect(try connection.readResponse().text == "GET /\(number) ")
      }
    }
  }
}
