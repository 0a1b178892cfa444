import Testing

@testable import SocketServer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether this machine speaks IPv6 with itself; some containers do not.
let hasLoopbackSix: Bool = {
  guard let socket = try? ListeningSocket(.tcp(host: "::1", port: 0)) else { return false }
  socket.close()
  return true
}()

/// How `localhost` gets one port for two addresses, whatever the system says to either.
@Suite struct LoopbackPairTests {
  private static func inUse(_ host: String) -> SocketError { SocketError("bind", errno: EADDRINUSE, subject: host) }

  @Test func portsThatAreTakenInTheOtherAreTriedAgainUntilOneIsFree() throws {
    var refusals = 5
    let sockets = try LoopbackPair.open(port: 0) { (host, port) throws(SocketError) in
      #expect((port == 0) == (host == "127.0.0.1"))
      if host == "::1", refusals > 0 {
        refusals -= 1
        throw Self.inUse(host)
      }
      // Stands for both: not every machine that tests has IPv6.
      return try ListeningSocket(.tcp(host: "127.0.0.1", port: 0))
    }
    #expect(refusals == 0)
    #expect(sockets.count == 2)
    for socket in sockets { socket.close() }
  }

  @Test func theSearchEnds() {
    var tries = 0
    let error = #expect(throws: SocketError.self) {
      try LoopbackPair.open(port: 0) { (host, _) throws(SocketError) in
        tries += 1
        throw Self.inUse(host)
      }
    }
    #expect(error == Self.inUse("127.0.0.1"))
    #expect(tries == LoopbackPair.attempts)
  }

  @Test func aPortThatWasNamedIsTriedOnce() {
    var tries = 0
    #expect(throws: Self.inUse("127.0.0.1")) {
      try LoopbackPair.open(port: 8490) { (host, _) throws(SocketError) in
        tries += 1
        throw Self.inUse(host)
      }
    }
    #expect(tries == 1)
  }

  @Test(arguments: [EADDRNOTAVAIL, EAFNOSUPPORT, EACCES], ["127.0.0.1", "::1"])
  func anAddressThatTheSystemDoesNotHaveIsLeftOut(code: Int32, missing: String) throws {
    let sockets = try LoopbackPair.open(port: 0) { (host, port) throws(SocketError) in
      if host == missing { throw SocketError("bind", errno: code, subject: host) }
      return try ListeningSocket(.tcp(host: "127.0.0.1", port: port))
    }
    #expect(sockets.count == 1)
    for socket in sockets { socket.close() }
    #expect(throws: SocketError("bind", errno: code, subject: "127.0.0.1")) {
      try LoopbackPair.open(port: 0) { (host, _) throws(SocketError) in
        throw SocketError("bind", errno: code, subject: host)
      }
    }
  }
}
