#if TLS
  import LoopbackClient
  import Testing

  /// Apps with hard-coded hosts, led here by `HTTPS_PROXY` and `HTTP_PROXY`.
  @Suite(.timeLimit(.minutes(5)))
  struct ProxyTests {
    private static let availability = "/partners/v1/events/3F005105D843DFA3/availability?apikey=tunnel"

    @Test(
      arguments: ["app.ticketmaster.com", "payment.ticketmaster.com", "APP.ticketmaster.com"], ["--http1.1", "--http2"])
    func theVendorsHostsEndHere(host: String, version: String) throws {
      let secure = try SecureServer()
      let answer = try secure.curl(
        Self.availability, [version, "--proxy", secure.server.url], base: "https://\(host)")
      #expect(answer.output.hasSuffix(" 200"), "\(answer.errors)")
      #expect(answer.output.contains("\"inventory\""))
      #if HTTP2
        if version == "--http2", CurlTwo.speaksHTTP2 { #expect(answer.output.contains("\nHTTP 2 ")) }
      #endif
    }

    @Test(arguments: ["https://example.com", "https://app.ticketmaster.com:8443", "https://localhost"])
    func otherPlacesAreRefusedWithASentence(base: String) throws {
      let secure = try SecureServer()
      let refused = try secure.curl("/", ["--proxy", secure.server.url], base: base)
      #expect(refused.status == 56, "\(refused.errors)")
      #expect(refused.errors.contains("403"))
      let client = try secure.server.connect()
      try client.send("CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n")
      let answer = try client.readResponse()
      #expect(answer.status == 403)
      #expect(answer.text.contains("stands in for app.ticketmaster.com") && answer.text.contains("NO_PROXY"))
    }

    /// What is in the tunnel may be plain, too: its first byte tells, as outside.
    @Test func aTunnelLeadsToBoth() throws {
      let secure = try SecureServer()
      let client = try secure.server.connect()
      try client.send("CONNECT app.ticketmaster.com:443 HTTP/1.1\r\nHost: app.ticketmaster.com:443\r\n\r\n")
      try client.send("GET \(Self.availability) HTTP/1.1\r\nHost: app.ticketmaster.com\r\nConnection: close\r\n\r\n")
      let all = String(decoding: try client.readToEnd(), as: UTF8.self)
      #expect(all.hasPrefix("HTTP/1.1 200 Connection Established\r\n\r\nHTTP/1.1 200 OK\r\n"))
      #expect(all.contains("\"inventory\""))
    }

    @Test func withoutTLSThereAreNoTunnels() throws {
      let server = try RunningServer()
      let client = try server.connect()
      try client.send("CONNECT app.ticketmaster.com:443 HTTP/1.1\r\nHost: app.ticketmaster.com:443\r\n\r\n")
      #expect(try client.readResponse().status == 501)
    }

    @Test(arguments: [
      "http://app.ticketmaster.com\(availability)", "http://localhost/__willcall/clock?apikey=tunnel",
    ])
    func plainProxiesGoOn(url: String) throws {
      let secure = try SecureServer()
      let answer = try secure.curl("", ["--proxy", secure.server.url], base: url)
      #expect(answer.output.hasSuffix(" 200"), "\(answer.output) \(answer.errors)")
    }
  }
#endif
