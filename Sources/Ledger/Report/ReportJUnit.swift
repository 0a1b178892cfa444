import Determinism

/// Writes a report as JUnit XML: one suite, with one test case per rule.
///
/// There is no single schema. This follows Jenkins' (`junit-10.xsd`) and includes what GitLab and the readers on
/// GitHub's marketplace look at: `classname`, `name` and `time` of each case, and the counts of the suite.
enum ReportJUnit {
  static func text(of original: Report, details: ReportDetails) -> String {
    let report = original.printable
    let summary = ReportSummary(report)
    let failed = report.rules.count { isFailure($0, details) }
    let skipped = report.rules.count { $0.state == .waived || $0.state == .notExercised }
    let time = seconds(details.duration)
    let counts = "tests=\"\(report.rules.count)\" failures=\"\(failed)\" errors=\"0\""

    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites name=\"willcall\" \(counts) time=\"\(time)\">\n"
    xml += "  <testsuite name=\"willcall\" \(counts) skipped=\"\(skipped)\" time=\"\(time)\"\(timestamp(details))>\n"
    xml += "    <properties>\n"
    for (name, value) in [
      ("verdict", report.verdict.rawValue), ("rules", String(report.version)), ("sandboxes", String(report.sandboxes)),
    ] {
      xml += "      <property name=\"\(name)\" value=\"\(MarkupText.escape(value))\"/>\n"
    }
    xml += "    </properties>\n"
    for rule in report.rules { xml += testCase(rule, details) }
    let rest = [summary.title + ". " + summary.sentence] + report.cautions + others(report)
    xml += "    <system-out>\(lines(rest))</system-out>\n"
    xml += "  </testsuite>\n</testsuites>\n"
    return xml
  }

  private static func isFailure(_ rule: Report.RuleFinding, _ details: ReportDetails) -> Bool {
    guard rule.state == .broken else { return false }
    return rule.severity == .violation || (rule.severity == .warning && details.failsOnWarnings)
  }

  private static func testCase(_ rule: Report.RuleFinding, _ details: ReportDetails) -> String {
    var parts: [String] = []
    // If there are several, readers take only the first.
    var output: [String] = []
    switch rule.state {
    case .broken where isFailure(rule, details):
      let message = "\(rule.sentence) Broken \(ReportSummary.times(rule.count))."
      parts.append(
        "<failure message=\"\(MarkupText.escape(message))\" type=\"\(rule.severity.rawValue)\">"
          + "\(lines(finding(rule)))</failure>")
    case .broken:
      output = ["\(rule.severity.rawValue), broken \(ReportSummary.times(rule.count))"] + finding(rule)
    case .waived:
      let reasons = rule.remarks.compactMap(\.waived)
      let message = reasons.first.map { "waived: \($0)" } ?? "waived"
      parts.append("<skipped message=\"\(MarkupText.escape(message))\"/>")
    case .notExercised: parts.append("<skipped message=\"not exercised\"/>")
    case .kept: break
    }
    for remark in rule.remarks {
      guard let reason = remark.waived else { continue }
      output.append("- waived (\(reason)): \(remark.received) (\(remark.place))")
    }
    if !output.isEmpty { parts.append("<system-out>\(lines(output))</system-out>") }
    let head = "    <testcase classname=\"willcall.ledger\" name=\"\(MarkupText.escape(rule.id))\" time=\"0.000\""
    guard !parts.isEmpty else { return head + "/>\n" }
    return head + ">\n" + parts.map { "      \($0)\n" }.joined() + "    </testcase>\n"
  }

  /// The text of a failure.
  private static func finding(_ rule: Report.RuleFinding) -> [String] {
    var lines = [rule.sentence, "To fix it: \(rule.fix)", "Source: \(rule.source)"]
    for remark in rule.openRemarks { lines.append("- \(remark.received) (\(remark.place))") }
    if rule.droppedRemarks > 0 { lines.append("- \(rule.droppedRemarks) more, whose facts were not kept") }
    return lines
  }

  /// Lost commits and unused waivers, which belong to no particular rule.
  private static func others(_ report: Report) -> [String] {
    report.lostCommits.map { commit in
      "Lost commit, request \(commit.request) of sandbox \(commit.sandbox), \(commit.outcome.rawValue): "
        + commit.outcome.sentence
    }
      + report.unusedWaivers.map { waiver in
        "Nothing used the waiver of \(waiver.rule), because: \(waiver.reason)"
      }
  }

  private static func lines(_ lines: [String]) -> String {
    lines.map(MarkupText.escape).joined(separator: "\n")
  }

  private static func seconds(_ duration: Duration) -> String {
    let parts = max(duration, .zero).components
    let thousandths = String(1_000 + parts.attoseconds / 1_000_000_000_000_000).dropFirst()
    return "\(parts.seconds).\(thousandths)"
  }

  /// A time in UTC without a zone, because the schemas allow none.
  private static func timestamp(_ details: ReportDetails) -> String {
    guard let drawnAt = details.drawnAt else { return "" }
    return " timestamp=\"\(drawnAt.rfc3339.prefix(19))\""
  }
}
