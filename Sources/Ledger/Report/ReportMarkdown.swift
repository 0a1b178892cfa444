import Determinism

/// Writes the whole report as Markdown, for the summary of a GitHub Actions job.
///
/// What clients sent is written in code spans.
struct ReportMarkdown {
  private let report: Report
  private let summary: ReportSummary
  private var text = ""

  static func text(of report: Report, details: ReportDetails) -> String {
    var form = ReportMarkdown(report)
    form.write(drawnAt: details.drawnAt)
    return form.text
  }

  private init(_ report: Report) {
    self.report = report.printable
    summary = ReportSummary(self.report)
  }

  private mutating func write(drawnAt: Instant?) {
    line("## WillCall: \(summary.title.lowercased())")
    line(MarkdownText.escape(summary.sentence))
    for caution in report.cautions { line("**Caution:** \(MarkdownText.escape(caution))") }
    writeSteps()
    if !summary.broken.isEmpty { line("### Broken") }
    for rule in summary.broken {
      line("#### \(rule.severity.rawValue) \(MarkdownText.code(rule.id)), \(ReportSummary.times(rule.count))")
      write(rule, rule.openRemarks, dropped: rule.droppedRemarks)
    }
    writeLostCommits()
    writeWaivers()
    writeRules()
    let sandboxes = ReportSummary.counted(report.sandboxes, "sandbox", "sandboxes")
    let drawn = drawnAt.map { ", drawn at \($0.rfc3339)" } ?? ""
    line("Version \(report.version) of the rules, \(sandboxes)\(drawn).")
  }

  private mutating func writeSteps() {
    var rows = ["| step | seen | first request |", "|---|---|---|"]
    for step in report.steps {
      let seen = step.count > 0 ? ReportSummary.times(step.count) : "**not seen**"
      let name = MarkdownText.escape(step.step) + (step.required ? "" : " (not required)")
      rows.append("| \(name) | \(seen) | \(MarkdownText.escape(step.request ?? "")) |")
    }
    line(rows.joined(separator: "\n"))
  }

  private mutating func write(_ rule: Report.RuleFinding, _ remarks: [Report.Remark], dropped: Int) {
    line(MarkdownText.escape(rule.sentence))
    line("**To fix it:** \(MarkdownText.escape(rule.fix)) *Source: \(MarkdownText.escape(rule.source))*")
    var items = remarks.map { "- \(MarkdownText.code($0.received))\\\n  \(Self.place($0))" }
    if dropped > 0 { items.append("- \(dropped) more, whose facts were not kept") }
    if !items.isEmpty { line(items.joined(separator: "\n")) }
  }

  private mutating func writeLostCommits() {
    guard !report.lostCommits.isEmpty else { return }
    line("### Lost commits")
    let items = report.lostCommits.map { commit in
      "- request \(MarkdownText.code(commit.request)) of sandbox \(MarkdownText.code(commit.sandbox)), "
        + "**\(commit.outcome.rawValue)**: \(commit.outcome.sentence)"
    }
    line(items.joined(separator: "\n"))
  }

  private mutating func writeWaivers() {
    if !summary.waived.isEmpty {
      line("### Waived")
      let items = summary.waived.flatMap { rule in
        rule.remarks.filter { $0.waived != nil }.map { remark in
          "- \(MarkdownText.code(rule.id)), because \(MarkdownText.code(remark.waived ?? "")): "
            + "\(MarkdownText.code(remark.received))\\\n  \(Self.place(remark))"
        }
      }
      line(items.joined(separator: "\n"))
    }
    guard !report.unusedWaivers.isEmpty else { return }
    line("### Waivers that nothing used; remove them")
    let items = report.unusedWaivers.map { waiver in
      "- \(MarkdownText.code(waiver.rule)), because \(MarkdownText.code(waiver.reason))"
    }
    line(items.joined(separator: "\n"))
  }

  private mutating func writeRules() {
    line("### Rules")
    var rows = ["| rule | severity | state | times |", "|---|---|---|--:|"]
    for rule in report.rules {
      rows.append(
        "| \(MarkdownText.escape(rule.id)) | \(rule.severity.rawValue) | \(rule.state.words) | \(rule.count) |")
    }
    line("<details><summary>\(summary.states)</summary>\n\n\(rows.joined(separator: "\n"))\n\n</details>")
  }

  private static func place(_ remark: Report.Remark) -> String {
    let request = remark.request.map { "request \(MarkdownText.code($0)) of " } ?? ""
    return "\(MarkdownText.code(remark.time)), \(request)sandbox \(MarkdownText.code(remark.sandbox))"
  }

  /// Adds a block and the empty line that ends it.
  private mutating func line(_ block: String) {
    text += text.isEmpty ? block + "\n" : "\n" + block + "\n"
  }
}
