import HTTPTypes
import JSONText
import Sandboxes
import Testing

/// Errors that say all at once, and what was probably meant.
@Suite struct TeachingTests {
  private func paths(_ answer: Answer) throws -> [String] {
    try answer.elements("/errors").compactMap { $0["path"]?.string }
  }

  private func found(_ answer: Answer) throws -> [String] {
    try answer.elements("/errors").compactMap { $0["found"]?.string }
  }

  @Test func allFaultsOfScenariosAreToldMisspeltKeysFirst() throws {
    let body = """
      {"active": [
        {"name": "A B", "rulez": []},
        "captcah",
        {"name": "b", "rules": [{"name": "r", "when": {"operation": "cart.reserv"}, "then": {"error": "niterum"}}]}
      ]}
      """
    let answer = try Stage().control(.put, "scenarios", body)
    answer.expectError(422, path: "/active/0/rulez")
    #expect(
      try paths(answer) == [
        "/active/0/rulez", "/active/0/name", "/active/1", "/active/2/rules/0/when/operation",
        "/active/2/rules/0/then/error",
      ])
    let words = try found(answer)
    let meant = ["\"rules\"", nil, "\"captcha\"", "\"cart.reserve\"", "\"niterun\""]
    for (word, name) in zip(words, meant) {
      let isMeant = name.map { word.hasSuffix("(did you mean \($0)?)") } ?? !word.contains("did you mean")
      #expect(isMeant, "\(word)")
    }
    #expect(try answer.elements("/errors").compactMap { $0["line"]?.integer } == [2, 2, 3, 4, 4])
    #expect(try answer.string("/errors/1/message").hasPrefix("/active/0/name: expected 1 to 64 lower-case"))
    #expect(try answer.string("/error/found") == words[0], "old readers see the first")
  }

  @Test(arguments: [
    ("20122", "payment-not-accepted"), ("\"20122\"", "payment-not-accepted"), ("90003", "invalid-cart"),
    ("\"504\"", "upstream-timeout"), ("10161", "ticket-limit"),
  ])
  func aNumberForAnErrorIsAnsweredWithItsName(number: String, name: String) throws {
    let answer = try Stage().control(
      .post, "faults", #"{"when": {"operation": "cart.payment"}, "then": {"error": \#(number)}}"#)
    answer.expectError(422, path: "/then/error", found: "\(number) (did you mean \"\(name)\"?)")
  }

  @Test func aMisspeltKeyIsToldBeforeTheOneThatIsMissing() throws {
    let answer = try Stage().control(.post, "orders", #"{"evnt": "3F005105D843DFA3"}"#)
    #expect(try paths(answer) == ["/evnt", "/event"])
    let several = try Stage().control(.post, "reset", #"{"part": ["state"], "all": true}"#)
    #expect(try paths(several) == ["/part", "/all"])
  }

  @Test func veryManyFaultsAreCounted() throws {
    let members = (0..<50).map { "\"x\($0)\": 0" }.joined(separator: ", ")
    let answer = try Stage().control(.post, "reset", "{\(members)}")
    #expect(try paths(answer).count == 20)
    #expect(try answer.integer("/more") == 30)
    let scenario = try Stage().control(.put, "scenarios", #"{"active": [{"name": "a", \#(members)}]}"#)
    #expect(try paths(scenario).count == 20)
    #expect(try answer.integer("/more") == 30)
  }

  @Test func allPartsOfAFixtureAreTold() throws {
    let body = """
      {"id": "3F00EA0000000001", "code": "E 1", "hoost": "PHX", "name": 7, "curency": "USD",
       "schedule": {"startsAfterDays": 1, "time": "7 pm", "onsaleAfterDays": 0}, "captcha": "no"}
      """
    let answer = try Stage().control(.put, "events/3F00EA0000000001", body)
    answer.expectError(422, path: "/hoost")
    let told = try paths(answer)
    for path in ["/hoost", "/curency", "/code", "/host", "/name", "/venue", "/schedule/time", "/currency", "/captcha"] {
      #expect(told.contains(path), "\(path) is not in \(told)")
    }
    #expect(told.prefix(2) == ["/hoost", "/curency"])
    #expect(Set(told).count == told.count)
  }

  @Test func allRowsAndPricesOfAFixtureAreTold() throws {
    let body = BundledCatalogue.event().replacing(
      #""rows": [{ "rows""#,
      with: #""rows": [{"rows": ["A"], "first": 0, "last": 3}, {"rowz": ["B"], "first": 1, "last": "x"}, { "rows""#)
    let answer = try Stage().control(.put, "events/3F00000000000001", body)
    answer.expectError(422, path: "/seating/0/rows/1/rowz")
    #expect(
      try paths(answer) == [
        "/seating/0/rows/1/rowz", "/seating/0/rows/0/first", "/seating/0/rows/1/rows", "/seating/0/rows/1/last",
      ])
    let meant = try found(answer).first?.hasSuffix("(did you mean \"rows\"?)")
    #expect(meant == true)
  }

  /// Bodies with several faults, some of them nested, and all that must be said about each.
  static let bodies: [(method: HTTPRequest.Method, path: String, body: String, paths: [String])] = [
    (
      .post, "verify",
      """
      {"operation": "cart.comit", "where": {"statuz": 200, "status": "x", "outcome": "lost?", "account": 1, "event": 2,
       "header": {"a b": "x", "Host": 1}, "body": {"no pointer": 1, "/ok": 1}}, "times": {"exactly": -1, "atleast": 1}}
      """,
      [
        "/where/statuz", "/times/atleast", "/operation", "/where/status", "/where/outcome", "/where/account",
        "/where/event", "/where/header/a b", "/where/header/Host", "/where/body/no pointer", "/times/exactly",
      ]
    ),
    (.post, "verify", #"{"times": {"exactly": 1, "atMost": 1}, "where": 1}"#, ["/times", "/where"]),
    (.post, "clock", #"{"advance": "5m", "rate": -1}"#, ["", "/advance", "/rate"]),
    (.post, "clock", #"{"advanse": "PT5M"}"#, ["/advanse"]),
    (.post, "reset", #"{"parts": ["stat", "clock", 1], "all": true}"#, ["/all", "/parts/0", "/parts/2"]),
    (
      .post, "orders", #"{"event": 1, "seats": [1, 1, "x"], "row": "", "account": "", "email": 1, "tickets": 0}"#,
      ["/section", "/event", "/seats/1", "/seats/2", "/row", "/account", "/email", "/tickets"]
    ),
    (
      .put, "members/jon/card",
      #"{"issuer": "JCB", "last_four": 1881, "expire_month": 13, "expire_year": 31, "has_funds": "yes", "lastFour": 1}"#,
      ["/lastFour", "/issuer", "/last_four", "/expire_month", "/expire_year", "/has_funds"]
    ),
    (
      .post, "gate/scan", #"{"pay": "1", "at": "now", "gate": "", "rescan": 1}"#,
      ["/pay", "/payload", "/at", "/gate", "/rescan"]
    ),
    (.post, "waivers", #"{"rules": ["no", 1, "user-id-matches"], "reason": ""}"#, ["/rules/0", "/rules/1", "/reason"]),
    (
      .post, "faults",
      #"{"when": {"operation": "cart.pay", "calls": {"frist": 1}}, "then": {"error": "x", "delay": {}}}"#,
      ["/when/calls/frist", "/when/operation", "/then/error", "/then/delay"]
    ),
  ]

  @Test(arguments: bodies.indices)
  func allFaultsOfABodyAreTold(index: Int) throws {
    let (method, path, body, expected) = Self.bodies[index]
    let answer = try Stage().control(method, path, body)
    answer.expectError(422, path: expected[0])
    #expect(try paths(answer) == expected)
  }

  @Test(arguments: [
    ("name: x\nrules: []\n", "this looks like YAML, but JSON is expected"),
    ("{\"when\": {}, // all\n}", "JSON has no comments"),
    ("{\"when\": {},}", "there is a comma before \"}\", which JSON does not allow"),
  ])
  func whatIsNoJSONIsCalledWhatItIs(body: String, words: String) throws {
    let answer = try Stage().control(.post, "faults", body)
    #expect(answer.status == 400)
    let isSaid = try answer.string("/error/found").contains(words)
    #expect(isSaid, "\(answer.text)")
  }

  @Test func eventsThatAreNotThereAreWarnedOf() throws {
    let stage = try Stage()
    let rule = #"{"operation": "cart.reserve", "event": "3F005105D843DFA4"}"#
    let scenario = #"{"name": "a", "rules": [{"name": "r", "when": \#(rule), "then": {"error": "niterun"}}]}"#
    let put = try stage.control(.put, "scenarios", #"{"active": [\#(scenario)]}"#)
    #expect(put.status == 200)
    let words = "event 3F005105D843DFA4, which does not exist (did you mean 3F005105D843DFA3?)."
    #expect(try put.strings("/warnings") == ["The scenario a names \(words)"])
    let fault = try stage.control(.post, "faults", #"{"when": \#(rule), "then": {"error": "niterun"}}"#)
    #expect(try fault.strings("/warnings") == ["The fault names \(words)"])
    let known = try stage.control(
      .put, "scenarios", #"{"active": [\#(scenario.replacing("3F005105D843DFA4", with: "3F005105D843DFA3"))]}"#)
    #expect(known.status == 200 && known.json?["warnings"] == nil)
  }

  @Test(arguments: [
    ("sandboxez", "sandboxes"), ("order/39-1/PHX", "orders"), ("scenario", "scenarios"),
  ])
  func nearestPath(path: String, meant: String) throws {
    let answer = try Stage().control(.get, path)
    #expect(answer.status == 404)
    let isMeant = try answer.string("/error/found").hasSuffix("(did you mean \"\(meant)\"?)")
    #expect(isMeant, "\(answer.text)")
  }

  @Test func nearestOperationOutcomePartAndEvent() throws {
    let stage = try Stage()
    let operation = try stage.control(.get, "requests?operation=cart.reserv")
    operation.expectError(400, path: "?operation", found: "cart.reserv (did you mean \"cart.reserve\"?)")
    let outcome = try stage.control(.get, "requests?outcome=answerd")
    outcome.expectError(400, path: "?outcome", found: "answerd (did you mean \"answered\"?)")
    let part = try stage.control(.post, "reset", #"{"parts": ["stat"]}"#)
    part.expectError(422, path: "/parts/0", found: "\"stat\" (did you mean \"state\"?)")
    let event = try stage.control(.post, "orders", #"{"event": "3F005105D843DFA4", "account": "1"}"#)
    event.expectError(422, path: "/event", found: "\"3F005105D843DFA4\" (did you mean \"3F005105D843DFA3\"?)")
    let verify = try stage.control(.post, "verify", #"{"operation": "cart.comit"}"#)
    verify.expectError(422, path: "/operation", found: "\"cart.comit\" (did you mean \"cart.commit\"?)")
    let asked = try stage.ask(.get, "/partners/v1/events/3F005105D843DFA4/availability")
    #expect(asked.header("X-Willcall-Diagnosis")?.contains("Did you mean 3F005105D843DFA3?") == true)
    let named = try stage.ask(
      .get, "/partners/v1/events", headers: ["Host": "localhost", "X-Willcall-Scenario": "captcah"])
    #expect(named.header("X-Willcall-Diagnosis")?.contains("did you mean captcha?") == true)
  }
}
