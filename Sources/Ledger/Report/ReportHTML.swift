import Determinism

/// Writes a report as one HTML page without scripts or external resources.
///
/// A content security policy in the page allows only its own style sheet, in case something slips past the escaping.
struct ReportHTML {
  /// How many remarks per rule are shown unfolded.
  static let shownRemarks = 5

  private let report: Report
  private let summary: ReportSummary
  private var html = ""

  static func text(of report: Report, details: ReportDetails) -> String {
    var form = ReportHTML(report)
    form.write(details)
    return form.html
  }

  private init(_ report: Report) {
    self.report = report.printable
    summary = ReportSummary(self.report)
  }

  private mutating func write(_ details: ReportDetails) {
    let policy = "default-src 'none'; style-src '\(ReportStyle.hash)'; base-uri 'none'; form-action 'none'"
    html += """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(summary.title) – WillCall report</title>
      <style>\(ReportStyle.css)</style>
      </head>
      <body>

      """
    writeHeader(details)
    html += "<main>\n"
    writeCautions()
    writeSteps()
    writeRules()
    writeLostCommits()
    writeUnusedWaivers()
    html += "</main>\n</body>\n</html>\n"
  }

  private mutating func writeHeader(_ details: ReportDetails) {
    let sandboxes = ReportSummary.counted(report.sandboxes, "sandbox", "sandboxes")
    let drawn = details.drawnAt.map { ", drawn at \(Self.time($0.rfc3339))" } ?? ""
    html += """
      <header class="\(report.verdict.rawValue.replacingBlank)">
      <p class="name">WillCall report</p>
      <h1>\(summary.title)</h1>
      <p class="lead">\(Self.text(summary.sentence))</p>
      <p class="quiet">Version \(report.version) of the rules, \(sandboxes)\(drawn)</p>
      </header>

      """
  }

  private mutating func writeCautions() {
    guard !report.cautions.isEmpty else { return }
    section("cautions", report.cautions.count == 1 ? "Caution" : "Cautions")
    html += "<ul class=\"cautions\">\n"
    for caution in report.cautions { html += "<li>\(Self.text(caution))</li>\n" }
    html += "</ul>\n</section>\n"
  }

  private mutating func writeSteps() {
    section("steps", "Steps")
    html += "<ol class=\"steps\">\n"
    for step in report.steps where step.required {
      let first = step.request.map { "<span>first in \(Self.code($0))</span>" } ?? ""
      let seen = step.count > 0 ? ReportSummary.times(step.count) : "not seen"
      html += "<li class=\"\(step.count > 0 ? "seen" : "missing")\"><b>\(Self.text(step.step))</b>"
      html += "<span>\(seen)</span>\(first)</li>\n"
    }
    html += "</ol>\n"
    let others = report.steps.filter { !$0.required }.map { "\(Self.code($0.step)) \(ReportSummary.times($0.count))" }
    if !others.isEmpty { html += "<p class=\"quiet\">Also used: \(others.joined(separator: ", "))</p>\n" }
    html += "</section>\n"
  }

  private mutating func writeRules() {
    section("rules", "Rules")
    html += """
      <p class="quiet">\(summary.states)</p>
      <table role="table">
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Rule</th>\
      <th scope="col" role="columnheader" class="severity">Severity</th>\
      <th scope="col" role="columnheader" class="number">Times</th></tr></thead>

      """
    let waived = report.rules.filter { $0.state == .waived }
    writeGroup("Broken", "broken", summary.broken)
    writeGroup("Waived", "waived", waived)
    writeGroup("Kept", "kept", report.rules.filter { $0.state == .kept })
    writeGroup("Not exercised", "idle", report.rules.filter { $0.state == .notExercised })
    html += "</table>\n</section>\n"
  }

