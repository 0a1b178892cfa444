/// Writes a report for a terminal of 80 columns: the verdict, what is broken and how to fix it, then the rest.
struct ReportText {
  /// How many remarks per rule are shown; the other formats show all that are kept.
  static let shownRemarks = 3

  private let report: Report
  private let details: ReportDetails
  private let summary: ReportSummary
  private var layout: TextLayout

  static func text(of report: Report, details: ReportDetails) -> String {
    var form = ReportText(report, details)
    form.write()
    return form.layout.text
  }

  private init(_ report: Report, _ details: ReportDetails) {
    self.report = report.printable
    self.details = details
    summary = ReportSummary(self.report)
    layout = TextLayout(hasColours: details.hasColours)
  }

  private mutating func write() {
    writeVerdict()
    for rule in summary.broken { write(rule) }
    writeSteps()
    writeRules()
    writeLostCommits()
    writeWaivers()
    writeCautions()
  }

  private mutating func writeVerdict() {
    let style: TextLayout.Style =
      switch report.verdict {
      case .ready: .green
      case .incomplete: .yellow
      case .notReady: .red
      }
    layout.paragraph(summary.title, style: style)
    layout.paragraph(summary.sentence)
    let cautions = report.cautions.count
    if cautions > 0 {
      layout.paragraph(
        "It proves little: see the \(cautions == 1 ? "caution" : "\(cautions) cautions") at the end.", style: .yellow)
    }
  }

  private mutating func write(_ rule: Report.RuleFinding) {
    heading("\(rule.severity.rawValue) \(rule.id), \(ReportSummary.times(rule.count))", rule.severity.style)
    layout.paragraph(rule.sentence, indent: 2)
    layout.paragraph("To fix it: \(rule.fix)", indent: 2, hanging: 2)
    layout.paragraph("Source: \(rule.source)", indent: 2, hanging: 2, style: .dim)
    let shown = rule.openRemarks.prefix(Self.shownRemarks)
    for remark in shown { write(remark) }
    if rule.count > shown.count {
      layout.paragraph("\(rule.count - shown.count) more not shown here.", indent: 2, style: .dim)
    }
  }

  private mutating func write(_ remark: Report.Remark) {
    layout.paragraph("- \(remark.received)", indent: 2, hanging: 2)
    layout.paragraph(remark.place, indent: 4, style: .dim)
    guard let request = remark.request, let command = details.curl(remark.sandbox, request) else { return }
    for line in ShellLines.lines(of: command, width: layout.width - 4) { layout.line(line, indent: 4) }
  }

  private mutating func writeSteps() {
    heading("Steps")
    let wide = report.steps.map { TextLayout.columns($0.step) }.max() ?? 0
    for step in report.steps {
      let name = step.step + String(repeating: " ", count: wide - TextLayout.columns(step.step) + 2)
      var words = step.count > 0 ? ReportSummary.times(step.count) : "not seen"
      if let request = step.request { words += ", first in request \(request)" }
      if !step.required { words += ", not required" }
      let style: TextLayout.Style? = step.count > 0 ? nil : .yellow
      if TextLayout.columns(name + words) <= layout.width - 2 {
        layout.line(layout.styled(name + words, style), indent: 2)
      } else {
        layout.paragraph("\(step.step): \(words)", indent: 2, hanging: 2, style: style)
      }
    }
  }

  private mutating func writeRules() {
    heading("Rules")
    let sandboxes = ReportSummary.counted(report.sandboxes, "sandbox", "sandboxes")
    layout.paragraph("\(summary.states); version \(report.version) of the rules, \(sandboxes).", indent: 2)
    let idle = report.rules.filter { $0.state == .notExercised }.map(\.id)
    if !idle.isEmpty {
      layout.paragraph("Not exercised: \(idle.joined(separator: ", ")).", indent: 2, hanging: 2)
    }
  }

  private mutating func writeLostCommits() {
    guard !report.lostCommits.isEmpty else { return }
    heading("Lost commits")
    for commit in report.lostCommits {
      layout.paragraph(
        "- Request \(commit.request) of sandbox \(commit.sandbox), \(commit.outcome.rawValue): "
          + commit.outcome.sentence, indent: 2, hanging: 2,
        style: commit.outcome == .boughtTwice ? .red : nil)
    }
  }

  private mutating func writeWaivers() {
    if !summary.waived.isEmpty {
      heading("Waived")
      for rule in summary.waived {
        var told: Set<String> = []
        for remark in rule.remarks {
          guard let reason = remark.waived, told.insert(reason).inserted else { continue }
          layout.paragraph("- \(rule.id), because: \(reason)", indent: 2, hanging: 2)
          layout.paragraph(remark.received, indent: 4)
          layout.paragraph(remark.place, indent: 4, style: .dim)
        }
      }
    }
    guard !report.unusedWaivers.isEmpty else { return }
    heading("Waivers that nothing used; remove them")
    for waiver in report.unusedWaivers {
      layout.paragraph("- \(waiver.rule), because: \(waiver.reason)", indent: 2, hanging: 2)
    }
  }

  private mutating func writeCautions() {
    guard !report.cautions.isEmpty else { return }
    heading(report.cautions.count == 1 ? "Caution" : "Cautions", .yellow)
    for caution in report.cautions { layout.paragraph("- \(caution)", indent: 2, hanging: 2) }
  }

  private mutating func heading(_ words: String, _ style: TextLayout.Style = .bold) {
    layout.blank()
    layout.paragraph(words, style: style)
  }
}

extension Report.Severity {
  fileprivate var style: TextLayout.Style {
    switch self {
    case .violation: .red
    case .warning: .yellow
    case .advice: .cyan
    }
  }
}
