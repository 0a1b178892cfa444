#if TLS
  import Dispatch
  import HTTPTypes
  import JSONText
  import LoopbackClient
  import Testing

  /// https on the port of http, as curl and Python's own TLS speak it.
  @Suite(.timeLimit(.minutes(5)))
  struct HTTPSTests {
    private static let availability = "/partners/v1/events/3F005105D843DFA3/availability?apikey=secure"

    @Test func onePortSpeaksBoth() throws {
      let secure = try SecureServer()
      #expect(secure.server.urls == [secure.server.url, secure.server.url.replacing("http:", with: "https:")])
      let encrypted = try secure.curl(Self.availability, ["--http1.1"])
      #expect(encrypted.output.hasSuffix("\nHTTP 1.1 200"), "\(encrypted.errors)")
      #expect(encrypted.output.contains("\"inventory\""))
      let plain = try secure.curl(Self.availability, base: secure.server.url)
      #expect(plain.output.hasSuffix(" 200"))
      #expect(try secure.server.stop() == 0)
    }

    /// Every address of this machine and the vendor's hosts, too, by a client that checks names.
    @Test(arguments: ["127.0.0.1", "[::1]", "app.ticketmaster.com", "payment.ticketmaster.com", "willcall.test"])
    func theCertificateIsFor(host: String) throws {
      let secure = try SecureServer(["--allow-host", "willcall.test", "--host", "localhost"])
      let answer = try secure.curl(
        Self.availability, ["--connect-to", "::localhost:\(secure.server.port)"],
        base: "https://\(host):\(secure.server.port)")
      #expect(answer.output.hasSuffix(" 200"), "\(answer.errors)")
    }

    @Test func aNameThatItIsNotForIsRefusedByTheClient() throws {
      let secure = try SecureServer()
      let answer = try secure.curl(
        "/", ["--connect-to", "::localhost:\(secure.server.port)"], base: "https://elsewhere.test")
      #expect(answer.status == 60, "\(answer.errors)")
    }

    #if HTTP2
      @Test(.enabled(if: CurlTwo.speaksHTTP2))
      func theHandshakeAgreesOnHTTP2() throws {
        let secure = try SecureServer()
        #expect(try secure.curl(Self.availability).output.hasSuffix("\nHTTP 2 200"))
        let body = #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#
        let cart = try secure.curl(
          "/partners/v1/events/3F005105D843DFA3/cart?apikey=secure",
          ["-H", "Content-Type: application/json", "-d", body])
        #expect(cart.output.contains("\"cart_id\""))
        let entries = try secure.server.partner("secure").get("/__willcall/requests").json?["requests"]?.elements
        #expect(entries?.map { $0["protocol"]?.string } == ["HTTP/2", "HTTP/2"])
      }

      @Test(.enabled(if: CurlTwo.speaksHTTP2))
      func withoutHTTP2TheHandshakeAgreesOnHTTP11() throws {
        let secure = try SecureServer(["--no-http2"])
        #expect(try secure.curl(Self.availability).output.hasSuffix("\nHTTP 1.1 200"))
      }
    #endif

    /// The stream of events, piece by piece.
    @Test func theStreamOfEventsArrivesAtOnce() throws {
      let secure = try SecureServer()
      let curl = try ChildProcess(
        "/usr/bin/env",
        ["curl", "-q", "-sSN", "--cacert", secure.authority, "\(secure.url)/__willcall/stream?apikey=secure"])
      #expect(curl.output.wait(until: .now() + .seconds(30)) { $0.contains("\n\n") })
      _ = try secure.curl(Self.availability)
      #expect(curl.output.wait(until: .now() + .seconds(30)) { $0.contains("availability") })
    }

    /// Links in answers and documents have the scheme by which they were asked for.
    @Test func linksSayHTTPS() throws {
      let secure = try SecureServer()
      #expect(try secure.curl("/__willcall/openapi.json").output.contains(#""\#(secure.url)"#))
      #expect(
        try secure.curl("/__willcall/openapi.json", base: secure.server.url).output.contains(#""http://127.0.0.1"#))
    }

    /// A body that is larger than what is encrypted at a time, and a client that reads it slowly.
    @Test func aLargeAnswerArrivesWhole() throws {
      let secure = try SecureServer()
      for version in ["--http1.1", "--http2"] {
        let whole = try secure.curl("/__willcall/openapi.json", [version])
        #expect(whole.output.utf8.count > 200_000)
        #expect(try secure.curl("/__willcall/openapi.json", [version, "--limit-rate", "400K"]).output == whole.output)
      }
    }

    // MARK: - Faults

    @Test(arguments: [
      ("connection-reset", [35, 52, 56]), ("empty-response", [52, 56]), ("truncated-body", [18, 56]),
    ])
    func faultsAreSeenThroughTheEncryption(name: String, status: [Int32]) throws {
      let secure = try SecureServer()
      _ = try secure.server.partner("secure").post(
        "/__willcall/faults", body: #"{"when":{"operation":"availability"},"then":{"fault":"\#(name)"}}"#
      ).expecting(201)
      let broken = try secure.curl(Self.availability, ["--http1.1"])
      #expect(status.contains(broken.status), "\(broken.status) \(broken.errors)")
      #expect(try secure.curl(Self.availability).output.hasSuffix(" 200"))
    }

    /// A client must not take an answer that is cut off for a whole one: there is no close_notify.
    @Test(arguments: [("truncated-body", "EOF"), ("slow-drip", "whole")])
    func whatIsCutOffDoesNotEndAsIfItWereWhole(name: String, end: String) throws {
      let secure = try SecureServer()
      _ = try secure.server.partner("secure").post(
        "/__willcall/faults", body: #"{"when":{"operation":"availability"},"then":{"fault":"\#(name)"}}"#
      ).expecting(201)
      let script = """
        import socket, ssl, sys
        context = ssl.create_default_context(cafile=sys.argv[1])
        line = context.wrap_socket(
          socket.create_connection(("localhost", int(sys.argv[2]))), server_hostname="localhost",
          suppress_ragged_eofs=False)
        line.sendall(b"GET \(Self.availability) HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n")
        try:
          while line.recv(65536): pass
          print("whole")
        except ssl.SSLEOFError:
          print("EOF")
        """
      let result = try Command.run(
        "/usr/bin/env", ["python3", "-c", script, secure.authority, "\(secure.server.port)"])
      #expect(result.output == end + "\n", "\(result.errors)")
    }

    @Test(arguments: [
      ("expired", "expired"), ("other-name", ""), ("untrusted", "issuer"),
    ])
    func aCertificateCanHaveAFault(fault: String, words: String) throws {
      let secure = try SecureServer(["--tls-fault", fault])
      let refused = try secure.curl(Self.availability)
      #expect(refused.status == 60, "\(refused.errors)")
      #expect(refused.errors.contains(words))
      #expect(try secure.curl(Self.availability, ["--insecure"]).output.hasSuffix(" 200"))
    }

    // MARK: - Odd clients

    /// Whoever only begins a handshake is let go when the time for a head is up.
    @Test func aHandshakeThatStopsIsCut() throws {
      let secure = try SecureServer(["--limit", "header-timeout=200ms"])
      for bytes in [[0x16], [0x16, 3, 1, 2, 0, 1]] as [[UInt8]] {
        let client = try secure.server.connect()
        try client.send(bytes)
        #expect(try client.readToEnd().isEmpty)
      }
      #expect(try secure.curl(Self.availability).output.hasSuffix(" 200"))
    }

    @Test(
      arguments: [
        [0x16] + Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), [0x16, 3, 1, 0, 5, 1, 0, 0, 1, 0],
        [0x16, 3, 3, 0, 0], [0x16, 3, 1, 0xFF, 0xFF],
      ] as [[UInt8]])
    func noiseEndsTheConnection(noise: [UInt8]) throws {
      let secure = try SecureServer(["--limit", "header-timeout=500ms"])
      let client = try secure.server.connect()
      try client.send(noise)
      // An alert, or nothing: OpenSSL does not answer what is no TLS at all.
      #expect(try [nil, 21].contains(client.readToEnd().first))
      #expect(try secure.curl(Self.availability).output.hasSuffix(" 200"))
    }

    /// One line tells why; a client that tries again and again does not fill the log.
    @Test func aFailureIsLogged() throws {
      let secure = try SecureServer()
      for _ in 0..<3 { #expect(try SecureServer.curl(secure.url, []).status == 60) }
      #expect(secure.server.waitForErrors { $0.contains("a TLS connection failed: the client does not trust") })
      #expect(try secure.server.stop() == 0)
      #expect(secure.server.errors.split(separator: "\n").filter { $0.contains("a TLS connection failed") }.count == 1)
    }

    @Test func oldVersionsAreRefused() throws {
      let secure = try SecureServer()
      let old = try secure.curl(Self.availability, ["--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0"])
      #expect(old.status == 35, "\(old.errors)")
      for version in ["1.2", "1.3"] {
        let answer = try secure.curl(Self.availability, ["--tlsv\(version)", "--tls-max", version])
        #expect(answer.output.hasSuffix(" 200"), "\(answer.errors)")
      }
    }

    /// The certificate can be had by http before anything is trusted.
    @Test func theAuthorityIsServed() throws {
      let secure = try SecureServer()
      let served = try secure.server.connect().request(.get, "/__willcall/ca.pem")
      #expect(served.status == 200)
      #expect(String(decoding: served.body, as: UTF8.self) == (try secure.folder.text("authority/ca.pem")))
      #expect(try RunningServer().partner("-").get("/__willcall/ca.pem").status == 404)
    }

    /// With one client in the middle of a request, encrypted.
    @Test func aServerThatStopsFinishesWhatHasBegun() throws {
      let secure = try SecureServer()
      let app = try secure.server.partner("secure")
      _ = try app.post(
        "/__willcall/faults",
        body: #"{"when":{"operation":"cart.reserve"},"then":{"delay":{"milliseconds":700,"at":"after"}}}"#
      ).expecting(201)
      let seats = "/__willcall/events/3F005105D843DFA3/seats"
      let before = try app.get(seats).text
      let curl = try ChildProcess(
        "/usr/bin/env",
        [
          "curl", "-q", "-sS", "--cacert", secure.authority, "-w", "\nHTTP %{http_code}",
          "-H", "Content-Type: application/json", "-d", #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#,
          "\(secure.url)/partners/v1/events/3F005105D843DFA3/cart?apikey=secure",
        ])
      while try app.get(seats).text == before {}
      #expect(try secure.server.stop() == 0)
      #expect(try curl.wait() == 0)
      #expect(curl.output.text.hasSuffix("\nHTTP 200"), "\(curl.errors.text)")
    }
  }
#else
  import Testing

  @Suite struct NoTLSTests {
    @Test(arguments: [
      ["serve", "--tls", "--port", "0"], ["serve", "--tls-cert", "x.pem", "--port", "0"],
      ["exec", "--tls", "--", "true"],
      ["trust"],
    ])
    func aBuildWithoutItSaysSo(arguments: [String]) throws {
      let refused = try Command.run(arguments)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("this willcall was built without TLS; build it with --traits TLS"))
    }
  }
#endif
