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
    #expect(error?.description == "The host 'nobody.invalid' is not known; its address needs no resolver.")
  }
}
