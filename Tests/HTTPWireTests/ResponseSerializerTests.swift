import HTTPTypes
import HTTPWire
import Testing

@Suite struct ResponseSerializerTests {
  private func text(
    _ response: Response, isHead: Bool = false, version: HTTPVersion = .http11, keepsAlive: Bool = true
  ) -> String {
    let context = ResponseSerializer.Context(isHead: isHead, version: version, keepsAlive: keepsAlive)
    return String(decoding: ResponseSerializer.bytes(of: response, context: context), as: UTF8.self)
  }

  @Test func aResponseHasItsLengthAndItsFieldsInOrder() {
    let response = Response(.created, json: "{}", fields: [.location: "/1", .date: "now"])
    #expect(
      text(response)
        == "HTTP/1.1 201 Created\r\nLocation: /1\r\nDate: now\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
    )
  }

  @Test func headHasTheLengthOfGetAndNoBody() {
    #expect(text(Response(text: "hello"), isHead: true).hasSuffix("Content-Length: 5\r\n\r\n"))
  }

  @Test func headMayStateALengthWithoutABody() {
    let response = Response(status: .ok, fields: [.contentLength: "12345"])
    #expect(text(response, isHead: true) == "HTTP/1.1 200 OK\r\nContent-Length: 12345\r\n\r\n")
    #expect(text(response) == "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
  }

  @Test(arguments: [HTTPResponse.Status.noContent, .notModified, .earlyHints])
  func someStatusesHaveNeitherLengthNorBody(status: HTTPResponse.Status) {
    let response = Response(status: status, body: Array("no".utf8))
    #expect(text(response) == "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n\r\n")
  }

  @Test func theConnectionFieldSaysWhatTheClientCannotAssume() {
    let response = Response(status: .ok)
    #expect(text(response).contains("Connection") == false)
    #expect(text(response, keepsAlive: false).contains("\r\nConnection: close\r\n"))
    #expect(text(response, version: .http10).contains("\r\nConnection: keep-alive\r\n"))
    #expect(text(response, version: .http10, keepsAlive: false).contains("\r\nConnection: close\r\n"))
  }

  @Test func framingOfTheHandlerIsReplaced() {
    let fields: FieldSection = [
      .contentLength: "1", .transferEncoding: "chunked", .connection: "upgrade", .server: "x",
    ]
    let response = Response(status: .ok, fields: fields, body: Array("four".utf8))
    #expect(text(response) == "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 4\r\n\r\nfour")
  }

  @Test(arguments: ["a\r\nSet-Cookie: b", "a\nb", "a\rb", "a\0b", "\r\n\r\n<html>"])
  func valuesCannotStartAnotherLine(value: String) throws {
    let status = HTTPResponse.Status(code: 299, reasonPhrase: value)
    let name = try #require(HTTPField.Name("X-Echo"))
    let output = text(Response(status: status, fields: [name: value]))
    let lines = output.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5)
    #expect(lines[1].hasPrefix("X-Echo: "))
    #expect(!output.utf8.contains(0))
    #expect(output.utf8.filter { $0 == 13 }.count == 4)
    #expect(output.utf8.filter { $0 == 10 }.count == 4)
  }

  @Test(arguments: [(404, "Not Found"), (402, "Payment Required"), (599, ""), (200, "OK")])
  func bareCodesGetTheirReasonPhrase(code: Int, phrase: String) {
    #expect(text(Response(status: .init(code: code))).hasPrefix("HTTP/1.1 \(code) \(phrase)\r\n"))
  }

  @Test(arguments: [0, 9, 10, 99, 100, 65_536])
  func lengthsAreDecimal(count: Int) {
    let response = Response(status: .ok, body: Array(repeating: 0x61, count: count))
    #expect(text(response, isHead: true).contains("\r\nContent-Length: \(count)\r\n"))
  }
}
