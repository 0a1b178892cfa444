import HTTPTypes
import JSONText
import LoopbackClient
import Testing

/// `GET /__willcall/stream` over a socket.
@Suite(.timeLimit(.minutes(5)))
struct StreamTests {
  /// Reads until the text is as wanted.
  private func read(_ connection: HTTPConnection, until isEnough: (String) -> Bool) throws -> String {
    var text = ""
    while !isEnough(text) {
      guard let piece = try connection.readPiece() else { throw TestFailure("the stream ended: \(text)") }
      text += String(decoding: piece, as: UTF8.self)
    }
    return text
  }

  private func listen(_ server: RunningServer, _ query: String = "") throws -> HTTPConnection {
    let connection = try server.connect()
    try connection.sendRequest(.get, "/__willcall/stream\(query)")
    let head = try connection.readHead()
    guard head.status == 200, head["Content-Type"] == "text/event-stream" else {
      throw TestFailure("no stream: \(head)")
    }
    _ = try read(connection) { $0.hasSuffix("\n\n") }
    return connection
  }

  @Test func whatHappensIsSentAsItHappens() throws {
    let server = try RunningServer()
    let stream = try listen(server)
    let app = try server.partner("SecretKey123456789012345")
    _ = try app.buy(SampleEvent.documented, SampleEvent.documentedSeat)
    _ = try app.post("/__willcall/clock", body: #"{"advance":"PT1M"}"#).expecting(200)
    let text = try read(stream) { $0.contains("event: clock\n") && $0.hasSuffix("\n\n") }
    for name in ["request", "cart", "order", "token", "clock"] { #expect(text.contains("event: \(name)\ndata: {")) }
    #expect(!text.contains("SecretKey"))
    for line in text.split(separator: "\n") where line.hasPrefix("data: ") {
      #expect(throws: Never.self) { try JSONValue.parse(Array(line.dropFirst("data: ".count).utf8)) }
    }
  }

  @Test func headClaimsNoLengthThatGetHasNot() throws {
    let server = try RunningServer()
    let connection = try server.connect()
    let heads = try [HTTPRequest.Method.head, .get].map { method in
      try connection.sendRequest(method, "/__willcall/stream")
      return try connection.readHead(isHead: method == .head)
    }
    for name in ["Content-Length", "Transfer-Encoding", "Content-Type", "Cache-Control"] {
      #expect(heads[0][name] == heads[1][name], "\(name)")
    }
    #expect(heads.map(\.status) == [200, 200])
    #expect(heads[0]["Content-Length"] == nil)
  }

  @Test func aListenerDoesNotKeepTheServerFromStopping() throws {
    let server = try RunningServer()
    let stream = try listen(server)
    #expect(try server.stop() == 0)
    _ = try? stream.readToEnd()
  }

  @Test func aListenerThatGoesAwayHurtsNobody() throws {
    let server = try RunningServer()
    let gone = try listen(server)
    let stays = try listen(server)
    gone.reset()
    let app = try server.partner()
    #expect(try app.reserve(SampleEvent.documented).status == 200)
    _ = try read(stays) { $0.contains("event: cart\n") }
  }
}
