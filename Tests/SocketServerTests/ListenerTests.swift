import HTTPTypes
import HTTPWire
import LoopbackClient
import SocketServer
import Testing

@Suite(.timeLimit(.minutes(5))) struct ListenerTests {
  @Test(
    arguments: [
      (ListeningAddress.tcp(host: "127.0.0.1", port: 8490), "http://127.0.0.1:8490"),
      (.tcp(host: "::1", port: 80), "http://[::1]:80"), (.unix(path: "/run/x.sock"), "http+unix:/run/x.sock"),
    ])
  func addressesHaveTheirURL(address: ListeningAddress, url: String) {
    #expect(address.url == url)
  }

  @Test(
    arguments: [
      (ListeningAddress.tcp(host: "0.0.0.0", port: 80), "http://127.0.0.1:80"),
      (.tcp(host: "::", port: 80), "http://[::1]:80"), (.tcp(host: "192.0.2.7", port: 80), "http://192.0.2.7:80"),
      (.tcp(host: "127.0.0.1", port: 80), "http://127.0.0.1:80"), (.unix(path: "/run/x"), "http+unix:/run/x"),
    ])
  func everyInterfaceIsReachedByTheLoopbackOne(address: ListeningAddress, url: String) {
    #expect(address.clientURL == url)
  }

  @Test func aTakenPortIsToldFromOtherFailures() async throws {
    let first = try startServer()
    guard case .tcp(let host, let port) = first.addresses[0] else {
      Issue.record("no TCP address")
      return
    }
    #expect(port != 0)
    let error = #expect(throws: SocketError.self) { try startServer(on: [.tcp(host: host, port: port)]) }
    #expect(error?.isAddressInUse == true)
    #expect(error?.description.contains("\(host):\(port)") == true)
    await first.stop()
  }

  @Test func thePortOfAServerThatHasStoppedCanBeTakenAgain() async throws {
    // Another test may be given the port in between, but not every time.
    for attempt in 1...20 {
      let first = try startServer()
      guard case .tcp(let host, let port) = first.addresses[0] else {
        Issue.record("no TCP address")
        return
      }
      await first.stop()
      do {
        return await (try startServer(on: [.tcp(host: host, port: port)])).stop()
      } catch let error as SocketError where error.isAddressInUse && attempt < 20 {
        continue
      }
    }
  }

  @Test(arguments: [
    Listener.tcp(host: "192.0.2.1", port: 0), .tcp(host: "no such host", port: 0), .unix(path: "/no/such/x"),
  ])
  func otherFailuresAreNotATakenPort(listener: Listener) {
    let error = #expect(throws: SocketError.self) { try startServer(on: [listener]) }
    #expect(error?.isAddressInUse == false)
    #expect(error?.message.isEmpty == false)
  }

  @Test func aFailedStartClosesWhatItOpened() async throws {
    let path = temporarySocketPath()
    #expect(throws: SocketError.self) {
      try startServer(on: [.unix(path: path), .tcp(host: "192.0.2.1", port: 0)])
    }
    #expect(!fileExists(path))
  }

  @Test func theSocketFileOfADeadServerIsReplaced() async throws {
    let path = temporarySocketPath()
    makeStaleSocketFile(path)
    #expect(fileExists(path))
    try await withServer(on: [.unix(path: path)]) { server in
      let response = try server.connect().request(.get, "/")
      #expect(response.status == 200)
    }
    #expect(!fileExists(path))
  }

  @Test func theSocketFileOfALivingServerIsLeftAlone() async throws {
    let path = temporarySocketPath()
    try await withServer(on: [.unix(path: path)]) { server in
      let error = #expect(throws: SocketError.self) { try startServer(on: [.unix(path: path)]) }
      #expect(error?.isAddressInUse == true)
      let response = try server.connect().request(.get, "/")
      #expect(response.status == 200)
    }
  }

  @Test func aFileThatIsNoSocketIsLeftAlone() {
    let path = temporarySocketPath()
    makeFile(path)
    let error = #expect(throws: SocketError.self) { try startServer(on: [.unix(path: path)]) }
    #expect(error?.isAddressInUse == true)
    #expect(fileExists(path))
    removeFile(path)
  }

  @Test func theSocketFileOfASuccessorIsLeftAlone() async throws {
    let path = temporarySocketPath()
    let first = try startServer(on: [.unix(path: path)])
    removeFile(path)
    let second = try startServer(on: [.unix(path: path)])
    await first.stop()
    #expect(fileExists(path))
    await second.stop()
    #expect(!fileExists(path))
  }

  @Test(arguments: ["", String(repeating: "x", count: 108), "a\0b"])
  func pathsThatFitNoAddressAreRefused(path: String) {
    #expect(throws: SocketError.self) { try startServer(on: [.unix(path: path)]) }
  }
}
