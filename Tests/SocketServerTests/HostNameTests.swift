import HTTPTypes
import LoopbackClient
import SocketServer
import Testing

/// Hosts by number and by name, for servers and for clients.
@Suite(.timeLimit(.minutes(5))) struct HostNameTests {
  @Test(arguments: ["localhost", "LocalHost"])
  func localhostIsTheLoopbackInterface(host: String) async throws {
    try await withServer(on: [.tcp(host: host, port: 0)]) { server in
      guard case .tcp(let bound, let port) = server.addresses[0] else {
        Issue.record("no TCP address")
        return
      }
      #expect(bound == "127.0.0.1")
      let response = try HTTPConnection.fetch(url: "http://\(host):\(port)/x")
      #expect(response.text == "GET /x ")
    }
  }

  @Test(.enabled(if: hasLoopbackSix)) func localhostIsBothOfItsAddresses() async throws {
    // Each of several servers has found a port that is free in both.
    let ports = try await withThrowingTaskGroup(of: UInt16.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try await withServer(on: [.tcp(host: "localhost", port: 0)]) { server in
            guard case .tcp(_, let port) = server.addresses[0] else { return 0 }
            #expect(server.addresses.count == 1)
            for host in ["127.0.0.1", "::1"] {
              let answer = try HTTPConnection(host: host, port: port).request(.get, "/x")
              #expect(answer.text == "GET /x ")
            }
            return port
          }
        }
      }
      return try await group.reduce(into: [UInt16]()) { $0.append($1) }
    }
    #expect(ports.count == 8 && !ports.contains(0))
  }

  @Test(.enabled(if: hasLoopbackSix), arguments: ["127.0.0.1", "::1"])
  func aPortThatIsTakenInEitherIsTaken(host: String) async throws {
    let rest = host == "::1" ? "127.0.0.1" : "::1"
    // The port may belong to another test at the other address, but not every time.
    for attempt in 1...20 {
      let other = try startServer(on: [.tcp(host: host, port: 0)])
      guard case .tcp(_, let port) = other.addresses[0] else {
        Issue.record("no TCP address")
        return
      }
      let error = #expect(throws: SocketError.self) { try startServer(on: [.tcp(host: "localhost", port: port)]) }
      #expect(error?.isAddressInUse == true)
      // What was opened before the failure is closed.
      let free = try? startServer(on: [.tcp(host: rest, port: port)])
      await free?.stop()
      await other.stop()
      let isNamed = error?.subject == ListeningAddress.tcp(host: host, port: port).url
      if free == nil || !isNamed, attempt < 20 { continue }
      #expect(free != nil)
      #expect(isNamed, "\(error?.subject ?? "none")")
      return
    }
  }

  @Test func aClientThatAsksLocalhostFindsAServerOfEitherAddressFamily() async throws {
    try await withServer(on: [.tcp(host: "::1", port: 0)]) { server in
      guard case .tcp(_, let port) = server.addresses[0] else {
        Issue.record("no TCP address")
        return
      }
      let response = try HTTPConnection.fetch(url: "http://localhost:\(port)/x")
      #expect(response.text == "GET /x ")
    }
  }

  @Test(arguments: ["nobody.invalid", "no such host", "127.0.0.1.", "1.2.3.4.5", "[::1]", "::g"])
  func aNameThatNobodyKnowsIsSaidToBeOne(host: String) {
    let error = #expect(throws: SocketError.self) { try startServer(on: [.tcp(host: host, port: 0)]) }
    #expect(error?.description.hasPrefix("getaddrinfo \(host): ") == true)
    #expect(error?.description.hasSuffix("; an address such as 127.0.0.1 needs no resolver") == true)
    #expect(error?.errno == 0)
  }

  @Test func aClientSaysThatItDoesNotKnowAName() {
    let error = #expect(throws: ClientError.self) { try HTTPConnection.fetch(url: "http://nobody.invalid/") }
    #expect(error == .unknownHost("nobody.invalid"))
    #expect(error?.description == "The host 'nobody.invalid' is not known; use its IP address if there is no resolver.")
  }
}
