#if HTTP2
  import HTTP2Wire
  import HTTPTypes
  import HTTPWire
  import Testing

  /// Requests that are refused, on a connection on which another is answered all the same.
  ///
  /// Those that RFC 9113 calls malformed are reset, for nothing can be said; the others are answered as in HTTP/1.1.
  @Suite struct MalformedRequestTests {
    private func outcome(_ frames: [Frame], _ limits: Limits = Limits()) -> [String] {
      let rig = HTTP2Rig(limits, answersAtOnce: true)
      for frame in frames { rig.send(frame) }
      let seen = rig.takeVisible()
      rig.send(.get(9, "/other"))
      #expect(rig.takeVisible().last == "9 data /other end")
      return seen
    }

    @Test(arguments: [
      [("X-Upper", "1")], [("connection", "close")], [("transfer-encoding", "chunked")], [("upgrade", "h2c")],
      [("keep-alive", "1")], [("proxy-connection", "1")], [("te", "gzip")], [(":status", "200")], [(":path", "/b")],
      [("content-length", "x")], [("content-length", "5")],
    ])
    func whatHTTP2ForbidsResetsTheStream(fields: [(String, String)]) {
      #expect(outcome([.get(1, "/", fields)]) == ["1 reset 1"])
    }

    @Test func contentOfAnotherLengthResetsTheStream() {
      for text in ["abc", "a"] {
        let head = Frame.headers(1, Frame.request("POST") + [("content-length", "2")], ends: false)
        #expect(outcome([head, .data(1, text)]) == ["1 reset 1"])
      }
    }

    @Test(arguments: [":method", ":scheme", ":path"])
    func aMissingPseudoHeaderResetsTheStream(name: String) {
      #expect(outcome([.headers(1, Frame.request("GET").filter { $0.0 != name })]) == ["1 reset 1"])
    }

    private func refused(_ fields: [(String, String)], _ limits: Limits = Limits()) -> String {
      let seen = outcome([.headers(1, fields)], limits)
      #expect(seen.count == 2)
      let status = seen.first?.split(separator: " ").dropFirst(2).first?.dropLast() ?? ""
      let fault = seen.last?.split(separator: " ").dropFirst(2).joined(separator: " ") ?? ""
      return "\(status) \(fault.replacing(" end", with: ""))"
    }

    @Test func whatIsWrongIsAnsweredAsInHTTP11() {
      var small = Limits()
      small.headers = 3
      small.headerBytes = 100
      small.requestLine = 40
      let get = Frame.request("GET")
      #expect(refused(get + [("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")], small) == "431 tooManyFields(limit: 3)")
      #expect(refused(get + [("a", String(repeating: "x", count: 96))], small) == "431 fieldsTooLarge(limit: 100)")
      #expect(
        refused(Frame.request("GET", "/" + String(repeating: "x", count: 40)), small)
          == "414 requestLineTooLong(limit: 40)")
      #expect(refused(Frame.request("GET", "/%zz")) == "400 badPercentEncoding")
      #expect(refused(Frame.request("GET", "/#a")) == "400 badTarget")
      #expect(refused(get + [("host", "b")]) == "400 hostDiffers")
      #expect(refused(get + [("expect", "magic")]) == "417 expectationUnknown")
      #expect(refused(get + [("a\u{1}", "x")]) == "400 badField")
      #expect(refused([(":method", "CONNECT"), (":authority", "a:443")]) == "501 methodNotImplemented")
      #expect(
        refused([(":method", "GET"), (":scheme", "http"), (":path", "/"), (":authority", "u@a")]) == "400 hostInvalid")
    }

    @Test func aBodyBeyondItsLimitIsAnsweredAndNotReadOn() {
      var limits = Limits()
      limits.body = 4
      for head in [[("content-length", "5")], []] {
        let rig = HTTP2Rig(limits)
        rig.send(.headers(1, Frame.request("POST") + head, ends: false))
        if head.isEmpty { rig.send(.data(1, "12345", ends: false)) }
        let seen = rig.takeVisible()
        #expect(seen.first?.hasPrefix("1 head 413") == true)
        #expect(seen.dropFirst() == ["1 data bodyTooLarge(limit: 4) end", "1 reset 0"])
      }
      let rig = HTTP2Rig(limits)
      rig.send(.headers(1, Frame.request("POST"), ends: false), .data(1, "1234"))
      #expect(rig.waiting.first?.request.body.count == 4)
    }
  }
#endif
