import JSONText
import Testing

/// `willcall exec` judges what its command did: the report, its forms, and the status of `--strict`.
@Suite(.timeLimit(.minutes(5)), .enabled(if: Tool.isThere("curl")))
struct JudgementTests {
  /// Secure Render without `x-user-id`: a violation of `user-id-matches`, and of nothing else.
  static let violation = """
    curl -s -o /dev/null "$WILLCALL_URL/marketplace/v1/securerender?apikey=$WILLCALL_APIKEY" \
    -H 'Content-Type: application/json' -d '{"deviceId":"d-1","deviceType":"WEB","deviceOs":"OTHER","tickets":[{
    "eventId":"3F005237E5CB39EA","section":"G","row":"17","seat":"1","barcode":"964537283421"}]}'
    """
  /// A body that says that it is a form: a warning.
  static let warning = """
    curl -s -o /dev/null "$WILLCALL_URL/partners/v1/events/3F005105D843DFA3/cart?apikey=$WILLCALL_APIKEY" \
    -d '{"reserve":{"tickets":[{"id":"000000000001"}]}}'
    """
  static let clean = #""$0" walkthrough --url "$WILLCALL_URL" >/dev/null"#

  private func run(
    _ script: String, _ options: [String] = [], environment: [String: String] = [:]
  ) throws -> Command {
    try Command.run(
      ["exec", "--start-time", "2026-12-01T18:00:00Z"] + options + ["--", "sh", "-c", script, Binary.path],
      environment: environment)
  }

  /// What a run is, how strictly it is judged, and what comes of it.
  struct Trial: Sendable, CustomTestStringConvertible {
    var script: String
    var options: [String]
    var status: Int32
    /// The first line of the report; `nil`: there is none.
    var title: String?

    var testDescription: String { "\(options) \(status) \(title ?? "-")" }
  }

  static let trials = [
    Trial(script: violation, options: [], status: 0, title: "Not ready"),
    Trial(script: violation, options: ["--strict"], status: 88, title: "Not ready"),
    Trial(script: violation, options: ["--strict=warnings"], status: 88, title: "Not ready"),
    Trial(script: violation + "; exit 3", options: ["--strict"], status: 3, title: "Not ready"),
    Trial(script: violation, options: ["--strict", "--waive", "user-id-matches"], status: 0, title: "Incomplete"),
    Trial(script: violation, options: ["--waive", "present-form,user-id-matches"], status: 0, title: nil),
    Trial(script: warning, options: [], status: 0, title: "Incomplete"),
    Trial(script: warning, options: ["--strict"], status: 0, title: "Incomplete"),
    Trial(script: warning, options: ["--strict=warnings"], status: 88, title: "Not ready"),
    Trial(script: clean, options: [], status: 0, title: nil),
    Trial(script: clean, options: ["--strict=warnings"], status: 0, title: "Ready"),
    Trial(script: "exit 7", options: [], status: 7, title: nil),
    Trial(script: "true", options: ["--strict", "--no-control"], status: 0, title: "Incomplete"),
  ]

  @Test(arguments: trials)
  func theVerdictIsToldAndJudgesWhatSucceeded(trial: Trial) throws {
    let result = try run(trial.script, trial.options)
    #expect(result.status == trial.status, "\(result.errors)")
    #expect(result.output.isEmpty)
    let titles = result.errorLines.filter { ["Ready", "Incomplete", "Not ready"].contains($0) }
    #expect(titles == [trial.title].compactMap { $0 }, "\(result.errors)")
    #expect(!result.errors.contains("\u{1B}"), "no colours but on a terminal")
  }

  @Test func aRemarkSaysWhatCameAndHowToRepeatIt() throws {
    let errors = try run(Self.violation).errors
    #expect(errors.contains("user-id-matches"))
    #expect(errors.contains("'http://localhost:8490/marketplace/v1/securerender?apikey="))
  }

  @Test func filesAreWrittenInTheFormsOfTheirNames() throws {
    let folder = try TemporaryFolder()
    let names = ["willcall.xml", "r.html", "r.json", "r.txt", "r.md"]
    let options = names.flatMap { ["--report", folder.file($0)] }
    #expect(try run(Self.violation, options).status == 0)
    #expect(try folder.names().sorted() == names.sorted())
    let starts = ["<?xml", "<!doctype html>", "{\"version\":1,\"verdict\":\"not ready\"", "Not ready\n", "## WillCall"]
    for (name, start) in zip(names, starts) {
      let text = try folder.text(name)
      #expect(text.lowercased().hasPrefix(start.lowercased()), "\(name): \(text.prefix(80))")
      #expect(text.contains("user-id-matches"), "\(name)")
    }
    #expect(try folder.text("willcall.xml").contains("<failure"))
    // What was there goes.
    #expect(try run("true", ["--report", folder.file("r.txt")]).status == 0)
    #expect(try folder.text("r.txt").hasPrefix("Incomplete\n"))
  }

  @Test func aReportThatCannotBeWrittenFailsARunThatSucceeded() throws {
    let file = "/no/such/folder/willcall.xml"
    for (script, status) in [("true", Int32(1)), ("exit 5", 5)] {
      let result = try run(script, ["--report", file])
      #expect(result.status == status)
      #expect(result.errors.contains("willcall: cannot write the report \(file): "))
    }
  }

  @Test(arguments: [
    (["--waive", "user-id-match"], "did you mean user-id-matches?"), (["--waive", "bogus"], "key-in-its-place."),
    (["--report", "willcall.pdf"], "\"willcall.pdf\""), (["--strict=errors"], "\"errors\""),
  ])
  func badUsageIsRefusedByName(options: [String], named: String) throws {
    let result = try run("echo never", options)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(named), "\(result.errors)")
  }

  @Test func onGitHubItIsAnnotatedAndSummedUp() throws {
    let folder = try TemporaryFolder()
    try folder.write("before\n", to: "summary")
    let environment = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": folder.file("summary")]
    let result = try run(Self.violation, environment: environment)
    #expect(result.errorLines.contains { $0.hasPrefix("::error title=violation user-id-matches::") })
    let summary = try folder.text("summary")
    #expect(summary.hasPrefix("before\n## WillCall: not ready\n"), "\(summary)")
    let quiet = try run(Self.clean, environment: environment)
    #expect(!quiet.errors.contains("::"))
  }

  @Test func aServerHoldsNoClientToAWaivedRule() throws {
    let app = try RunningServer(["--waive", "user-id-matches"]).partner()
    let answer = try app.get("/__willcall/waivers").expecting(200)
    #expect(try answer.value("/waivers/0/rule") == "user-id-matches")
    #expect(try answer.value("/waivers/0/reason") == "--waive")
  }
}
