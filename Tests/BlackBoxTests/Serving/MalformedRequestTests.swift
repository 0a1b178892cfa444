import JSONText
import LoopbackClient
import Testing

/// What is wrong on the wire: the vendor's error shape, a diagnosis, and the end of the connection.
@Suite(.timeLimit(.minutes(5)))
struct MalformedRequestTests {
  /// A request that no proper client sends.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let status: Int

    init(_ name: String, _ status: Int, _ text: String) {
      self.name = name
      self.status = status
      self.text = text
    }

    var testDescription: String { name }
  }

  private static let post = "POST /partners/v1/events/3F005105D843DFA3/cart?apikey=k HTTP/1.1\r\nHost: a\r\n"

  static let cases = [
    Case("no host", 400, "GET /partners/v1/events?apikey=k HTTP/1.1\r\n\r\n"),
    Case("two hosts", 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"),
    Case("no request line", 400, "hello\r\n\r\n"),
    Case("no path", 400, "GET x HTTP/1.1\r\nHost: a\r\n\r\n"),
    Case("a bad escape", 400, "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"),
    Case("a blank before the colon", 400, "GET / HTTP/1.1\r\nHost : a\r\n\r\n"),
    Case("a folded line", 400, "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n"),
    Case("a NUL", 400, "GET / HTTP/1.1\r\nHost: a\r\nX: \u{0}\r\n\r\n"),
    Case("two lengths", 400, post + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
    Case("a length that is no number", 400, post + "Content-Length: two\r\n\r\n"),
    Case("length and chunks", 400, post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"),
    Case("a bad chunk size", 400, post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
    Case("a bare line feed in a chunk", 400, post + "Transfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\r\n\r\n"),
    Case("an unknown coding", 501, post + "Transfer-Encoding: gzip, chunked\r\n\r\n"),
    Case("an unknown expectation", 417, post + "Expect: miracles\r\nContent-Length: 2\r\n\r\n"),
    Case("a proxy's method", 501, "CONNECT example.com:443 HTTP/1.1\r\nHost: a\r\n\r\n"),
    Case("another version", 505, "GET / HTTP/2.0\r\nHost: a\r\n\r\n"),
    Case("a long line", 414, "GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: a\r\n\r\n"),
    Case("many fields", 431, "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: 1\r\n", count: 101))\r\n"),
    Case("large fields", 431, "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 33000))\r\n\r\n"),
  ]

  @Test(arguments: cases)
  func isAnsweredInTheVendorsShapeAndTheConnectionCloses(request: Case) throws {
    let server = try RunningServer()
    let connection = try server.connect()
    try connection.send(request.text)
    let answer = try Answer(connection.readResponse())
    #expect(answer.status == request.status)
    try answer.expectErrorShape()
    #expect(answer.response.closesConnection)
    #expect(try connection.readToEnd().isEmpty)
  }

  @Test func whatComesBehindIsNotServed() throws {
    let server = try RunningServer()
    let connection = try server.connect()
    let good = "GET /__willcall/health HTTP/1.1\r\nHost: a\r\n\r\n"
    try connection.send("\(good)GET / HTTP/1.1\r\n\r\n\(good)")
    #expect(try connection.readResponse().status == 200)
    #expect(try connection.readResponse().status == 400)
    #expect(try connection.readToEnd().isEmpty)
  }

  @Test(arguments: [
    ("not JSON", "{"), ("an array", "[]"), ("nothing", ""), ("a duplicate key", "{\"reserve\":{},\"reserve\":{}}"),
    ("something behind", "{} x"), ("depth", String(repeating: "[", count: 100)),
    ("a wrong type", "{\"reserve\":{\"tickets\":7}}"),
  ])
  func aBodyThatCannotBeUsedIsToldAndTheConnectionGoesOn(name: String, body: String) throws {
    let partner = try RunningServer().partner()
    let answer = try partner.post("/partners/v1/events/\(SampleEvent.documented)/cart", body: body)
    #expect(answer.status == 400)
    #expect(answer.errorCode == "10002")
    try answer.expectErrorShape()
    #expect(try partner.get("/partners/v1/events").status == 200)
  }
}
