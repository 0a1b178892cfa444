import Testing

@testable import Ledger

@Suite struct ReportGitHubTests {
  @Test func worstFirst() {
    let received = "x-user-id 999, but the order's account is 12313131"
    let expected = """
      ::error title=violation user-id-matches::The user-id-matches sentence.%0A\(received) (2026-12-01T18:00:00.120Z, \
      request r4 of sandbox checkout)%0A11 more.%0ATo fix it: Mend user-id-matches.
      ::warning title=warning body-is-json::The body-is-json sentence.%0A\(received) (2026-12-01T18:00:00.120Z, \
      sandbox checkout)%0ATo fix it: Mend body-is-json.
      ::warning title=advice present-form::The present-form sentence.%0A\(received) (2026-12-01T18:00:00.120Z, \
      request r3 of sandbox checkout)%0ATo fix it: Mend present-form.
      WillCall: Not ready. Broken: 1 violation, 1 warning, 1 piece of advice. All 6 steps were seen.

      """
    #expect(ReportFormat.github.text(of: ReportSamples.notReady) == expected)
  }

  @Test(arguments: [
    (0, 0, 0, nil), (10, 10, 0, nil), (12, 3, 9, "4 more broken rules"), (11, 0, 0, "1 more broken rule is"),
  ])
  func atMostTenOfAKind(violations: Int, warnings: Int, advice: Int, more: String?) {
    var report = ReportSamples.ready
    report.rules =
      ReportSamples.broken(advice, .advice) + ReportSamples.broken(warnings, .warning)
      + ReportSamples.broken(violations, .violation)
    let lines = ReportFormat.github.text(of: report).split(separator: "\n")
    let shownWarnings = lines.filter { $0.hasPrefix("::warning ") }
    #expect(lines.count { $0.hasPrefix("::error ") } == min(10, violations))
    #expect(shownWarnings.count == min(10, warnings + advice))
    #expect(shownWarnings.prefix(warnings).allSatisfy { $0.contains("title=warning ") })
    #expect(lines.contains { $0.contains("more broken") } == (more != nil))
    if let more { #expect(lines.contains { $0.hasPrefix(more) }) }
  }
}
