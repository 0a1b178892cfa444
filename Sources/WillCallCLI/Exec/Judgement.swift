import Ledger
import WillCall

/// What `exec` does with the report on its command.
struct Judgement: Sendable {
  /// What turns a successful command into a failure; `nil` if nothing does.
  var strictness: Strictness?
  /// The files that the report is also written to.
  var files: [ReportFile] = []

  /// Reports what needs reporting, and returns the overall exit status.
  ///
  /// - Parameters:
  ///   - status: the status of the command.
  ///   - server: the server that the command used.
  ///   - base: where requests can be repeated.
  ///   - duration: how long the command ran.
  func status(of status: Int32, _ server: WillCallServer, base: String, duration: Duration) -> Int32 {
    let drawn = server.report(base: base, countsWarnings: strictness == .warnings)
    let isBroken = drawn.report.rules.contains { $0.state == .broken }
    if isBroken || strictness != nil { tell(drawn) }
    let isWritten = write(drawn, duration)
    if status != 0 { return status }
    if !isWritten { return 1 }
    return strictness != nil && drawn.report.verdict == .notReady ? Strictness.status : 0
  }

  private func tell(_ drawn: RunReport) {
    write(drawn.text(.text, hasColours: StandardStreams.errorIsStyled))
    // GitHub reads its commands from both streams, and standard output belongs to the command.
    guard StandardStreams.environment("GITHUB_ACTIONS") == "true" else { return }
    write(drawn.text(.github))
  }

  /// Writes a text line by line, so that a reader that is too slow for a long one loses only the rest.
  private func write(_ text: String) {
    for line in TextLines.withoutLastEnd(text).split(separator: "\n", omittingEmptySubsequences: false) {
      StandardStreams.error(String(line))
    }
  }

  /// Writes all files, and returns whether that succeeded.
  private func write(_ drawn: RunReport, _ duration: Duration) -> Bool {
    var isWritten = true
    func write(_ format: ReportFormat, to path: String, appending: Bool) {
      do throws(CommandFailure) {
        try ReportFile.write(drawn.text(format, duration: duration), to: path, appending: appending)
      } catch {
        StandardStreams.error("willcall: \(error.message)")
        isWritten = false
      }
    }
    for file in files { write(file.format, to: file.path, appending: false) }
    if let summary = StandardStreams.environment("GITHUB_STEP_SUMMARY") {
      write(.markdown, to: summary, appending: true)
    }
    return isWritten
  }
}
