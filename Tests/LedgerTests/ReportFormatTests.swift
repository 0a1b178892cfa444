import Determinism
import Testing

@testable import Ledger

@Suite struct ReportFormatTests {
  @Test(arguments: [
    ("report.xml", ReportFormat.junit), ("out/report.HTML", .html), ("a.b.json", .json), ("r.txt", .text),
    ("summary.md", .markdown), ("report", nil), ("report.pdf", nil), ("xml", nil), ("", nil),
  ])
  func formOfAFile(name: String, format: ReportFormat?) {
    #expect(ReportFormat(fileName: name) == format)
  }

  @Test func extensionsAreListedOnceEach() {
    let formats = ReportFormat.fileExtensions.map { ReportFormat(fileName: "report\($0)") }
    #expect(formats == [.junit, .html, .json, .text, .markdown])
  }

  @Test(arguments: [
    (ReportFormat.json, "application/json"), (.text, "text/plain; charset=utf-8"), (.junit, "application/xml"),
    (.html, "text/html; charset=utf-8"), (.github, "text/plain; charset=utf-8"),
    (.markdown, "text/markdown; charset=utf-8"),
  ])
  func mediaType(format: ReportFormat, type: String) {
    #expect(format.contentType == type)
  }

  @Test(arguments: ReportFormat.allCases, [ReportSamples.ready, ReportSamples.incomplete, ReportSamples.notReady])
  func everyFormEndsWithOneLineFeed(format: ReportFormat, report: Report) {
    let text = format.text(of: report)
    #expect(text.hasSuffix("\n"))
    #expect(!text.hasSuffix("\n\n"))
  }

  @Test(arguments: [ReportFormat.text, .junit, .html, .github, .markdown])
  func whatPeopleReadHasNoControlCharacters(format: ReportFormat) {
    let text = format.text(of: ReportSamples.hostile("a\u{1B}[31m\r\nb\u{202E}c\u{0}\u{7F}\u{9B}\u{FFFE}\td"))
    let unfit = text.unicodeScalars.filter { $0 != "\n" && PrintableText.isUnfit($0) }
    #expect(unfit.isEmpty)
    #expect(text.contains("\\u001b"))
  }

  /// What GitHub's runner, Azure's and TeamCity's would obey if a step printed it.
  @Test(arguments: [ReportFormat.text, .github])
  func whatIsPrintedGivesNoCommandsToBuilds(format: ReportFormat) {
    let hostile = "::error::a \n::add-mask::b ##[error]c ##vso[task.setvariable]d \(String(repeating: ":", count: 200))"
    let text = format.text(
      of: ReportSamples.hostile(hostile), details: ReportDetails { _, _ in "::error::a '\n::error::b' '##vso[c]'" })
    for line in text.split(separator: "\n") {
      let start = line.drop { $0 == " " }
      let isOurs = format == .github && (start.hasPrefix("::error title=") || start.hasPrefix("::warning title="))
      #expect(isOurs || !start.hasPrefix("::"), "\(line)")
      #expect(isOurs || !start.contains("##"), "\(line)")
    }
  }
}
