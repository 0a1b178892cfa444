/// A form in which a report is written.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For programs; the only form that is read back.
  case json
  /// For a terminal of 80 columns.
  case text
  /// JUnit's XML, a test case a rule, for continuous integration.
  case junit
  /// One page without scripts or outside resources, to send or to print.
  case html
  /// Workflow commands of GitHub Actions.
  case github
  /// Markdown of the whole report, for the summary of a GitHub Actions job.
  case markdown

  /// The form that a file's extension asks for: `.json`, `.txt`, `.xml`, `.html` or `.md`; `nil` for others.
  public init?(fileName: String) {
    let name = fileName.lowercased()
    guard let match = Self.extensions.first(where: { name.hasSuffix($0.extension) }) else { return nil }
    self = match.format
  }

  /// The extensions of files, with their dots, in the order in which help should list them.
  public static let fileExtensions = extensions.map(\.extension)

  /// The media type, for `Content-Type`.
  public var contentType: String {
    switch self {
    case .json: "application/json"
    case .text, .github: "text/plain; charset=utf-8"
    case .junit: "application/xml"
    case .html: "text/html; charset=utf-8"
    case .markdown: "text/markdown; charset=utf-8"
    }
  }

  /// Writes a report in this form.
  ///
  /// Every form ends with a line feed.
  public func text(of report: Report, details: ReportDetails = ReportDetails()) -> String {
    switch self {
    case .json: ReportJSON.text(of: report)
    case .text: ReportText.text(of: report, details: details)
    case .junit: ReportJUnit.text(of: report, details: details)
    case .html: ReportHTML.text(of: report, details: details)
    case .github: ReportGitHub.text(of: report)
    case .markdown: ReportMarkdown.text(of: report, details: details)
    }
  }

  private static let extensions: [(extension: String, format: ReportFormat)] = [
    (".xml", .junit), (".html", .html), (".json", .json), (".txt", .text), (".md", .markdown),
  ]
}
