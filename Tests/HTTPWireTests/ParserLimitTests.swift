import HTTPWire
import Testing

@Suite struct ParserLimitTests {
  private static let limits: Limits = {
    var limits = Limits()
    limits.requestLine = 40
    limits.headers = 4
    limits.headerBytes = 64
    limits.body = 10
    return limits
  }()

  private func faults(_ text: String, pieces: Int) -> [RequestFault?] {
    parse(text, pieces: pieces, limits: Self.limits).map(\.fault)
  }

  @Test(arguments: pieceSizes)
  func aRequestLineOfExactlyTheLimitPasses(pieceSize: Int) {
    let path = "/" + String(repeating: "a", count: 40 - "GET / HTTP/1.1".utf8.count)
    #expect(faults("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n", pieces: pieceSize) == [nil])
    #expect(faults("GET \(path)a HTTP/1.1\r\nHost: a\r\n\r\n", pieces: pieceSize) == [.requestLineTooLong(limit: 40)])
  }

  @Test func anEndlessRequestLineIsRefusedBeforeItEnds() {
    #expect(faults("GET /" + String(repeating: "a", count: 40), pieces: 1) == [.requestLineTooLong(limit: 40)])
  }

  @Test(arguments: pieceSizes)
  func exactlyTheLimitOfFieldsPasses(pieceSize: Int) {
    let head = "GET / HTTP/1.1\r\nHost: a\r\nA: 1\r\nB: 2\r\nC: 3\r\n"
    #expect(faults(head + "\r\n", pieces: pieceSize) == [nil])
    #expect(faults(head + "D: 4\r\n\r\n", pieces: pieceSize) == [.tooManyFields(limit: 4)])
  }

  @Test(arguments: pieceSizes)
  func exactlyTheLimitOfHeaderBytesPasses(pieceSize: Int) {
    let head = "GET / HTTP/1.1\r\nHost: a\r\nX: "
    let value = String(repeating: "b", count: 64 - "Host: a\r\nX: \r\n".utf8.count)
    #expect(faults(head + value + "\r\n\r\n", pieces: pieceSize) == [nil])
    #expect(faults(head + value + "b\r\n\r\n", pieces: pieceSize) == [.fieldsTooLarge(limit: 64)])
  }

  @Test func anEndlessFieldIsRefusedBeforeItEnds() {
    let text = "GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "b", count: 64)
    #expect(faults(text, pieces: 1) == [.fieldsTooLarge(limit: 64)])
  }

  @Test(arguments: pieceSizes)
  func aBodyOfExactlyTheLimitPasses(pieceSize: Int) {
    let head = "POST / HTTP/1.1\r\nHost: a\r\n"
    let passing = head + "Content-Length: 10\r\n\r\n0123456789"
    let chunked = head + "Transfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n6\r\n456789\r\n0\r\n\r\n"
    #expect(
      parse(passing + chunked, pieces: pieceSize, limits: Self.limits).map(\.body) == ["0123456789", "0123456789"])
    #expect(faults(head + "Content-Length: 11\r\n\r\n", pieces: pieceSize) == [.bodyTooLarge(limit: 10)])
    #expect(
      faults(head + "Transfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n7\r\n", pieces: pieceSize) == [
        .bodyTooLarge(limit: 10)
      ])
  }

  @Test func theSumOfChunksCannotOverflow() {
    let text = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n7fffffffffffffff\r\n"
    #expect(parse(text).map(\.fault) == [.badChunkSize])
  }

  @Test(arguments: pieceSizes)
  func chunkExtensionsAndTrailersAreBounded(pieceSize: Int) {
    let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    let filler = String(repeating: "x", count: 60)
    #expect(faults(head + "1;\(filler)\r\na\r\n1;\(filler)\r\n", pieces: pieceSize) == [.chunkExtensionsTooLong])
    #expect(faults(head + "0\r\nX: \(filler)\r\n\r\n", pieces: pieceSize) == [.fieldsTooLarge(limit: 64)])
    #expect(faults(head + "0\r\nA:\r\nB:\r\nC:\r\n\r\n", pieces: pieceSize) == [.tooManyFields(limit: 4)])
  }
}
