import Backstage
public import Ledger

/// How the clients of a server followed the rules of the integration.
public struct RunReport: Sendable {
  private let drawn: LedgerReport

  init(_ drawn: LedgerReport) {
    self.drawn = drawn
  }

  /// The facts, without secrets.
  public var report: Report { drawn.report }

  /// The report in a form; it ends with a line feed.
  ///
  /// - Parameters:
  ///   - format: the form.
  ///   - hasColours: whether the text form has ANSI colours.
  ///   - duration: how long the judged command ran.
  public func text(_ format: ReportFormat, hasColours: Bool = false, duration: Duration = .zero) -> String {
    drawn.text(format, hasColours: hasColours, duration: duration)
  }
}
