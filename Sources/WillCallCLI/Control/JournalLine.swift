import CommandArguments
import JSONText

/// Formats a request of a journal: one line about the request, then why it was refused in lines of at most 80 columns.
struct JournalLine {
  /// Whether the line says which sandbox the request was for.
  var hasSandbox = false
  /// Whether it has colours.
  var isStyled = false

  /// The text, without its final line end.
  func text(_ entry: JSONValue) -> String {
    func member(_ name: String) -> String? { entry[name].flatMap { $0.isNull ? nil : $0.string ?? $0.text } }
    let status = entry["status"]?.integer.map(Int.init)
    let outcome = member("outcome") ?? ""
    let operation = member("operation")
    var line = Self.padded(member("time") ?? "", to: 24) + " " + Self.padded(member("id") ?? "", to: 5) + " "
    line += styled(Self.padded(status.map { "\($0)" } ?? outcome, to: 3), RequestLine.colour(status)) + " "
    line += Self.padded(operation ?? "-", to: 22)
    if let milliseconds = member("milliseconds").flatMap(Double.init) {
      let text = "\((milliseconds * 10).rounded() / 10) ms"
      line += String(repeating: " ", count: max(1, 11 - text.count)) + text
    }
    if hasSandbox, let sandbox = member("sandbox") { line += " " + TerminalText.shortened(sandbox, to: 11) }
    while line.last == " " { line.removeLast() }
    var lines = [line]
    if operation == nil, let path = member("path") { lines += Self.detail("\(member("method") ?? "") \(path)") }
    var why: [String] = []
    if status != nil, outcome != "answered" { why.append("(\(outcome))") }
    if let scenario = member("scenario") { why.append("[\(scenario)]") }
    if status ?? 500 >= 400, let diagnosis = member("diagnosis") { why.append(diagnosis) }
    if !why.isEmpty { lines += Self.detail(why.joined(separator: " ")) }
    return lines.joined(separator: "\n")
  }

  private static func detail(_ text: String) -> [String] {
    TerminalText.wrapped("- " + TerminalText.escaped(text), from: 4, indent: 6).enumerated()
      .map { $0.offset == 0 ? "    " + $0.element : $0.element }
  }

  private func styled(_ text: String, _ style: Int) -> String {
    isStyled ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }

  private static func padded(_ text: String, to width: Int) -> String {
    let text = TerminalText.escaped(text)
    return text + String(repeating: " ", count: max(0, width - text.count))
  }
}
