import HTTPWire
import Testing

/// Messages whose length two parties could read differently: each is refused, none guessed (RFC 9112 §11.2).
@Suite struct SmugglingTests {
  @Test(
    arguments: [
      ("Content-Length: 5\r\nContent-Length: 5", RequestFault.contentLengthRepeated),
      ("Content-Length: 5\r\nContent-Length: 6", .contentLengthRepeated),
      ("Content-Length: 5, 5", .contentLengthRepeated),
      ("Content-Length: 5,6", .contentLengthRepeated),
      ("Content-Length:", .contentLengthInvalid),
      ("Content-Length: +5", .contentLengthInvalid),
      ("Content-Length: -5", .contentLengthInvalid),
      ("Content-Length: 5 ; x", .contentLengthInvalid),
      ("Content-Length: 0x5", .contentLengthInvalid),
      ("Content-Length: 5 5", .contentLengthInvalid),
      ("Content-Length: ٥", .contentLengthInvalid),
      ("Content-Length: 9223372036854775808", .contentLengthInvalid),
      ("Content-Length: 18446744073709551621", .contentLengthInvalid),
      ("Content-Length : 5", .spaceBeforeColon),
      ("Content-Length: 5\r\nTransfer-Encoding: chunked", .contentLengthWithTransferEncoding),
      ("Transfer-Encoding: chunked\r\nContent-Length: 5", .contentLengthWithTransferEncoding),
      ("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", .chunkedNotLast),
      ("Transfer-Encoding: chunked, chunked", .chunkedNotLast),
      ("Transfer-Encoding: chunked, gzip", .chunkedNotLast),
      ("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", .chunkedNotLast),
      ("Transfer-Encoding: gzip, chunked", .transferCodingUnknown),
      ("Transfer-Encoding: identity", .transferCodingUnknown),
      ("Transfer-Encoding: xchunked", .transferCodingUnknown),
      ("Transfer-Encoding: chunked;q=1", .transferCodingUnknown),
      ("Transfer-Encoding: \"chunked\"", .transferCodingUnknown),
      ("Transfer-Encoding: chun\tked", .transferCodingUnknown),
      ("Transfer-Encoding:", .transferEncodingInvalid),
      ("Transfer-Encoding: ,chunked", .transferEncodingInvalid),
      ("Transfer-Encoding: chunked,", .transferEncodingInvalid),
      ("Transfer-Encoding : chunked", .spaceBeforeColon),
      ("Transfer-Encoding\0: chunked", .nulByte),
      ("Transfer-Encoding: \u{B}chunked", .badField),
      ("X: y\r Transfer-Encoding: chunked", .bareCarriageReturn),
      ("X: y\nTransfer-Encoding: chunked", .bareLineFeed),
      (" Transfer-Encoding: chunked", .foldedField),
    ], pieceSizes)
  func ambiguousLengthsAreRefused(input: (lines: String, fault: RequestFault), pieceSize: Int) {
    let text = "POST / HTTP/1.1\r\nHost: a\r\n\(input.lines)\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"
    #expect(parse(text, pieces: pieceSize) == [.fault(input.fault)])
  }

  @Test func http10HasNoTransferEncoding() {
    let text = "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    #expect(parse(text) == [.fault(.transferEncodingInHTTP10)])
  }

  @Test func trailersDoNotChangeTheRequest() {
    let text = """
      POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 40\r\nConnection: close\r\n\r\n
      """
    let next = "GET /next HTTP/1.1\r\nHost: a\r\n\r\n"
    let results = parse(text + next)
    #expect(results.count == 2)
    #expect(
      results.first
        == .request(
          method: "POST", target: "/", fields: ["Host: a", "Transfer-Encoding: chunked"], body: "", keepsAlive: true))
  }
}
