import HTTPTypes
import HTTPWire
import Testing

/// An input that holds valid requests, and what must come out of it.
struct ValidInput: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let method: String
  let target: String
  let fields: [String]
  let body: String
  let keepsAlive: Bool

  init(
    _ description: String, _ text: String, method: String = "GET", target: String = "/",
    fields: [String] = ["Host: a"], body: String = "", keepsAlive: Bool = true
  ) {
    testDescription = description
    self.text = text
    self.method = method
    self.target = target
    self.fields = fields
    self.body = body
    self.keepsAlive = keepsAlive
  }

  var expected: Parsed {
    .request(method: method, target: target, fields: fields, body: body, keepsAlive: keepsAlive)
  }

  static let all = [
    ValidInput("the least that HTTP/1.1 asks for", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    ValidInput("empty lines before the request line", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    ValidInput("whitespace around a value", "GET / HTTP/1.1\r\nHost:\t  a \t\r\n\r\n"),
    ValidInput(
      "a value with inner whitespace and a colon", "GET / HTTP/1.1\r\nHost: a\r\nX: b  c:\td\r\n\r\n",
      fields: ["Host: a", "X: b  c:\td"]),
    ValidInput("an empty value", "GET / HTTP/1.1\r\nHost: a\r\nX:\r\n\r\n", fields: ["Host: a", "X: "]),
    ValidInput("a value in UTF-8", "GET / HTTP/1.1\r\nHost: a\r\nX: Zürich\r\n\r\n", fields: ["Host: a", "X: Zürich"]),
    ValidInput("an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", fields: ["Host: "]),
    ValidInput(
      "repeated fields in order", "GET / HTTP/1.1\r\nx-a: 1\r\nHost: a\r\nX-A: 2\r\n\r\n",
      fields: ["x-a: 1", "Host: a", "X-A: 2"]),
    ValidInput("a method of its own", "M-SEARCH / HTTP/1.1\r\nHost: a\r\n\r\n", method: "M-SEARCH"),
    ValidInput("OPTIONS for the server", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", method: "OPTIONS", target: "*"),
    ValidInput("absolute form", "GET http://b:80/x?y HTTP/1.1\r\nHost: a\r\n\r\n", target: "http://b:80/x?y"),
    ValidInput("a higher minor version", "GET / HTTP/1.7\r\nHost: a\r\n\r\n"),
    ValidInput(
      "a body by length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
      method: "POST", fields: ["Host: a", "Content-Length: 5"], body: "hello"),
    ValidInput(
      "a length with leading zeros", "POST / HTTP/1.1\r\nHost: a\r\ncontent-length: 0005\r\n\r\nhello",
      method: "POST", fields: ["Host: a", "content-length: 0005"], body: "hello"),
    ValidInput(
      "a body of line ends", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n\r\n\r\n",
      method: "POST", fields: ["Host: a", "Content-Length: 4"], body: "\r\n\r\n"),
    ValidInput("POST without a length", "POST / HTTP/1.1\r\nHost: a\r\n\r\n", method: "POST"),
    ValidInput(
      "GET with a body", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi",
      fields: ["Host: a", "Content-Length: 2"], body: "hi"),
    ValidInput(
      "a chunked body", "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
      method: "PUT", fields: ["Host: a", "Transfer-Encoding: chunked"], body: "hello"),
    ValidInput(
      "chunks of many sizes, an extension and trailers",
      "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: CHUNKED\r\n\r\n"
        + "1\r\nh\r\n0000000000000000003;a=b;c=\"d\"\r\nell\r\nA ;x\r\no, chunked\r\n0000000000000000\r\nExpires: never\r\nHost: b\r\n\r\n",
      method: "PUT", fields: ["Host: a", "Transfer-Encoding: CHUNKED"], body: "hello, chunked"),
    ValidInput(
      "an empty chunked body", "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      method: "PUT", fields: ["Host: a", "Transfer-Encoding: chunked"]),
    ValidInput(
      "Connection: close", "GET / HTTP/1.1\r\nHost: a\r\nConnection: x, CLOSE\r\n\r\n",
      fields: ["Host: a", "Connection: x, CLOSE"], keepsAlive: false),
    ValidInput("HTTP/1.0 without Host", "GET / HTTP/1.0\r\n\r\n", fields: [], keepsAlive: false),
    ValidInput(
      "HTTP/1.0 that stays", "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n",
      fields: ["Connection: Keep-Alive"]),
    ValidInput(
      "close beats keep-alive", "GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n",
      fields: ["Connection: keep-alive, close"], keepsAlive: false),
    ValidInput(
      "an expectation in HTTP/1.0", "GET / HTTP/1.0\r\nExpect: x\r\n\r\n", fields: ["Expect: x"], keepsAlive: false),
  ]
}

@Suite struct RequestParserTests {
  @Test(arguments: ValidInput.all, pieceSizes)
  func validRequestsComeOutWhole(input: ValidInput, pieceSize: Int) {
    #expect(parse(input.text, pieces: pieceSize) == [input.expected])
  }

  @Test(arguments: pieceSizes)
  func pipelinedRequestsComeOutInOrder(pieceSize: Int) {
    let text = ValidInput.all.filter(\.keepsAlive).map(\.text).joined()
    #expect(parse(text, pieces: pieceSize) == ValidInput.all.filter(\.keepsAlive).map(\.expected))
  }

  @Test(arguments: ValidInput.all)
  func nothingComesOutBeforeTheLastByte(input: ValidInput) {
    #expect(parse(Array(Array(input.text.utf8).dropLast())).isEmpty)
  }

  @Test func bytesOutsideOfUTF8StayAsReceived() throws {
    var parser = RequestParser()
    parser.received(Array("GET / HTTP/1.0\r\nX: Z".utf8) + [0xFC] + Array("rich\r\n\r\n".utf8))
    guard case .request(let request, _) = parser.next() else {
      Issue.record("no request")
      return
    }
    let field = try #require(request.fields.first { _ in true })
    #expect(field.withUnsafeBytesOfValue { Array($0) } == Array("Z".utf8) + [0xFC] + Array("rich".utf8))
  }

  @Test func phaseFollowsTheRequest() {
    var parser = RequestParser()
    let steps: [(String, RequestParser.Phase)] = [
      ("\r\n", .idle), ("P", .header), ("OST / HTTP/1.1\r\n", .header), ("Host: a\r\nContent-Length: 2\r\n", .header),
      ("\r\n", .body), ("h", .body),
    ]
    var found = parser.phase
    #expect(found == .idle)
    for (text, phase) in steps {
      parser.received(Array(text.utf8))
      let outcome = parser.next()
      #expect(outcome == nil, "after \(text)")
      found = parser.phase
      #expect(found == phase, "after \(text)")
    }
    parser.received(Array("i".utf8))
    let outcome = parser.next()
    #expect(outcome != nil)
    found = parser.phase
    #expect(found == .idle)
  }

  @Test func continueIsAwaitedUntilContentArrives() {
    var parser = RequestParser()
    for (text, isAwaited) in [
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n", false), ("\r\n", true),
      ("h", false),
    ] {
      parser.received(Array(text.utf8))
      let (outcome, awaits) = (parser.next(), parser.awaitsContinue)
      #expect(outcome == nil)
      #expect(awaits == isAwaited)
    }
  }

  @Test(arguments: pieceSizes)
  func largeBodiesArriveUnchanged(pieceSize: Int) {
    let body = String(repeating: "0123456789abcdef", count: 4096)
    let size = String(body.utf8.count, radix: 16)
    let fixed = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    let chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n\(body)\r\n0\r\n\r\n"
    #expect(parse(fixed + chunked, pieces: pieceSize).map(\.body) == [body, body])
  }
}
