import HTTPTypes
import JSONText
import LoopbackClient
import Testing

/// Nothing vanishes: what reaches no operation is in a journal, in the stream and in the metrics all the same.
@Suite(.timeLimit(.minutes(5)))
struct StrayRequestTests {
  private static let event = SampleEvent.documented

  /// What is sent word for word, its status, and the operation that the journal names.
  @Test(
    arguments: [
      ("GET /partners/v1/evnts?apikey=k HTTP/1.1\r\nHost: a\r\n\r\n", 404, nil),
      ("GET /partners/v1/events/?apikey=k HTTP/1.1\r\nHost: a\r\n\r\n", 404, nil),
      ("PATCH /partners/v1/events?apikey=k HTTP/1.1\r\nHost: a\r\n\r\n", 405, nil),
      ("OPTIONS /partners/v1/events?apikey=k HTTP/1.1\r\nHost: a\r\n\r\n", 204, nil),
      ("GET /partners/v1/evnts HTTP/1.1\r\nHost: a\r\nX-API-Key: k\r\n\r\n", 404, nil),
      ("GET /partners/v1/events?apikey=k HTTP/1.1\r\n\r\n", 400, nil),
      ("POST /partners/v1/events?apikey=k HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400, nil),
    ] as [(String, Int, String?)])
  func whatNamesAKeyIsInItsSandbox(message: String, status: Int, operation: String?) throws {
    let server = try RunningServer()
    let id = try Self.send(message, to: server, expecting: status)
    #expect(id == "r1")
    let app = try server.partner("k")
    let listed = try app.get("/__willcall/requests").expecting(200)
    #expect(listed.json?["requests"]?.elements.count == 1)
    let entry = try #require(try app.get("/__willcall/requests/r1").expecting(200).json)
    #expect(listed.json?.value(at: "/requests/0")?.text == entry.text)
    try Self.check(entry, message: message, status: status)
    #expect(entry["operation"]?.string == operation)
    #expect(try Self.count(server, operation ?? "none", status) == 1)
  }

  /// What names no key that is accepted, or is no request at all.
  @Test(
    arguments: [
      ("GET /partners/v1/evnts HTTP/1.1\r\nHost: a\r\n\r\n", 404, nil),
      ("GET /partners/v1/events HTTP/1.1\r\nHost: a\r\n\r\n", 401, "events.list"),
      ("GET /partners/v1/events?apikey=a&apiKey=b HTTP/1.1\r\nHost: a\r\n\r\n", 401, "events.list"),
      ("GET /partners/v1/events?apikey=- HTTP/1.1\r\nHost: a\r\n\r\n", 401, "events.list"),
      ("GET /redeem?token=none HTTP/1.1\r\nHost: a\r\n\r\n", 404, "redemption"),
      ("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 204, nil),
      ("GET /__willcall/clock?apikey=k HTTP/1.1\r\n\r\n", 400, nil),
      ("GET http://a/__willcall/clock?apikey=k HTTP/1.1\r\n\r\n", 400, nil),
      ("GET /%5F_willcall/clock?apikey=k HTTP/1.1\r\n\r\n", 400, nil),
      ("hello\r\n\r\n", 400, nil),
      ("GET /partners/v1/events HTTP/3.0\r\n\r\n", 505, nil),
    ] as [(String, Int, String?)])
  func allElseIsInTheServersOwn(message: String, status: Int, operation: String?) throws {
    let server = try RunningServer()
    let id = try Self.send(message, to: server, expecting: status)
    #expect(id == "s1")
    let app = try server.partner("-")
    let entry = try #require(try app.get("/__willcall/requests/s1").expecting(200).json)
    try Self.check(entry, message: message, status: status)
    #expect(entry["operation"]?.string == operation)
    let listed = try app.get("/__willcall/requests").expecting(200)
    #expect(listed.json?.value(at: "/requests/0")?.text == entry.text)
    #expect(try app.post("/__willcall/verify", body: #"{"where":{"status":\#(status)}}"#).status == 200)
    #expect(try Self.count(server, operation ?? "none", status) == 1)
    // The id is enough, whichever sandbox is named.
    #expect(try server.partner("other").get("/__willcall/requests/s1").status == 200)
  }

  @Test func theStreamTellsThem() throws {
    let server = try RunningServer()
    let own = try server.connect()
    try own.sendRequest(.get, "/__willcall/stream?apikey=-")
    _ = try own.readHead()
    var told = ""
    while !told.contains(": willcall") { told += String(decoding: try own.readPiece() ?? [], as: UTF8.self) }
    _ = try Self.send("GET /nowhere?apikey=k HTTP/1.1\r\nHost: a\r\n\r\n", to: server, expecting: 404)
    _ = try Self.send("hello\r\n\r\n", to: server, expecting: 400)
    while !told.contains(#""id":"s1""#) { told += String(decoding: try own.readPiece() ?? [], as: UTF8.self) }
    #expect(told.contains(#"{"sandbox":"-""#) && !told.contains("nowhere"))
    #expect(told.contains(#""method":null,"path":null,"outcome":"answered","status":400"#))
  }

  /// The server's own journal is no sandbox.
  @Test(arguments: ["clock", "carts", "orders", "state", "scenarios", "faults", "events"])
  func theServersOwnIsNoSandbox(path: String) throws {
    let server = try RunningServer()
    let answer = try server.connect().request(.get, "/__willcall/\(path)?apikey=-")
    #expect(answer.status == 400)
    #expect(answer.text.contains("not a sandbox"))
  }

  @Test func resettingAllForgetsItToo() throws {
    let server = try RunningServer()
    _ = try Self.send("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n", to: server, expecting: 404)
    let own = try server.partner("-")
    #expect(try own.get("/__willcall/requests/s1").status == 200)
    #expect(try server.partner("*").post("/__willcall/reset", body: "").status == 200)
    #expect(try own.get("/__willcall/requests/s1").status == 404)
  }

  @Test(arguments: ["r2", "s2", "17", "r", "rx", "r-1"])
  func anIdThatNothingHasIsNotFound(id: String) throws {
    let server = try RunningServer()
    let app = try server.partner("k")
    #expect(try app.get("/partners/v1/events").status == 200)
    #expect(try app.get("/__willcall/requests/\(id)").status == 404)
  }

  /// Keys and card numbers are no more to be seen there than in a sandbox.
  @Test func nothingSecretIsKept() throws {
    let server = try RunningServer(["--api-key", SampleKey.real])
    let message =
      "POST /pay?apikey=\(SampleKey.other) HTTP/1.1\r\nHost: a\r\nContent-Length: 31\r\n\r\n"
      + #"{"card_number":4111111111111111}"#.prefix(31)
    _ = try Self.send(message, to: server, expecting: 404)
    let text = try server.connect().request(.get, "/__willcall/requests?apikey=-").text
    #expect(text.contains("/pay") && !text.contains(SampleKey.other) && !text.contains("4111"))
  }

  // MARK: Support

  private enum SampleKey {
    static let real = "abcdefghij0123456789abcdefghij"
    static let other = "zyxwvutsrq9876543210zyxwvutsrq"
  }

  /// What `X-Willcall-Request` says of the answer.
  private static func send(_ message: String, to server: RunningServer, expecting status: Int) throws -> String {
    let connection = try server.connect()
    try connection.send(message)
    let answer = try connection.readResponse()
    #expect(answer.status == status)
    return try #require(answer["X-Willcall-Request"])
  }

  private static func check(_ entry: JSONValue, message: String, status: Int) throws {
    #expect(entry["status"]?.integer == Int64(status) && entry["outcome"]?.string == "answered")
    let words = message.split(separator: " ")
    let hasLine = words.count > 2 && !message.contains("HTTP/3")
    #expect(entry["method"]?.string == (hasLine ? String(words[0]) : nil))
    #expect(entry["path"]?.string == (hasLine ? String(words[1]) : nil))
  }

  private static func count(_ server: RunningServer, _ operation: String, _ status: Int) throws -> Int {
    let text = try server.connect().request(.get, "/__willcall/metrics").text
    let start = #"willcall_requests_total{operation="\#(operation)",status="\#(status)"} "#
    return text.split(separator: "\n").first { $0.hasPrefix(start) }.flatMap { Int($0.dropFirst(start.count)) } ?? 0
  }
}
