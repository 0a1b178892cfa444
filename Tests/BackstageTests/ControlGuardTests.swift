import Backstage
import HTTPTypes
import Sandboxes
import Testing

/// Who may use the control API.
@Suite struct ControlGuardTests {
  @Test(arguments: [
    ("localhost", true), ("LOCALHOST:8490", true), ("127.0.0.1", true), ("127.0.0.1:8490", true), ("[::1]:8490", true),
    ("[fe80::1]", true), ("192.168.1.7:80", true), ("mock.test", true), ("Mock.Test:9999", true), ("named", true),
    ("evil.example", false), ("evil.example:8490", false), ("localhost.evil.example", false),
    ("127.0.0.1.nip.io", false),
    ("mock.test.evil.example", false), ("1.2.3", false), ("1.2.3.4.5", false), ("256.1.1.1", false),
    ("+1.2.3.4", false), ("1.2.3.", false), ("[:]", false), ("[::]", true), ("[::ffff:1.2.3.4]", true),
    ("[1:2:3:4:5:6:7:8]", true), ("[1:2:3:4:5:6:7]", false), ("[1:2:3:4:5:6:7:8:9]", false), ("[1::2::3]", false),
    ("[::12345]", false), ("[1:2:3:4:5:6:7::8]", false), ("[::g]", false),
  ])
  func hostMustBeAnAddressOrAKnownName(host: String, isAllowed: Bool) throws {
    let stage = try Stage(configuration: .init(allowedHosts: ["mock.test", "named:8490"]))
    let answer = try stage.control(.get, "clock", headers: ["Host": host])
    if isAllowed { #expect(answer.status == 200) } else { answer.expectError(403, path: "Host", found: host) }
    #expect(try stage.control(.get, "health", headers: ["Host": host]).status == 200, "health is exempt")
  }

  @Test(arguments: [
    ("willcall", true), ("WillCall:8490", true), ("my-mock_2", true), ("3d", true), ("127.0.0.1", true),
    ("willcall.test", false), ("willcall.", false), (".", false), ("2130706433", false), ("0x7f000001", false),
    ("0", false), ("a.b", false), ("willc%61ll", false), (String(repeating: "a", count: 64), false),
  ])
  func aNameOfOneLabelIsTakenOnlyWhereThatIsAllowed(host: String, isTaken: Bool) throws {
    let open = try Stage(configuration: .init(allowsSingleLabelHosts: true))
    let answer = try open.control(.get, "clock", headers: ["Host": host])
    if isTaken {
      #expect(answer.status == 200)
    } else {
      answer.expectError(403, path: "Host", found: host)
      #expect(try answer.string("/error/expected").contains("a name without a dot"))
    }
    if isTaken, host != "127.0.0.1" {
      try Stage().control(.get, "clock", headers: ["Host": host]).expectError(403, path: "Host", found: host)
    }
  }

  /// The page of another machine of the network has a name of one label too.
  @Test func pagesOfOtherSingleLabelsMayNotAsk() throws {
    let stage = try Stage(configuration: .init(allowsSingleLabelHosts: true))
    let own = try stage.control(.post, "reset", headers: ["Host": "willcall:80", "Origin": "http://willcall:80"])
    #expect(own.status == 200)
    try stage.control(.post, "reset", headers: ["Host": "willcall:80", "Origin": "http://printer"])
      .expectError(403, path: "Origin", found: "http://printer")
  }

  @Test(arguments: [
    ("http://localhost:3000", true), ("https://127.0.0.1", true), ("http://[::1]:5173", true),
    ("http://mock.test", true), ("http://127.9.9.9:1", true), ("http://203.0.113.5", false),
    ("http://192.168.1.7:8490", false), ("http://[2001:db8::1]", false), ("http://[::ffff:127.0.0.1]", false),
    ("http://evil.example", false), ("https://localhost.evil.example", false), ("null", false), ("localhost", false),
    ("file://localhost", false), ("http://", false),
  ])
  func originMustMatchToo(origin: String, isAllowed: Bool) throws {
    let stage = try Stage(configuration: .init(allowedHosts: ["mock.test"]))
    let answer = try stage.control(.post, "reset", headers: ["Host": "localhost", "Origin": origin])
    if isAllowed { #expect(answer.status == 200) } else { answer.expectError(403, path: "Origin", found: origin) }
  }

  @Test(arguments: [
    ("http://192.168.1.7:8490", true), ("HTTP://192.168.1.7:8490", true), ("http://192.168.1.7:3000", false),
    ("http://192.168.1.7", false), ("http://192.168.1.8:8490", false),
  ])
  func pageOfTheServerItselfMayAsk(origin: String, isAllowed: Bool) throws {
    let answer = try Stage().control(.post, "reset", headers: ["Host": "192.168.1.7:8490", "Origin": origin])
    if isAllowed { #expect(answer.status == 200) } else { answer.expectError(403, path: "Origin", found: origin) }
  }

  /// A picture of another site's page: reading makes sandboxes and takes a listener's place.
  @Test(arguments: ["clock", "stream", "metrics", "nothing"])
  func pagesOfOtherSitesMayNotEvenRead(path: String) throws {
    let stage = try Stage()
    let answer = try stage.control(.get, path, headers: ["Host": "localhost", "Sec-Fetch-Site": "cross-site"])
    answer.expectError(403, path: "Sec-Fetch-Site", found: "cross-site")
    #expect(stage.directory.all.isEmpty)
    for site in ["same-origin", "same-site", "none"] {
      let own = try stage.control(.get, "clock", headers: ["Host": "localhost", "Sec-Fetch-Site": site])
      #expect(own.status == 200)
    }
    let known = try stage.control(
      .get, "clock",
      headers: ["Host": "localhost", "Origin": "http://127.0.0.1:3000", "Sec-Fetch-Site": "cross-site"])
    #expect(known.status == 200, "a page of this machine under another name")
  }

  @Test func requestWithoutHostIsRefused() throws {
    try Stage().control(.get, "clock", headers: [:]).expectError(403, path: "Host", found: "nothing")
  }

  @Test(
    arguments: [
      (nil, 401), ("Bearer s3cret", 200), ("bearer s3cret", 200), ("Bearer s3cre", 401), ("Bearer s3crets", 401),
      ("Bearer S3cret", 401), ("Bearer ", 401), ("Basic s3cret", 401), ("s3cret", 401),
    ] as [(String?, Int)])
  func tokenIsAskedFor(authorization: String?, status: Int) throws {
    let stage = try Stage(configuration: .init(controlToken: "s3cret"))
    let headers: KeyValuePairs<String, String> =
      authorization.map { ["Host": "localhost", "Authorization": $0] } ?? ["Host": "localhost"]
    let answer = try stage.control(.get, "clock", headers: headers)
    #expect(answer.status == status, "\(answer.text)")
    if status == 401 {
      answer.expectError(401, path: "Authorization")
      #expect(answer.header("WWW-Authenticate") == "Bearer")
      #expect(!answer.text.lowercased().contains("s3cre"), "the token is not echoed")
    }
    #expect(try stage.control(.get, "health").status == 200, "health is exempt")
  }

  @Test func tokenIsAskedForWhereverNothingIsFound() throws {
    let stage = try Stage(configuration: .init(controlToken: "s3cret"))
    try stage.control(.get, "nothing").expectError(401, path: "Authorization")
    try stage.control(.delete, "clock").expectError(401, path: "Authorization")
  }

  @Test(arguments: ["clock", "reset", "requests", "metrics", "", "nothing"])
  func withoutControlEverythingButHealthIs404(path: String) throws {
    let stage = try Stage(configuration: .init(hasControl: false, controlToken: "s3cret"))
    try stage.control(.get, path).expectError(404, path: "/__willcall/\(path)")
    #expect(try stage.control(.get, "health").status == 200)
  }

  @Test func unknownPathNamesTheKnownOnes() throws {
    let answer = try Stage().control(.get, "clocks")
    answer.expectError(404, path: "/__willcall/clocks")
    #expect(try answer.string("/error/expected").contains("orders/{order}/void"))
  }

  @Test(arguments: [
    (HTTPRequest.Method.delete, "clock", "GET, HEAD, POST"), (.get, "reset", "POST"),
    (.post, "state", "GET, HEAD, PUT"),
    (.post, "health", "GET, HEAD"),
  ])
  func wrongMethodIs405(method: HTTPRequest.Method, path: String, allowed: String) throws {
    let answer = try Stage().control(method, path)
    answer.expectError(405, path: "/__willcall/\(path)", found: method.rawValue)
    #expect(answer.header("Allow") == allowed)
    let options = try Stage().control(.options, path)
    #expect(options.status == 204)
    #expect(options.header("Allow") == allowed)
  }

  @Test func unknownParameterOfTheQueryIsAnError() throws {
    try Stage().control(.get, "requests?stauts=200").expectError(400, path: "?stauts", found: "stauts")
  }
}
