import HTTPTypes
import JSONText
import LoopbackClient
import Testing

/// HTTP as clients and browsers meet it.
@Suite(.timeLimit(.minutes(5)))
struct HTTPTests {
  private static let cart = "/partners/v1/events/\(SampleEvent.documented)/cart"

  /// A reserve that blanks fill up to a number of bytes.
  private func reserve(bytes: Int) -> String {
    let text = "{\"reserve\":{\"tickets\":[{\"id\":\"000000000001\"}]}}"
    return text + String(repeating: " ", count: bytes - text.utf8.count)
  }

  @Test func headIsGetWithoutTheContent() throws {
    let server = try RunningServer(["--clock-rate", "0"])
    let connection = try server.connect()
    for path in ["/partners/v1/events?apikey=k", "/__willcall/health", "/partners/v1/nope"] {
      let get = try connection.request(.get, path)
      let head = try connection.request(.head, path)
      #expect(head.status == get.status)
      #expect(head.body.isEmpty)
      #expect(head["Content-Length"] == "\(get.body.count)")
      let varying = ["X-Willcall-Request", "X-Willcall-Diagnosis", "Date", "Ratelimit-Quota-Used"]
      #expect(
        head.fields.filter { !varying.contains($0.name) } == get.fields.filter { !varying.contains($0.name) })
    }
  }

  @Test func optionsNamesTheMethodsWithoutCORS() throws {
    let server = try RunningServer(["--cors", "none"])
    let connection = try server.connect()
    let answer = try connection.request(
      .options, Self.cart, fields: [("Origin", "https://app.example"), ("Access-Control-Request-Method", "PUT")])
    #expect(answer.status == 204)
    let allowed = Set((answer["Allow"] ?? "").split(separator: ", "))
    #expect(allowed == ["POST", "PUT", "DELETE", "OPTIONS"])
    #expect(!answer.fields.contains { $0.name.lowercased().hasPrefix("access-control-") })
    #expect(try connection.request(.options, "*").status == 204)
    #expect(try connection.request(.options, "/partners/v1/nope").status == 404)
  }

  @Test(arguments: [([], "timeout=74"), (["--limit", "idle-timeout=10s"], "timeout=9")])
  func anAnswerSaysHowLongItsConnectionStays(options: [String], told: String) throws {
    let server = try RunningServer(options)
    let connection = try server.connect()
    for target in ["/partners/v1/events?apikey=k", "/partners/v1/nope", "/__willcall/health"] {
      let answer = try connection.request(.get, target)
      #expect(answer["Keep-Alive"] == told && answer["Connection"] == "keep-alive")
    }
    let last = try connection.request(.get, "/__willcall/health", fields: [("Connection", "close")])
    #expect(last["Keep-Alive"] == nil && last["Connection"] == "close")
    #expect(try server.stop() == 0)
  }

  @Test func aWrongMethodIsToldTheRightOnes() throws {
    let partner = try RunningServer().partner()
    let answer = try partner.send(.patch, Self.cart)
    #expect(answer.status == 405)
    try answer.expectErrorShape()
    #expect(Set((answer.response["Allow"] ?? "").split(separator: ", ")).isSuperset(of: ["POST", "PUT", "DELETE"]))
  }

  @Test func aBrowserAppOfAnAllowedOriginMayCall() throws {
    let server = try RunningServer(["--cors", "https://app.example", "--cors", "https://b.example"])
    let connection = try server.connect()
    let preflight = try connection.request(
      .options, Self.cart,
      fields: [
        ("Origin", "https://b.example"), ("Access-Control-Request-Method", "PUT"),
        ("Access-Control-Request-Headers", "content-type,x-user-id"),
      ])
    #expect(preflight.status == 204)
    #expect(preflight["Access-Control-Allow-Origin"] == "https://b.example")
    #expect(preflight["Access-Control-Allow-Methods"]?.contains("PUT") == true)
    #expect(preflight["Access-Control-Allow-Headers"] == "content-type,x-user-id")
    let events = "/partners/v1/events?apikey=k"
    let allowed = try connection.request(.get, events, fields: [("Origin", "https://app.example")])
    #expect(allowed["Access-Control-Allow-Origin"] == "https://app.example")
    #expect(allowed["Access-Control-Expose-Headers"]?.contains("X-Willcall-Diagnosis") == true)
    let other = try connection.request(.get, events, fields: [("Origin", "https://evil.example")])
    #expect(other.status == 200)
    #expect(other["Access-Control-Allow-Origin"] == nil)
    #expect(other["Vary"] == "Origin")
    // Errors too, or the app could not read why.
    let error = try connection.request(.get, "/partners/v1/nope", fields: [("Origin", "https://app.example")])
    #expect(error.status == 404)
    #expect(error["Access-Control-Allow-Origin"] == "https://app.example")
  }

  /// What is wrong on the wire, before and after the origin is known.
  private static let brokenRequests = [
    ("too large", 413, "POST \(cart) HTTP/1.1\r\nHost: a\r\nORIGIN\r\nContent-Length: 99999999\r\n\r\n"),
    ("a bad chunk", 400, "POST \(cart) HTTP/1.1\r\nHost: a\r\nORIGIN\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    ("a folded line", 400, "GET / HTTP/1.1\r\nHost: a\r\nORIGIN\r\n folded\r\n\r\n"),
    ("two hosts", 400, "GET / HTTP/1.1\r\nHost: a\r\nORIGIN\r\nHost: a\r\n\r\n"),
    ("an expectation", 417, "GET / HTTP/1.1\r\nHost: a\r\nORIGIN\r\nExpect: more\r\n\r\n"),
  ]

  @Test(arguments: brokenRequests)
  func aBrowserSeesWhatIsWrongOnTheWire(name: String, status: Int, request: String) throws {
    let server = try RunningServer(["--cors", "https://app.example", "--cors", "https://b.example"])
    for (origin, allowed) in [("https://b.example", "https://b.example"), ("https://evil.example", nil)] {
      let connection = try server.connect()
      try connection.send(request.replacing("ORIGIN", with: "Origin: \(origin)"))
      let answer = try connection.readResponse()
      #expect(answer.status == status)
      #expect(answer["Access-Control-Allow-Origin"] == allowed)
      #expect((answer["Access-Control-Expose-Headers"] != nil) == (allowed != nil))
      #expect(answer["Vary"] == "Origin")
    }
  }

  @Test(arguments: [
    (["https://app.example"], "https://app.example"), (["*"], "*"),
    (["https://app.example", "https://b.example"], nil),
  ])
  func aBrowserSeesWhatIsWrongBeforeItsOrigin(origins: [String], told: String?) throws {
    let server = try RunningServer(origins.flatMap { ["--cors", $0] })
    let connection = try server.connect()
    try connection.send("GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: a\r\n\r\n")
    let answer = try connection.readResponse()
    #expect(answer.status == 414)
    #expect(answer["Access-Control-Allow-Origin"] == told)
  }

  @Test func aStarAllowsEveryOrigin() throws {
    let server = try RunningServer(["--cors", "*"])
    let connection = try server.connect()
    let answer = try connection.request(
      .get, "/partners/v1/events?apikey=k", fields: [("Origin", "https://any.example")])
    #expect(answer["Access-Control-Allow-Origin"] == "*")
  }

  @Test func aBodyOfExactlyTheLimitPasses() throws {
    let server = try RunningServer(["--limit", "body=1KiB"])
    let partner = try server.partner()
    #expect(try partner.post(Self.cart, body: reserve(bytes: 1024)).status == 200)
    let chunked = try partner.connection.request(
      .post, Self.cart + "?apikey=k", fields: [("Transfer-Encoding", "chunked")], body: chunks(of: 1024))
    #expect(chunked.status == 200)
  }

  @Test func aByteMoreIsTooLarge() throws {
    let server = try RunningServer(["--limit", "body=1KiB"])
    let length = try server.partner().post(Self.cart, body: reserve(bytes: 1025))
    let chunked = try Answer(
      server.connect().request(
        .post, Self.cart + "?apikey=k", fields: [("Transfer-Encoding", "chunked")], body: chunks(of: 1025)))
    for answer in [length, chunked] {
      #expect(answer.status == 413)
      try answer.expectErrorShape()
      #expect(answer.diagnosis?.contains("1024") == true)
      #expect(answer.response.closesConnection)
    }
  }

  /// A reserve of so many bytes in chunks of 100.
  private func chunks(of bytes: Int) -> [UInt8] {
    var rest = Array(reserve(bytes: bytes).utf8)[...]
    var result: [UInt8] = []
    while !rest.isEmpty {
      let chunk = rest.prefix(100)
      rest = rest.dropFirst(100)
      result += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
    }
    return result + Array("0\r\n\r\n".utf8)
  }

  @Test func connectionsBeyondTheLimitAreRefusedWithAnAnswer() throws {
    let server = try RunningServer(["--limit", "connections=1"])
    let first = try server.partner()
    #expect(try first.get("/partners/v1/events").status == 200)
    let second = try server.connect()
    let refused = try Answer(second.readResponse())
    #expect(refused.status == 503)
    try refused.expectErrorShape()
    #expect(try first.get("/partners/v1/events").status == 200)
  }

  @Test func aHeaderThatDoesNotComeInTimeIsToldSo() throws {
    let server = try RunningServer(["--limit", "header-timeout=50ms"])
    let connection = try server.connect()
    try connection.send("GET / HTTP/1.1\r\n")
    let answer = try Answer(connection.readResponse())
    #expect(answer.status == 408)
    try answer.expectErrorShape()
  }
}
