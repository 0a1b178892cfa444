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
