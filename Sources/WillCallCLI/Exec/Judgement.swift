import Ledger
import WillCall

/// What `exec` does with the report of what its command did.
struct Judgement: Sendable {
  /// What makes a failure of a command that succeeded; `nil`: nothing does.
  var strictness: Strictness?
  /// Where the report is written besides.
  var files: [ReportFile] = []

  /// Tells what is to be told, and the exit status of the whole.
  ///
  /// - Parameters:
  ///   - status: that of the command.
  ///   - server: the one that the command used.
  ///   - base: where the requests are to be repeated.
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
    // GitHub reads its commands from both streams, and standard output is the command's.
    guard StandardStreams.environment("GITHUB_ACTIONS") == "true" else { return }
    write(drawn.text(.github))
  }

  /// Writes a text line by line: of one that is too long for who reads too slowly, only the rest is lost.
  private func write(_ text: String) {
    for line in TextLines.withoutLastEnd(text).split(separator: "\n", omittingEmptySubsequences: false) {
      StandardStreams.error(String(line))
    }
  }

  /// Writes all files; whether that went well.
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
