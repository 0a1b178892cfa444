import LoopbackClient
import Testing

@Suite struct ResponseParserTests {
  private func parse(_ text: String, pieces size: Int, closes: Bool = false, isHead: Bool = false) throws
    -> [ClientResponse]
  {
    var parser = HTTPResponseParser()
    var responses: [ClientResponse] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      parser.received(bytes[start..<min(start + size, bytes.count)])
      while let response = try parser.next(isHead: isHead) { responses.append(response) }
    }
    if closes { parser.peerClosed() }
    while let response = try parser.next(isHead: isHead) { responses.append(response) }
    return responses
  }

  @Test(arguments: [1, 2, 5, 1000])
  func responsesComeOutWhateverTheirFraming(size: Int) throws {
    let text =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
      + "HTTP/1.1 404\r\nX:  a b \r\nx: c\r\nTransfer-Encoding: chunked\r\n\r\n3;x\r\nabc\r\n2\r\nde\r\n0\r\nT: 1\r\n\r\n"
      + "HTTP/1.1 204 No Content\r\n\r\nHTTP/1.0 200 OK\r\n\r\nto the end"
    let responses = try parse(text, pieces: size, closes: true)
    #expect(responses.map(\.status) == [100, 200, 404, 204, 200])
    #expect(responses.map(\.text) == ["", "hi", "abcde", "", "to the end"])
    #expect(responses.map(\.reason) == ["Continue", "OK", "", "No Content", "OK"])
    #expect(responses[2]["x"] == "a b")
    #expect(responses[2].all("X") == ["a b", "c"])
  }

  @Test(arguments: [1, 3, 1000])
  func contentIsTakenAsItComesIn(size: Int) throws {
    let text =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
      + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhiHTTP/1.1 204 No Content\r\n\r\nHTTP/1.0 200 OK\r\n\r\nto the end"
    let bytes = Array(text.utf8)
    var parser = HTTPResponseParser()
    var fed = 0
    /// The next result, feeding the parser as it needs it, and the end after the last bytes.
    func take<Result>(_ next: (inout HTTPResponseParser) throws -> Result?) throws -> Result {
      while true {
        if let result = try next(&parser) { return result }
        if fed == bytes.count { parser.peerClosed() }
        parser.received(bytes[fed..<min(fed + size, bytes.count)])
        fed = min(fed + size, bytes.count)
      }
    }
    var contents: [String] = []
    for _ in 0..<4 {
      let head = try take { try $0.nextHead() }
      #expect(head.body.isEmpty)
      var content: [UInt8] = []
      while case let piece = try take({ try $0.nextPiece() }), !piece.isEmpty {
        #expect(piece.count <= size)
        content += piece
      }
      contents.append("\(head.status) \(String(decoding: content, as: UTF8.self))")
    }
    #expect(contents == ["200 abcde", "200 hi", "204 ", "200 to the end"])
  }

  @Test func aHeadHasNoBody() throws {
    let responses = try parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", pieces: 100, isHead: true)
    #expect(responses.map(\.body) == [[]])
  }

  @Test(arguments: ["HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\n"])
  func anEndInTheMiddleIsTold(text: String) {
    #expect(throws: ClientError.closedEarly(receivedBytes: text.utf8.count)) {
      try parse(text, pieces: 100, closes: true)
    }
  }

  @Test(
    arguments: [
      "nonsense\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\nnocolon\r\n\r\n",
      "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ])
  func whatIsNoResponseIsTold(text: String) {
    #expect {
      try parse(text, pieces: 100)
    } throws: { error in
      if case .badResponse = error as? ClientError { true } else { false }
    }
  }

  @Test(arguments: ["", "ftp://a", "http://", "http://:80", "http://a:x", "http://a:99999/", "http+unix:"])
  func urlsOfOtherKindsAreRefused(url: String) {
    #expect(throws: ClientError.badURL(url)) { try HTTPConnection.fetch(url: url) }
  }
}
