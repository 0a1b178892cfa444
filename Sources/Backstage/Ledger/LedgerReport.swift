import Determinism
package import Ledger
package import Sandboxes

/// A report on one or all sandboxes, with what its formats need to know about the requests that it mentions.
package struct LedgerReport: Sendable {
  /// The report, without secrets.
  package let report: Report
  private let requests: RemarkedRequests
  private let countsWarnings: Bool
  private let drawnAt: Instant

  /// Makes the report on all sandboxes.
  ///
  /// - Parameters:
  ///   - base: where requests can be repeated, such as `http://localhost:8490`.
  ///   - countsWarnings: whether a broken warning also makes the verdict `not ready`.
  package init(of directory: SandboxDirectory, base: String, countsWarnings: Bool) {
    self.init(
      directory.ledgerTotals, of: directory.all, in: directory, base: base, countsWarnings: countsWarnings)
  }

  /// Makes the report on some sandboxes from their totals.
  package init(
    _ totals: LedgerTotals, of sandboxes: [Sandbox], in directory: SandboxDirectory, base: String, countsWarnings: Bool
  ) {
    var report = totals.report(failingOn: countsWarnings ? .warning : .violation)
    // Remarks quote what clients sent.
    let secrets = Secrets(keys: Array(directory.settings.keys ?? []))
    for rule in report.rules.indices {
      for remark in report.rules[rule].remarks.indices {
        report.rules[rule].remarks[remark].received = secrets.shown(
          diagnosis: report.rules[rule].remarks[remark].received, of: nil)
      }
    }
    self.report = report
    self.countsWarnings = countsWarnings
    requests = RemarkedRequests(report, in: sandboxes, base: base)
    drawnAt = directory.settings.realTime()
  }

  /// Writes the report in a format.
  ///
  /// - Parameters:
  ///   - hasColours: whether the text format has ANSI colours.
  ///   - duration: how long the judged command ran.
  package func text(_ format: ReportFormat, hasColours: Bool = false, duration: Duration = .zero) -> String {
    format.text(
      of: report,
      details: ReportDetails(
        hasColours: hasColours, failsOnWarnings: countsWarnings, drawnAt: drawnAt, duration: duration,
        curl: requests.curl))
  }
}
