import Determinism
import JSONText
import Scenarios
import Testing

@Suite struct ScenarioReaderTests {
  private static let badFolders = ["bad", "bad-beyond-schema"]

  private static func errors(_ text: String) -> [ScenarioError] {
    errors(Array(text.utf8), file: "x.json")
  }

  private static func errors(_ bytes: [UInt8], file: String) -> [ScenarioError] {
    do throws(ScenarioErrors) {
      _ = try ScenarioReader.read(bytes, file: file, vocabulary: Sample.vocabulary)
      return []
    } catch {
      return error.errors
    }
  }

  /// The lines of `Data/errors.txt` by the file that they are about.
  private static func expectedLines() throws -> [String: [String]] {
    let lines = try TestFiles.text(of: "\(TestFiles.data)/errors.txt").split(separator: "\n").map(String.init)
    return Dictionary(grouping: lines) { String($0.prefix { $0 != ":" }) }
  }

  @Test(
    arguments: badFolders.flatMap { folder in
      TestFiles.names(in: "\(TestFiles.data)/\(folder)").map { "\(folder)/\($0)" }
    })
  func eachFlawIsToldInOneSentence(file: String) throws {
    let bytes = try TestFiles.contents(of: "\(TestFiles.data)/\(file)")
    let expected = try #require(Self.expectedLines()[file])
    #expect(Self.errors(bytes, file: file).map(\.description) == expected)
  }

  @Test func everyExpectationHasItsFile() throws {
    let files = Self.badFolders.flatMap { folder in
      TestFiles.names(in: "\(TestFiles.data)/\(folder)").map { "\(folder)/\($0)" }
    }
    #expect(try Self.expectedLines().keys.sorted() == files.sorted())
    #expect(files.count > 200)
  }

  @Test(arguments: TestFiles.names(in: "\(TestFiles.data)/good"))
  func goodFilesAreRead(file: String) throws {
    let bytes = try TestFiles.contents(of: "\(TestFiles.data)/good/\(file)")
    let scenario = try ScenarioReader.read(bytes, file: file, vocabulary: Sample.vocabulary)
    // What is kept as its source is the same scenario again.
    #expect(try ScenarioReader.read(scenario.source, file: file, vocabulary: Sample.vocabulary) == scenario)
  }

  @Test func theGoodFilesAreThere() {
    #expect(TestFiles.names(in: "\(TestFiles.data)/good").count > 40)
  }

