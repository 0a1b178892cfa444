import HTTPTypes
import HTTPWire
import Testing

/// An input that is wrong on the wire, and what must be said of it.
struct FaultyInput: Sendable, CustomTestStringConvertible {
  let text: String
  let fault: RequestFault

  init(_ text: String, _ fault: RequestFault) {
    self.text = text
    self.fault = fault
  }

  /// A request with these header lines after Host.
  static func headers(_ lines: String, method: String = "POST", _ fault: RequestFault) -> FaultyInput {
    FaultyInput("\(method) / HTTP/1.1\r\nHost: a\r\n\(lines)\r\n\r\n", fault)
  }

  /// A request whose chunked body starts so.
  static func chunks(_ text: String, _ fault: RequestFault) -> FaultyInput {
    FaultyInput("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(text)", fault)
  }

  /// A request with this target.
  static func target(_ target: String, _ fault: RequestFault) -> FaultyInput {
    FaultyInput("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n", fault)
  }

  var testDescription: String { "\(fault): \(text.debugDescription)" }

  static let requestLines = [
    FaultyInput("GET /\r\nHost: a\r\n\r\n", .badRequestLine),
    FaultyInput("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequestLine),
    FaultyInput("GET / HTTP/1.1 \r\nHost: a\r\n\r\n", .badRequestLine),
    FaultyInput("GET / x HTTP/1.1\r\nHost: a\r\n\r\n", .badRequestLine),
    FaultyInput("GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n", .badRequestLine),
    FaultyInput(" GET / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequestLine),
    FaultyInput("G(T / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequestLine),
    FaultyInput("GET / http/1.1\r\nHost: a\r\n\r\n", .badRequestLine),
    FaultyInput("GET / HTTP/1\r\nHost: a\r\n\r\n", .badRequestLine),
    FaultyInput("GET / HTTP/1.10\r\nHost: a\r\n\r\n", .badRequestLine),
    FaultyInput("\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequestLine),
    FaultyInput("GET / HTTP/1.1\nHost: a\r\n\r\n", .bareLineFeed),
    FaultyInput("\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", .bareLineFeed),
    FaultyInput("GET / HTTP/1.1\rHost: a\r\n\r\n", .bareCarriageReturn),
    FaultyInput("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", .nulByte),
    FaultyInput("GET / HTTP/2.0\r\nHost: a\r\n\r\n", .versionNotSupported),
    FaultyInput("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .versionNotSupported),
    FaultyInput("GET / HTTP/0.9\r\nHost: a\r\n\r\n", .versionNotSupported),
    FaultyInput("CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", .methodNotImplemented),
  ]

  static let targets = [
    target("*", .badTarget), target("x", .badTarget), target("a:80", .badTarget), target("ftp://a/", .badTarget),
    target("http:/a", .badTarget), target("/#x", .badTarget), target("/ü", .badTarget),
    target("/?\u{7F}", .badRequestLine),
    target("http://", .hostInvalid), target("http:///x", .hostInvalid), target("http://me@a/", .hostInvalid),
    target("/%", .badPercentEncoding), target("/%4", .badPercentEncoding), target("/%zz", .badPercentEncoding),
    target("/a%2/b", .badPercentEncoding), target("/%ff", .badPercentEncoding), target("/%C3/%BC", .badPercentEncoding),
    target("http://a/%g0", .badPercentEncoding),
  ]

  static let fields = [
    headers("X : b", .spaceBeforeColon), headers("X\t: b", .spaceBeforeColon), headers(" X: b", .foldedField),
    headers("X: b\r\n\tc", .foldedField), headers("X", .badField), headers(": b", .badField),
    headers("X(: b", .badField),
    headers("Ü: b", .badField), headers("X: b\u{1}", .badField), headers("X: b\u{7F}c", .badField),
    headers("X: b\0c", .nulByte), headers("X\0: b", .nulByte), headers("X: b\rc", .bareCarriageReturn),
    headers("X: b\nY: c", .bareLineFeed), headers("X: b\r\r", .bareCarriageReturn),
    FaultyInput("GET / HTTP/1.1\r\n Host: a\r\n\r\n", .foldedField),
    FaultyInput("GET / HTTP/1.1\r\nHost: a\r\n\n", .bareLineFeed),
    FaultyInput("GET / HTTP/1.1\r\n\r\n", .hostMissing),
    FaultyInput("GET http://a/ HTTP/1.1\r\n\r\n", .hostMissing),
    headers("Host: a", .hostRepeated), headers("host: b", .hostRepeated),
    FaultyInput("GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", .hostRepeated),
    headers("Expect: 200-ok", .expectationUnknown), headers("Expect: 100-continue, x", .expectationUnknown),
    headers("Expect: 100-continue", .lengthRequired), headers("Expect: 100-continue", method: "PUT", .lengthRequired),
  ]

  static let hosts = [
    "a b", "a,b", "me@a", "a:b", "a:99999", "a:123456", "a/", "[::1", "[x]", "[]", "a:80:80", "%4", ":80", "ü",
  ]
  .map { FaultyInput("GET / HTTP/1.1\r\nHost: \($0)\r\n\r\n", .hostInvalid) }

  static let chunkFraming = [
    chunks("\r\n", .badChunkSize), chunks("x\r\n", .badChunkSize), chunks("-1\r\n", .badChunkSize),
    chunks("0x5\r\nhello\r\n", .badChunkSize), chunks(" 5\r\nhello\r\n", .badChunkSize),
    chunks("5 \r\nhello\r\n", .badChunkSize), chunks("5,\r\nhello\r\n", .badChunkSize),
    chunks("1000000000000000\r\n", .badChunkSize), chunks("01000000000000000\r\n", .badChunkSize),
    chunks("ffffffffffffffffffff\r\n", .badChunkSize),
    chunks("5\nhello\r\n0\r\n\r\n", .bareLineFeed), chunks("5;a\nhello\r\n", .bareLineFeed),
    chunks("5;a\rb\r\nhello\r\n", .bareCarriageReturn), chunks("5;\0\r\nhello\r\n", .nulByte),
    chunks("5\r\nhello\n0\r\n\r\n", .bareLineFeed), chunks("5\r\nhelloo\r\n", .badChunkEnd),
    chunks("5\r\nhello\rx", .badChunkEnd), chunks("5\r\nhello0\r\n\r\n", .badChunkEnd),
    chunks("5\r\nhello\r\n0\r\n\n", .bareLineFeed), chunks("0\r\nX : b\r\n\r\n", .spaceBeforeColon),
    chunks("0\r\nGET / HTTP/1.1\r\n\r\n", .badField),
  ]
}

@Suite struct RequestFaultTests {
  @Test(
    arguments: [FaultyInput.requestLines, FaultyInput.targets, FaultyInput.fields, FaultyInput.hosts].flatMap { $0 },
    pieceSizes)
  func malformedHeadersAreRefused(input: FaultyInput, pieceSize: Int) {
    #expect(parse(input.text, pieces: pieceSize) == [.fault(input.fault)])
  }

  @Test(arguments: FaultyInput.chunkFraming, pieceSizes)
  func malformedChunksAreRefused(input: FaultyInput, pieceSize: Int) {
    #expect(parse(input.text, pieces: pieceSize) == [.fault(input.fault)])
  }

  @Test func theRequestsBeforeAFaultAreKept() {
    let results = parse("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\n\r\nGET /3 HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(results.count == 2)
    #expect(results.last == .fault(.hostMissing))
  }

  @Test func aParserStaysAtItsFault() {
    var parser = RequestParser()
    for _ in 0..<2 {
      parser.received(Array("GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
      let outcome = parser.next()
      #expect(outcome.map(Parsed.init) == .fault(.hostMissing))
    }
    let buffered = parser.bufferedBytes
    #expect(buffered == 0)
  }

  @Test(arguments: [
    (RequestFault.badRequestLine, 400), (.incompleteRequest, 400), (.headerTimeout, 408), (.bodyTimeout, 408),
    (.lengthRequired, 411), (.bodyTooLarge(limit: 1), 413), (.requestLineTooLong(limit: 1), 414),
    (.expectationUnknown, 417), (.tooManyFields(limit: 1), 431), (.fieldsTooLarge(limit: 1), 431),
    (.badTunnel, 400), (.tunnelRefused("Elsewhere."), 403),
    (.methodNotImplemented, 501), (.transferCodingUnknown, 501), (.tooManyConnections, 503),
    (.versionNotSupported, 505),
  ])
  func everyFaultHasItsStatus(fault: RequestFault, status: Int) {
    #expect(fault.status.code == status)
    #expect(fault.status.reasonPhrase.isEmpty == false)
  }

  @Test(arguments: [
    RequestFault.bodyTooLarge(limit: 4321), .requestLineTooLong(limit: 4321), .tooManyFields(limit: 4321),
  ])
  func sentencesNameTheLimit(fault: RequestFault) {
    #expect(fault.sentence.contains("4321"))
    #expect(fault.sentence.hasSuffix("."))
  }
}
