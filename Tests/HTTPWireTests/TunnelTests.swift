import HTTPTypes
import HTTPWire
import Testing

/// CONNECT, which makes a connection one to another server.
@Suite struct TunnelTests {
  private static let established = "write 200"

  /// A server that stands in for `a:443` alone.
  private static func rig() -> MachineRig {
    MachineRig(answersAtOnce: true, tunnelFault: { $0 == "a:443" ? nil : .tunnelRefused("not \($0)") })
  }

  @Test(arguments: ["HTTP/1.1\r\nHost: a:443\r\n\r\n", "HTTP/1.0\r\n\r\n"])
  func whatFollowsBelongsToTheTunnel(rest: String) {
    let rig = Self.rig()
    rig.received("CONNECT a:443 \(rest)")
    #expect(rig.takeVisible() == [Self.established, "tunnel "])
    rig.received(get("/inside"))
    #expect(rig.takeVisible() == ["handle GET /inside", "write 200 /inside"])
  }

  /// A client need not wait for the answer.
  @Test func whatCameTooEarlyIsHandedOver() {
    let rig = Self.rig()
    rig.received("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\nearly")
    #expect(rig.takeVisible() == [Self.established, "tunnel early"])
  }

  @Test func anotherPlaceIsRefusedAndTheConnectionEnds() {
    let rig = Self.rig()
    rig.received("CONNECT b:443 HTTP/1.1\r\nHost: b\r\n\r\n" + get("/next"))
    #expect(rig.takeVisible() == [#"write 403 close tunnelRefused("not b:443")"#, "closeWriting"])
  }

  @Test(arguments: ["a", "/", "http://a:443/", "a:", "a:b", "*", "user@a:443"])
  func anythingButAHostAndAPortIsMalformed(target: String) {
    let rig = Self.rig()
    rig.received("CONNECT \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(rig.takeVisible() == ["write 400 close badTunnel", "closeWriting"])
  }

  @Test func thereIsNoTunnelInATunnel() {
    let rig = Self.rig()
    rig.received("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n")
    rig.received("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n")
    let log = rig.takeVisible()
    #expect(log.dropFirst(2).first?.hasPrefix("write 403 close") == true, "\(log)")
  }

  @Test func thereIsNoTunnelInAnEncryptedConnection() {
    let rig = Self.rig()
    rig.machine.isSecure = true
    rig.received("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n")
    let log = rig.takeVisible()
    #expect(log.first?.hasPrefix("write 403 close") == true)
    #expect(log.first?.contains("http://") == true)
  }

  @Test func anEncryptedRequestSaysSo() throws {
    var request = try Request(.get, "/x")
    #expect(request.scheme == "http")
    request.isSecure = true
    #expect(request.scheme == "https")
    #expect(try Request(.get, "http://a/x").scheme == "http")
  }

  /// Encryption has to tell an answer that is cut off from one that is complete.
  @Test func aTruncatedAnswerEndsShort() {
    for (delivery, endsShort) in [(Delivery.plain, false), (.truncated(afterBodyBytes: 1), true), (.empty, false)] {
      let rig = MachineRig()
      rig.received(get("/x", "Connection: close\r\n"))
      rig.answer(delivery: delivery)
      #expect(rig.machine.endsShort == endsShort)
    }
  }

  @Test func aFailureOfTheEncryptionDropsWhatWasToBeSent() {
    let rig = MachineRig()
    rig.writesAtOnce = false
    rig.received(get("/x"))
    rig.answer()
    _ = rig.takeLog()
    rig.happened { $0.securityFailed() }
    #expect(rig.takeVisible() == ["closeWriting"])
    rig.happened { $0.peerClosed() }
    #expect(rig.takeVisible() == ["close"])
  }
}