  private mutating func writeGroup(_ title: String, _ name: String, _ rules: [Report.RuleFinding]) {
    guard !rules.isEmpty else { return }
    html += "<tbody role=\"rowgroup\" class=\"\(name)\">\n"
    html += "<tr role=\"row\"><th colspan=\"3\" scope=\"rowgroup\" role=\"rowheader\">\(title)</th></tr>\n"
    for rule in rules {
      html += """
        <tr role="row" class="\(rule.severity.rawValue)"><td role="cell"><details\(rule.state == .broken ? " open" : "")><summary>\
        <b>\(Self.text(rule.id))</b> <span>\(Self.text(rule.sentence))</span></summary>
        <dl><dt>To fix it</dt><dd>\(Self.text(rule.fix))</dd>\
        <dt>Source</dt><dd>\(Self.text(rule.source))</dd></dl>

        """
      writeRemarks(rule)
      html += "</details></td><td role=\"cell\" class=\"severity\">\(rule.severity.rawValue)</td>"
      html += "<td role=\"cell\" class=\"number\">\(rule.count)</td></tr>\n"
    }
    html += "</tbody>\n"
  }

  /// Writes the first remarks in full and folds the others away.
  private mutating func writeRemarks(_ rule: Report.RuleFinding) {
    var items = rule.remarks.map(Self.item)
    if rule.droppedRemarks > 0 {
      items.append("<li><p class=\"quiet\">\(rule.droppedRemarks) more, whose facts were not kept</p></li>\n")
    }
    guard !items.isEmpty else { return }
    let shown = items.count <= Self.shownRemarks + 1 ? items.count : Self.shownRemarks
    html += "<ul class=\"remarks\">\n\(items.prefix(shown).joined())</ul>\n"
    guard shown < items.count else { return }
    html += "<details class=\"more\"><summary>\(rule.remarks.count - shown + rule.droppedRemarks) more</summary>"
    html += "<ul class=\"remarks\">\n\(items.dropFirst(shown).joined())</ul></details>\n"
  }

  private static func item(_ remark: Report.Remark) -> String {
    let request = remark.request.map { "request \(code($0)), " } ?? ""
    let waiver = remark.waived.map { "<p class=\"waiver\">Waived: \(text($0))</p>" } ?? ""
    return "<li><p>\(text(remark.received))</p><p class=\"quiet\">\(time(remark.time)), \(request)"
      + "sandbox \(code(remark.sandbox))</p>\(waiver)</li>\n"
  }

  private mutating func writeLostCommits() {
    guard !report.lostCommits.isEmpty else { return }
    section("lost", "Lost commits")
    html += "<ul class=\"list\">\n"
    for commit in report.lostCommits {
      html += "<li class=\"\(commit.outcome.rawValue.replacingBlank)\"><b>\(commit.outcome.rawValue)</b>"
      html += "<p>Request \(Self.code(commit.request)) of sandbox \(Self.code(commit.sandbox)): "
      html += "\(commit.outcome.sentence)</p></li>\n"
    }
    html += "</ul>\n</section>\n"
  }

  private mutating func writeUnusedWaivers() {
    guard !report.unusedWaivers.isEmpty else { return }
    section("waivers", "Waivers that nothing used")
    html += "<ul class=\"list\">\n"
    for waiver in report.unusedWaivers {
      html += "<li><b>\(Self.text(waiver.rule))</b><p>\(Self.text(waiver.reason))</p></li>\n"
    }
    html += "</ul>\n</section>\n"
  }

  private mutating func section(_ id: String, _ title: String) {
    html += "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(title)</h2>\n"
  }

  private static func text(_ text: String) -> String { MarkupText.escape(text) }

  private static func code(_ text: String) -> String { "<code>\(MarkupText.escape(text))</code>" }

  private static func time(_ text: String) -> String { "<time>\(MarkupText.escape(text))</time>" }
}

extension String {
  /// A name of several words as a CSS class.
  fileprivate var replacingBlank: String { split(separator: " ").joined(separator: "-") }
}
