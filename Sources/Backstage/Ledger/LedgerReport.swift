import Determinism
package import Ledger
package import Sandboxes

/// A report of one sandbox or all, with what its forms need to know of the requests that it names.
package struct LedgerReport: Sendable {
  /// The report, without secrets.
  package let report: Report
  private let requests: RemarkedRequests
  private let countsWarnings: Bool
  private let drawnAt: Instant

  /// The report of all sandboxes.
  ///
  /// - Parameters:
  ///   - base: where the requests are to be repeated, such as `http://localhost:8490`.
  ///   - countsWarnings: whether a broken warning makes the verdict `not ready` as well.
  package init(of directory: SandboxDirectory, base: String, countsWarnings: Bool) {
    self.init(
      directory.ledgerTotals, of: directory.all, in: directory, base: base, countsWarnings: countsWarnings)
  }

  /// The report of some sandboxes and what they come to.
  init(
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

  /// The report in a form.
  ///
  /// - Parameters:
  ///   - hasColours: whether the text form has ANSI colours.
  ///   - duration: how long the judged command ran.
  package func text(_ format: ReportFormat, hasColours: Bool = false, duration: Duration = .zero) -> String {
    format.text(
      of: report,
      details: ReportDetails(
        hasColours: hasColours, failsOnWarnings: countsWarnings, drawnAt: drawnAt, duration: duration,
        curl: requests.curl))
  }
}
