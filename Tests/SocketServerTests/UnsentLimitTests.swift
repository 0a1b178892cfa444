import HTTPTypes
import HTTPWire
import LoopbackClient
import Synchronization
import Testing

@testable import SocketServer

// Elsewhere the system takes less to begin with, and the limit governs only when it wants more.
#if os(Linux)
  /// What the system takes for a peer that does not read.
  @Suite(.timeLimit(.minutes(5))) struct UnsentLimitTests {
    @Test func limitKeepsTheSystemFromTakingMegabytes() async throws {
      let (unlimited, limited) = try await blocking { try (Self.taken(limit: nil), Self.taken(limit: 64 * 1024)) }
      #expect(limited > 0)
      #expect(limited < unlimited / 2, "\(limited) of \(unlimited)")
    }

    @Test func serverLimitsItsConnections() async throws {
      let unlimited = try await blocking { try Self.taken(limit: nil) }
      let handled = Atomic(0)
      let body = [UInt8](repeating: 0x61, count: 100_000)
      let handler = Handler { request, exchange in
        guard request.target.path == "/large" else { return exchange.answer(Response(text: "ok")) }
        handled.add(1, ordering: .relaxed)
        exchange.answer(Response(status: .ok, body: body))
      }
      var limits = Limits()
      // The next request is taken when the system has taken the answer to the one before.
      limits.unwrittenBytes = 0
      try await withServer(handler, limits: limits, loopCount: 1) { server in
        let connection = try server.connect()
        try connection.send(String(repeating: get("/large"), count: 200))
        let other = try server.connect()
        var before = -1
        // Until the one loop does nothing for it any more between the requests of another client.
        while handled.load(ordering: .relaxed) != before {
          before = handled.load(ordering: .relaxed)
          for _ in 0..<20 { #expect(try other.request(.get, "/").status == 200) }
        }
        #expect(before > 0)
        #expect(before * body.count < unlimited / 2, "\(before) answers of \(unlimited)")
      }
    }

    /// How many bytes a socket takes before it would block.
    private static func taken(limit: Int32?) throws -> Int {
      let listening = try ListeningSocket(.tcp(host: "127.0.0.1", port: 0))
      defer { listening.close() }
      guard case .tcp(let host, let port) = listening.address else { return 0 }
      let client = try HTTPConnection(to: .tcp(host: host, port: port), timeout: .seconds(20))
      defer { client.close() }
      guard let socket = try listening.socket.accept() else { return 0 }
      defer { socket.close() }
      if let limit { socket.limitUnsent(to: limit) }
      let bytes = [UInt8](repeating: 0, count: 16 * 1024)
      var taken = 0
      while case .bytes(let count) = bytes.withUnsafeBytes({ socket.write($0, moreFollows: false) }) { taken += count }
      return taken
    }
  }
#endif
