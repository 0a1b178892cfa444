import JSONText
import Testing

@testable import Ledger

@Suite struct ReportJSONTests {
  @Test func shapeAndOrder() {
    let report = Report(
      version: 3, verdict: .notReady, sandboxes: 2,
      steps: [
        ReportSamples.step(request: "r1", "availability", 2), ReportSamples.step(request: nil, "cart.reserve", 0),
      ],
      rules: [
        ReportSamples.rule(
          "captcha-once", .warning, .broken, count: 3,
          remarks: [ReportSamples.remark(4), ReportSamples.remark(nil, waived: "why \"not\"")]),
        ReportSamples.rule("present-form", .advice, .notExercised),
      ],
      lostCommits: [Report.LostCommit(sandbox: "a", request: "r2", outcome: .askedAgain)],
      unusedWaivers: [Report.Waiver(rule: "present-form", reason: "old")], cautions: ["One event."])
    let remark = """
      "time":"2026-12-01T18:00:00.120Z","received":"x-user-id 999, but the order's account is 12313131"
      """
    let expected = """
      {"version":3,"verdict":"not ready","sandboxes":2,"steps":[\
      {"step":"availability","request":"r1","count":2,"required":true},\
      {"step":"cart.reserve","request":null,"count":0,"required":true}],"rules":[\
      {"id":"captcha-once","severity":"warning","state":"broken","count":3,"sentence":"The captcha-once sentence.",\
      "fix":"Mend captcha-once.","source":"S notes","remarks":[\
      {"sandbox":"checkout","request":"r4",\(remark),"waived":null},\
      {"sandbox":"checkout","request":null,\(remark),"waived":"why \\"not\\""}],"dropped":2},\
      {"id":"present-form","severity":"advice","state":"not-exercised","count":0,\
      "sentence":"The present-form sentence.","fix":"Mend present-form.","source":"S notes","remarks":[],"dropped":0}],\
      "lostCommits":[{"sandbox":"a","request":"r2","outcome":"asked again"}],\
      "unusedWaivers":[{"rule":"present-form","reason":"old"}],"cautions":["One event."]}

      """
    #expect(ReportFormat.json.text(of: report) == expected)
  }

  @Test(arguments: [
    ReportSamples.ready, ReportSamples.incomplete, ReportSamples.notReady,
    ReportSamples.hostile("\u{0}\u{1B}\"\\\r\n\u{2028}<&>é漢😀"), ReportSamples.hostile(""),
  ])
  func readsBackWhatItWrote(report: Report) throws {
    let text = ReportFormat.json.text(of: report)
    let read = try Report(json: Array(text.utf8))
    #expect(read == report)
  }

  @Test func passesOverWhatItDoesNotKnow() throws {
    let text = ReportFormat.json.text(of: ReportSamples.ready)
    let newer = "{\"gate\":{\"admitted\":3}," + text.dropFirst()
    #expect(try Report(json: Array(newer.utf8)) == ReportSamples.ready)
  }

  @Test func readsWhatTheFirstShapeHad() throws {
    let text = """
      {"version":1,"verdict":"ready","sandboxes":1,"steps":[],"rules":[],"lostCommits":[]}
      """
    let expected = Report(version: 1, verdict: .ready, sandboxes: 1, steps: [], rules: [])
    #expect(try Report(json: Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    ("\"verdict\":\"not ready\"", "\"verdict\":\"fine\"", "/verdict"),
    ("\"sandboxes\":1", "\"sandboxes\":-1", "/sandboxes"),
    ("\"version\":1", "\"version\":\"1\"", "/version"),
    ("\"severity\":\"advice\"", "\"severity\":\"fatal\"", "/rules/0/severity"),
    ("\"state\":\"broken\"", "\"state\":\"lost\"", "/rules/0/state"),
    ("\"outcome\":\"bought twice\"", "\"outcome\":7", "/lostCommits/0/outcome"),
    ("\"rules\":[", "\"laws\":[", "/rules"),
    ("\"request\":\"r3\"", "\"request\":3", "/rules/0/remarks/0/request"),
    ("\"required\":true", "\"required\":1", "/steps/0/required"),
  ])
  func refusesWhatIsNoReport(good: String, bad: String, path: String) throws {
    let text = ReportFormat.json.text(of: ReportSamples.notReady)
    let range = try #require(text.firstRange(of: good))
    let broken = text.replacingCharacters(in: range, with: bad)
    let error = #expect(throws: JSONMismatch.self) { try Report(json: Array(broken.utf8)) }
    #expect(error?.path == path)
  }

  @Test func refusesWhatIsNotJSON() {
    #expect(throws: JSONSyntaxError.self) { try Report(json: Array("Ready".utf8)) }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
