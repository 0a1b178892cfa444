#if TLS
  import COpenSSL
  import TLSWire
  import Testing

  /// Two machines that talk in memory.
  @Suite struct TLSMachineTests {
    static let now: Int64 = 1_800_000_000
    private static let names = ["localhost", "127.0.0.1", "::1", "app.ticketmaster.com"]

    /// Certificates are checked by the real clock of the client, so these are made for now.
    private static func pair(
      for names: [String] = names, isExpired: Bool = false, protocols: [String] = ["http/1.1"]
    ) throws -> (server: TLSServer, authority: CertificateAuthority) {
      let now = Int64(time(nil))
      let authority = try CertificateAuthority.make(for: Self.names, at: now)
      let identity = try authority.issue(for: names, at: now, isExpired: isExpired)
      return (try TLSServer(identity, protocols: protocols), authority)
    }

    @Test(arguments: [1, 7, 1000, Int.max], [TLS1_2_VERSION, TLS1_3_VERSION])
    func bytesGoBothWaysHoweverTheyAreSplit(piece: Int, version: Int32) throws {
      let (server, authority) = try Self.pair()
      let client = TLSClient(server, trusting: authority.certificate, versions: version...version)
      client.converse(piece: piece)
      #expect(client.isEstablished && client.machine.isEstablished)
      #expect(client.version == (version == TLS1_2_VERSION ? "TLSv1.2" : "TLSv1.3"))
      client.write("GET / HTTP/1.1\r\n\r\n")
      #expect(client.converse(piece: piece).text == Array("GET / HTTP/1.1\r\n\r\n".utf8))
      #expect(Array("answer".utf8).withUnsafeBytes { client.machine.write($0) } == 6)
      client.receive(client.machine.takeOutput())
      #expect(client.read() == Array("answer".utf8))
    }

    @Test func aWriteTakesWhatFitsOneRecord() throws {
      let (server, authority) = try Self.pair()
      let client = TLSClient(server, trusting: authority.certificate)
      let large = [UInt8](repeating: 7, count: 100_000)
      #expect(large.withUnsafeBytes { client.machine.write($0) } == 0)
      client.converse()
      #expect(large.withUnsafeBytes { client.machine.write($0) } == 16_384)
      client.receive(client.machine.takeOutput())
      #expect(client.read()?.count == 16_384)
    }

    @Test func eachSideLearnsThatNothingFollows() throws {
      let (server, authority) = try Self.pair()
      let client = TLSClient(server, trusting: authority.certificate)
      client.converse()
      client.write("last")
      client.close()
      let (text, last) = client.converse()
      #expect(text == Array("last".utf8))
      #expect(last == .end)
      // The other direction is still open.
      #expect([UInt8]("answer".utf8).withUnsafeBytes { client.machine.write($0) } == 6)
      client.receive(client.machine.takeOutput())
      #expect(!client.hasEnded)
      client.machine.close()
      client.receive(client.machine.takeOutput())
      _ = client.read()
      #expect(client.hasEnded)
    }

    @Test(arguments: [
      ([UInt8](arrayLiteral: 2, 0x68, 0x32, 8) + Array("http/1.1".utf8), "http/1.1"), ([], nil),
    ])
    func theProtocolIsAgreedOn(offered: [UInt8], agreed: String?) throws {
      let (server, authority) = try Self.pair()
      let client = TLSClient(server, trusting: authority.certificate, protocols: offered)
      client.converse()
      #expect(client.machine.isEstablished)
      #expect(client.machine.agreedProtocol == agreed)
    }

    @Test func aClientThatSpeaksSomethingElseIsRefused() throws {
      let (server, authority) = try Self.pair()
      let client = TLSClient(server, trusting: authority.certificate, protocols: [3] + Array("ftp".utf8))
      #expect(client.converse().last.failure != nil)
      #expect(!client.isEstablished)
    }

    @Test func oldVersionsAreRefused() throws {
      let (server, authority) = try Self.pair()
      let client = TLSClient(server, trusting: authority.certificate, versions: TLS1_VERSION...TLS1_1_VERSION)
      _ = client.converse()
      #expect(!client.isEstablished && !client.machine.isEstablished)
    }

    /// Every prefix of a record that begins like a handshake, and noise of several lengths.
    @Test(
      arguments: [
        [0x16, 3, 1, 0, 5, 1, 0, 0, 1, 0], [0x16] + Array("GET / HTTP/1.1\r\n\r\n".utf8),
        [0x16, 3, 1, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 70_000), [0x16, 3, 3, 0, 0],
      ] as [[UInt8]])
    func noiseFailsOrWaitsForMore(bytes: [UInt8]) throws {
      let (server, _) = try Self.pair()
      let machine = try #require(TLSMachine(server))
      var buffer = [UInt8](repeating: 0, count: 1000)
      var last = TLSMachine.Outcome.needsMore
      for start in stride(from: 0, to: bytes.count, by: 1000) where last == .needsMore {
        bytes[start..<min(bytes.count, start + 1000)].withUnsafeBytes { machine.received($0) }
        last = buffer.withUnsafeMutableBytes { machine.read(into: $0) }
      }
      #expect(last == .needsMore || last.failure != nil)
      #expect(!machine.isEstablished)
      #expect([UInt8]("x".utf8).withUnsafeBytes { machine.write($0) } == 0)
      machine.close()
    }

    @Test func aRecordThatWasChangedOnItsWayFails() throws {
      let (server, authority) = try Self.pair()
      let client = TLSClient(server, trusting: authority.certificate)
      client.converse()
      client.write("secret")
      var bytes = client.takeOutput()
      bytes[bytes.count - 1] ^= 1
      bytes.withUnsafeBytes { client.machine.received($0) }
      var buffer = [UInt8](repeating: 0, count: 100)
      #expect(buffer.withUnsafeMutableBytes { client.machine.read(into: $0) }.failure != nil)
      #expect(!client.machine.takeOutput().isEmpty)
    }

    @Test(arguments: [
      (["localhost"], true, "localhost", X509_V_ERR_CERT_HAS_EXPIRED),
      (["other.invalid"], false, "other.invalid", X509_V_ERR_PERMITTED_VIOLATION),
      (["localhost"], false, "app.ticketmaster.com", X509_V_ERR_HOSTNAME_MISMATCH),
      (["localhost"], false, "localhost", X509_V_OK),
    ])
    func aClientRefusesWhatItShould(names: [String], isExpired: Bool, host: String, verdict: Int32) throws {
      let (server, authority) = try Self.pair(for: names, isExpired: isExpired)
      let client = TLSClient(server, trusting: authority.certificate, host: host)
      let outcome = client.converse().last
      #expect(client.verdict == Int(verdict))
      #expect(client.machine.isEstablished == (verdict == X509_V_OK))
      #expect((outcome.failure == nil) == (verdict == X509_V_OK))
    }

    @Test func aClientThatDoesNotTrustTheAuthoritySaysSo() throws {
      let (server, _) = try Self.pair()
      let stranger = try CertificateAuthority.make(for: ["localhost"], at: Int64(time(nil)))
      let client = TLSClient(server, trusting: stranger.certificate)
      #expect(client.converse().last.failure?.isDistrust == true)
    }
  }

  extension TLSMachine.Outcome {
    fileprivate var failure: TLSMachine.Failure? {
      if case .failed(let failure) = self { failure } else { nil }
    }
  }
#endif