  @Test func everythingIsToldAtOnceInTheOrderOfTheText() {
    let errors = Self.errors(
      """
      {
        "nmae": "x",
        "clock": { "rate": -1, "start": "tomorrow" },
        "events": {
          "*": { "hold": { "reserveSeconds": "60" }, "captcha": 1 }
        },
        "rules": [
          { "name": "a", "when": { "operation": "cart.resreve" }, "then": { "error": "niterum" } },
          { "name": "a", "when": { "operation": "cart.commit", "probability": 2 },
            "then": { "delay": { "milliseconds": -5 } } }
        ],
        "quota": {}
      }
      """)
    #expect(
      errors.map { "\($0.line) \($0.path) \($0.suggestion ?? "-")" } == [
        "1 /name -", "2 /nmae name", "3 /clock/rate -", "3 /clock/start -", "5 /events/*/hold/reserveSeconds -",
        "5 /events/*/captcha -", "8 /rules/0/when/operation cart.reserve", "8 /rules/0/then/error niterun",
        "9 /rules/1/name -", "9 /rules/1/when/probability -", "10 /rules/1/then/delay/milliseconds -",
        "12 /quota/perHour -",
      ])
  }

  @Test func anErrorCarriesItsFactsApart() throws {
    let error = try #require(Self.errors("{\n \"name\": \"x\",\n \"crads\": 1\n}").first)
    #expect(
      error
        == ScenarioError(
          file: "x.json", line: 3, path: "/crads",
          expected:
            #""$schema", "name", "description", "clock", "events", "cards", "quota" or "rules""#,
          found: #"unknown key "crads""#, suggestion: "cards"))
  }

  @Test func severalErrorsAreALineEach() throws {
    let error = ScenarioErrors(Self.errors(#"{"name": "X", "cards": 1}"#))
    #expect(
      error.description == """
        x.json:1: /name: expected 1 to 64 lower-case letters, digits and hyphens, not a hyphen first, found "X"
        x.json:1: /cards: expected "encrypted-only", found 1
        """)
  }

  @Test func atMostAHundredErrorsAreTold() {
    let rules = Array(repeating: "7", count: 250).joined(separator: ",")
    let errors = Self.errors(#"{"name": "x", "rules": [\#(rules)]}"#)
    #expect(errors.count == 100)
    #expect(errors.last?.path == "/rules/99")
  }

  @Test(arguments: [
    ("", 1, "strict JSON", "the text is empty"),
    (
      "{\n\"name\": \"x\",}", 2, "a key in quotation marks",
      "\"}\"; there is a comma before \"}\", which JSON does not allow"
    ),
    ("{\"name\": \"x\"", 1, "\",\" or \"}\"", "the end of the text"),
    ("{} {}", 1, "strict JSON", "something follows the value"),
    ("{\"name\": \"x\"\n// a comment\n}", 2, "\",\" or \"}\"", "\"/\"; JSON has no comments"),
  ])
  func whatIsNotJSONIsToldByItsFirstFlaw(text: String, line: Int, expected: String, found: String) {
    #expect(
      Self.errors(text) == [ScenarioError(file: "x.json", line: line, path: "", expected: expected, found: found)])
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    #expect(
      Self.errors([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], file: "x").map(\.found) == ["the bytes are not UTF-8"])
  }

  @Test func controlCharactersOfAKeyDoNotReachTheTerminal() {
    let found = Self.errors(#"{"name": "x", "a\u001b[2J\nb": 1}"#).map(\.found)
    #expect(found == [#"unknown key "a\u001b[2J\nb""#])
  }

  @Test func anInlineScenarioIsReadWhereItStands() throws {
    let body = try Sample.json("{\n\"active\": [\"polling\",\n{\"name\": \"mine\", \"cards\": \"none\"}]\n}")
    let inline = try #require(body.value(at: "/active/1"))
    let error = #expect(throws: ScenarioErrors.self) {
      try ScenarioReader.read(inline, file: "body", vocabulary: Sample.vocabulary)
    }
    #expect(error?.errors.map(\.description) == [#"body:3: /active/1/cards: expected "encrypted-only", found "none""#])
  }

  @Test func aOneOffRuleIsRead() throws {
    let rule = try Sample.fault(when: #""operation": "cart.payment""#, then: #""error": "no-funds""#, times: 3)
    #expect(rule.condition == Condition(operations: .named(["cart.payment"])))
    #expect(rule.outcome == .error("no-funds"))
    #expect(rule.times == 3)
    #expect(String(decoding: rule.when, as: UTF8.self) == #"{"operation":"cart.payment"}"#)
    #expect(String(decoding: rule.then, as: UTF8.self) == #"{"error":"no-funds"}"#)
  }

  @Test func aOneOffRuleFiresOnceUnlessItSaysOtherwise() throws {
    let body = try Sample.json(#"{"when": {"operation": "*"}, "then": {"fault": "hang"}}"#)
    #expect(try ScenarioReader.oneOffRule(body, file: "body", vocabulary: Sample.vocabulary).times == 1)
  }

  @Test(arguments: [
    (#"{"when": {"operation": "*"}}"#, ["/then"]),
    (#"{"then": {"fault": "hang"}, "times": 0, "name": "x"}"#, ["/when", "/times", "/name"]),
    (#"{"when": {"operation": "availability"}, "then": {"token": "missing"}}"#, ["/when/operation"]),
    (#"{"when": {"operation": "*"}, "then": {"fault": "hang"}, "times": 1000001}"#, ["/times"]),
    (#"[]"#, [""]),
  ])
  func flawsOfAOneOffRuleAreTold(text: String, paths: [String]) throws {
    let body = try Sample.json(text)
    let error = #expect(throws: ScenarioErrors.self) {
      try ScenarioReader.oneOffRule(body, file: "body", vocabulary: Sample.vocabulary)
    }
    #expect(error?.errors.map(\.path) == paths)
  }
}
