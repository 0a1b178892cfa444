#if os(Linux)
  import HTTPTypes
  import HTTPWire
  import LoopbackClient
  import SocketServer
  import Testing

  /// Clients that go away by a reset, whatever their connection is doing.
  @Suite(.serialized, .timeLimit(.minutes(5))) struct ConnectionResetTests {
    /// In a process of its own, for descriptors are counted by process.
    @Test func resetInEveryStateLeavesNothingBehind() async {
      await #expect(processExitsWith: .success) {
        @Sendable func resetAll(_ server: Server) throws {
          for (text, answer) in connectionStates {
            let connection = try server.connect()
            try connection.send(text)
            switch answer {
            case .none: break
            case .interim: #expect(try connection.readResponse(skipsInterim: false).status == 100)
            case .head: _ = try connection.readHead()
            }
            connection.reset()
          }
        }
        // Dispatch opens its own descriptors at first use and keeps them.
        try await withServer(.ofManyWays) { server in try resetAll(server) }
        try await withServer(.ofManyWays) { server in
          let probe = try server.connect()
          #expect(try probe.request(.get, "/").status == 200)
          let before = openDescriptorCount()
          for _ in 0..<5 { try resetAll(server) }
          // The server notices each end in its own time; a descriptor that it keeps fails the test by its time limit.
          while openDescriptorCount() > before { _ = try probe.request(.get, "/") }
        }
      }
    }

    @Test func othersAreServedMeanwhile() async throws {
      try await withServer(.ofManyWays, loopCount: 1) { server in
        let other = try server.connect()
        for (text, _) in connectionStates {
          let connection = try server.connect()
          try connection.send(text)
          #expect(try other.request(.get, "/").text == "ok")
          connection.reset()
          #expect(try other.request(.get, "/").text == "ok")
        }
      }
    }
  }

  extension Handler {
    /// Answers each path in another way, some never.
    fileprivate static let ofManyWays = Handler { request, exchange in
      switch request.target.path {
      case "/never": break
      case "/hang": exchange.answer(Response(text: ""), delivery: .hang)
      case "/drip": exchange.answer(Response(text: "0123456789"), delivery: .drip(bytes: 1, every: .seconds(60)))
      case "/late": exchange.after(.seconds(60)) { exchange.answer(Response(text: "late")) }
      case "/large": exchange.answer(Response(status: .ok, body: [UInt8](repeating: 0x61, count: 8_000_000)))
      case "/stream": _ = exchange.stream(head: Response(text: "first")).send(Array("second".utf8))
      default: exchange.answer(Response(text: "ok"))
      }
    }
  }

  private enum Begun {
    case none, interim, head
  }

  /// What a client has sent, and what of an answer it waits for: together they bring a connection into every state.
  private let connectionStates: [(text: String, answer: Begun)] = [
    ("", .none), ("G", .none), ("GET / HTTP/1.1\r\nHo", .none),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf", .none),
    ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf", .none),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n", .interim),
    (get("/"), .none), (get("/"), .head), (get("/") + "GET", .head), (get("/never"), .none), (get("/late"), .none),
    (get("/never") + String(repeating: get("/"), count: 5_000), .none), (get("/hang"), .none), (get("/drip"), .head),
    (get("/large"), .none), (get("/large"), .head), (get("/large") + get("/large"), .head), (get("/stream"), .none),
    (get("/stream"), .head), (get("/", "Connection: close\r\n"), .head), ("nonsense\r\n\r\n", .none),
    ("nonsense\r\n\r\n", .head), ("GET / HTTP/1.0\r\n\r\n", .head),
  ]
#endif
