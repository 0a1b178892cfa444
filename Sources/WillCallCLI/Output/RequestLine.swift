import CommandArguments
import Determinism
import WillCall

/// Formats the log line of a request: time, operation, status, milliseconds, sandbox, scenario and diagnosis.
struct RequestLine {
  /// Whether columns are aligned.
  var isAligned = false
  /// Whether it has colours.
  var isStyled = false
  /// Whether lines with the header fields follow.
  var hasHeaders = false

  /// The text, without its final line end.
  func text(_ record: RequestRecord) -> String {
    let what = TerminalText.escaped(record.operation ?? record.line ?? "no request")
    var words = [
      record.time.rfc3339, padded(what, to: 22),
      styled(record.status.map { "\($0)" } ?? record.outcome, Self.colour(record.status)),
    ]
    let time = record.duration.map { "\(Self.milliseconds($0)) ms" } ?? ""
    if isAligned || !time.isEmpty { words.append(indent(time, to: 10) + time) }
    if isAligned || record.sandbox != nil {
      words.append(padded(TerminalText.escaped(record.sandbox ?? ""), to: 12))
    }
    if let scenario = record.scenario { words.append(styled("[\(TerminalText.escaped(scenario))]", 35)) }
    // For an answer that is not an error, the diagnosis would only be in the way.
    if record.status ?? 500 >= 400, let diagnosis = record.diagnosis {
      words.append(styled(TerminalText.escaped(diagnosis), 2))
    }
    let fields = hasHeaders ? headers(record) : []
    return ([words.joined(separator: " ")] + fields).map(Self.withoutTail).joined(separator: "\n")
  }

  private func headers(_ record: RequestRecord) -> [String] {
    let request = record.requestFields.map { ("> ", $0) }
    let response = record.responseFields.map { ("< ", $0) }
    return (request + response).map { mark, field in
      styled("    \(mark)\(field.name): \(TerminalText.escaped(field.value))", 2)
    }
  }

  private func padded(_ text: String, to width: Int) -> String {
    isAligned ? text + String(repeating: " ", count: max(0, width - text.count)) : text
  }

  private func indent(_ text: String, to width: Int) -> String {
    isAligned ? String(repeating: " ", count: max(0, width - text.count)) : ""
  }

  /// Text in a style of ECMA-48 (`SGR`), if styles are used.
  private func styled(_ text: String, _ style: Int) -> String {
    isStyled ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }

  /// Green for success, yellow for client errors, red for server errors and for no status at all.
  static func colour(_ status: Int?) -> Int {
    guard let status else { return 31 }
    return status < 400 ? 32 : status < 500 ? 33 : 31
  }

  /// Milliseconds with one decimal.
  private static func milliseconds(_ duration: Duration) -> String {
    let tenths = (duration / .microseconds(100)).rounded()
    return "\(tenths / 10)"
  }

  private static func withoutTail(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
