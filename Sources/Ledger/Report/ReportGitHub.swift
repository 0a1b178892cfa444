/// Writes a report as workflow commands of GitHub Actions, which annotate a run.
///
/// GitHub shows ten errors and ten warnings per step and silently drops the rest. So each rule takes one line,
/// violations are errors, and warnings come before advice.
enum ReportGitHub {
  /// The maximum number of lines of each kind.
  static let limit = 10

  static func text(of original: Report) -> String {
    let report = original.printable
    let summary = ReportSummary(report)
    let errors = summary.broken.filter { $0.severity == .violation }
    let warnings = summary.broken.filter { $0.severity != .violation }
    var text = ""
    for rule in errors.prefix(limit) { text += annotation("error", rule) }
    for rule in warnings.prefix(limit) { text += annotation("warning", rule) }
    let dropped = max(0, errors.count - limit) + max(0, warnings.count - limit)
    if dropped > 0 { text += "\(dropped) more broken \(dropped == 1 ? "rule is" : "rules are") in the report.\n" }
    return text + PrintableText.disarm("WillCall: \(summary.title). \(summary.sentence)") + "\n"
  }

  private static func annotation(_ command: String, _ rule: Report.RuleFinding) -> String {
    var lines = [rule.sentence]
    if let remark = rule.openRemarks.first {
      lines.append("\(remark.received) (\(remark.place))")
      if rule.count > 1 { lines.append("\(rule.count - 1) more.") }
    }
    lines.append("To fix it: \(rule.fix)")
    let title = "\(rule.severity.rawValue) \(rule.id)"
    return "::\(command) title=\(WorkflowCommand.property(title))::\(WorkflowCommand.message(lines))\n"
  }
}
