/// A format in which a report can be written.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For programs; the only format that can be read back.
  case json
  /// For a terminal of 80 columns.
  case text
  /// JUnit XML with one test case per rule, for continuous integration.
  case junit
  /// One HTML page without scripts or external resources, to send or to print.
  case html
  /// Workflow commands for GitHub Actions.
  case github
  /// The whole report as Markdown, for the summary of a GitHub Actions job.
  case markdown

  /// The format for a file's extension: `.json`, `.txt`, `.xml`, `.html` or `.md`; `nil` for any other.
  public init?(fileName: String) {
    let name = fileName.lowercased()
    guard let match = Self.extensions.first(where: { name.hasSuffix($0.extension) }) else { return nil }
    self = match.format
  }

  /// The file extensions, with their dots, in the order in which help should list them.
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

  /// Writes a report in this format.
  ///
  /// The text always ends with a line feed.
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
