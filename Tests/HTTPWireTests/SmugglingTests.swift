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
      ("X: y\r\n Transfer-Encoding: chunked", .foldedField),
      ("X: y\r\n\tContent-Length: 5", .foldedField),
      ("X: y\r\n \r\nContent-Length: 5", .foldedField),
      ("Content-Length: 5\r\nContent-length: 5", .contentLengthRepeated),
      ("Content-Length: 0\r\nContent-Length: 5", .contentLengthRepeated),
      ("Content-Length: ,5", .contentLengthRepeated),
      ("Content-Length: 5.0", .contentLengthInvalid),
      ("Content-Length: 5e0", .contentLengthInvalid),
      ("Content-Length: 0_5", .contentLengthInvalid),
      ("Content-Length: \"5\"", .contentLengthInvalid),
      ("Content-Length: 5\u{A0}", .contentLengthInvalid),
      ("Content-Length: \u{B}5", .badField),
      ("Content-Length: 5\u{C}", .badField),
      ("Content-Length: 5\0", .nulByte),
      ("Content-Length\t: 5", .spaceBeforeColon),
      ("Content Length: 5", .badField),
      ("Content-Length", .badField),
      ("Content-Length: 5\r\nTransfer-Encoding: identity", .contentLengthWithTransferEncoding),
      ("Content-Length: 5\r\nTransfer-Encoding:", .contentLengthWithTransferEncoding),
      ("Transfer-Encoding: identity, chunked", .transferCodingUnknown),
      ("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked", .transferCodingUnknown),
      ("Transfer-Encoding: trailers", .transferCodingUnknown),
      ("Transfer-Encoding: chunked;", .transferCodingUnknown),
      ("Transfer-Encoding: 'chunked'", .transferCodingUnknown),
      ("Transfer-Encoding: chunked chunked", .transferCodingUnknown),
      ("Transfer-Encoding: chunke\u{212A}d", .transferCodingUnknown),
      ("Transfer-Encoding: chunked\u{C}", .badField),
      ("Transfer-Encoding: chunked\0", .nulByte),
      ("Transfer-Encoding\t:chunked", .spaceBeforeColon),
      ("Transfer-Encoding\r\n: chunked", .badField),
      (": Transfer-Encoding: chunked", .badField),
      ("\u{FEFF}Transfer-Encoding: chunked", .badField),
      ("X: y\rTransfer-Encoding: chunked", .bareCarriageReturn),
      ("X: y\r\r\nTransfer-Encoding: chunked", .bareCarriageReturn),
      ("Host: b", .hostRepeated),
      ("Expect: 100-continue", .lengthRequired),
      ("Expect: y 100-continue\r\nContent-Length: 5", .expectationUnknown),
    ], pieceSizes)
  func ambiguousLengthsAreRefused(input: (lines: String, fault: RequestFault), pieceSize: Int) {
    let text = "POST / HTTP/1.1\r\nHost: a\r\n\(input.lines)\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"
    #expect(parse(text, pieces: pieceSize) == [.fault(input.fault)])
  }

  @Test func http10HasNoTransferEncoding() {
    let text = "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    #expect(parse(text) == [.fault(.transferEncodingInHTTP10)])
  }

  @Test(arguments: [
    "Transfer-Encoding: chunked\r\nContent-Length: 5", "Transfer-Encoding: gzip", "Transfer-Encoding: identity",
    "Connection: keep-alive\r\nTransfer-Encoding: chunked",
  ])
  func http10HasNoTransferEncodingOfAnyKind(lines: String) {
    let text = "POST / HTTP/1.0\r\n\(lines)\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"
    #expect(parse(text) == [.fault(.transferEncodingInHTTP10)])
  }

  /// What looks like a length and is none: one message, and the next begins where it ends.
  @Test(
    arguments: [
      ("Content-Length: 005", "hello"), ("Content-Length: \t5 \t", "hello"), ("Content-Length:5", "hello"),
      ("Content_Length: 50\r\nContent-Length: 5", "hello"), ("X-Content-Length: 50\r\nContent-Length: 5", "hello"),
      ("Content-Length: 5\r\nConnection: Content-Length", "hello"),
      ("Content-Length: 5\r\nTransfer_Encoding: chunked", "hello"), ("Content-Length: 5\r\nTE: chunked", "hello"),
      ("Content-Length: 5\r\nTrailer: Content-Length", "hello"),
      ("Content-Length: 5\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMA", "hello"),
      ("Transfer-Encoding:\tCHUNKED \t", "5\r\nhello\r\n0\r\n\r\n"),
      ("transfer-encoding:Chunked", "05\r\nhello\r\n00\r\n\r\n"),
      ("Transfer-Encoding: chunked", "5;a=\"b;c\"\r\nhello\r\n0;d\r\n\r\n"),
      ("Transfer-Encoding: chunked", "5 ;a\r\nhello\r\n0\r\nTransfer-Encoding: chunked\r\nHost: b\r\n\r\n"),
    ], pieceSizes)
  func nextMessageBeginsWhereTheLengthSays(input: (lines: String, content: String), pieceSize: Int) {
    for method in ["POST", "GET", "HEAD", "DELETE", "OPTIONS", "XYZ"] {
      let text =
        "\(method) / HTTP/1.1\r\nHost: a\r\n\(input.lines)\r\n\r\n\(input.content)GET /next HTTP/1.1\r\nHost: a\r\n\r\n"
      let results = parse(text, pieces: pieceSize)
      #expect(results.map(\.body) == ["hello", ""], "\(method): \(results)")
      #expect(
        results.last == .request(method: "GET", target: "/next", fields: ["Host: a"], body: "", keepsAlive: true))
    }
  }

  /// Without a length there is no content, so what follows is the next message and is judged as one.
  @Test(arguments: ["POST", "PUT", "GET", "DELETE"])
  func withoutLengthThereIsNoContent(method: String) {
    let results = parse("\(method) / HTTP/1.1\r\nHost: a\r\n\r\nhello")
    #expect(results.map(\.body) == [""])
    #expect(
      parse("\(method) / HTTP/1.1\r\nHost: a\r\n\r\nhello\r\n\r\n").last == .fault(.badRequestLine))
  }

  @Test(
    arguments: [
      ("+5\r\nhello\r\n0\r\n\r\n", RequestFault.badChunkSize), ("5_0\r\n", .badChunkSize),
      ("5\t\r\nhello\r\n", .badChunkSize),
      ("5\u{B}\r\nhello\r\n", .badChunkSize), ("0x0\r\n\r\n", .badChunkSize), ("٥\r\n", .badChunkSize),
      ("5;a\n\r\nhello\r\n", .bareLineFeed), ("5;\nhello\r\n", .bareLineFeed),
      ("5;a=\"b\r\nc\"\r\n", .badChunkEnd), ("5\r\nhelloXX0\r\n\r\n", .badChunkEnd),
      ("5\r\nhell\r\n0\r\n\r\n", .bareLineFeed), ("5\r\nhello\r\n\r\n0\r\n\r\n", .badChunkSize),
      ("0\r\n X: y\r\n\r\n", .foldedField), ("0\r\nX: y\n\r\n", .bareLineFeed),
      ("0\r\nX : y\r\n\r\n", .spaceBeforeColon),
    ], pieceSizes)
  func chunksThatTwoCouldReadDifferentlyAreRefused(input: (chunks: String, fault: RequestFault), pieceSize: Int) {
    let text = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(input.chunks)"
    let next = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"
    #expect(parse(text + next, pieces: pieceSize) == [.fault(input.fault)])
  }

  /// Which fault it is depends on how much has arrived, that it is one does not.
  @Test(arguments: ["5\r;a\r\nhello\r\n", "5\r\nhello\r\r\n0\r\n\r\n"], pieceSizes)
  func bareCarriageReturnsInChunksAreRefused(chunks: String, pieceSize: Int) {
    let text = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(chunks)"
    let results = parse(text + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n", pieces: pieceSize)
    #expect(results.count == 1 && results.first?.fault != nil, "\(results)")
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
