/// Prints a walkthrough for people: a heading a step, the request, the status, the fields that matter, and why.
struct WalkthroughPage {
  private let isStyled = StandardStreams.outputIsStyled

  /// The opening lines.
  func begin(_ text: String) {
    StandardStreams.output(text)
  }

  /// A step's heading and request.
  func step(_ number: Int, _ title: String, method: String, target: String, header: String?, body: String?) {
    StandardStreams.output("")
    StandardStreams.output(bold("\(number). \(title)"))
    StandardStreams.output("   \(method) \(target)")
    if let header { StandardStreams.output("   \(header)") }
    if let body {
      for line in Self.wrapped(body) { StandardStreams.output("   \(line)") }
    }
  }

  /// The status and the fields that matter.
  func answer(status: Int, reason: String, _ fields: [(name: String, value: String)]) {
    StandardStreams.output("   = \(bold("\(status)")) \(reason)")
    let width = fields.map(\.name.count).max() ?? 0
    for field in fields {
      let padding = String(repeating: " ", count: width - field.name.count)
      StandardStreams.output("     \(field.name)\(padding)  \(shortened(field.value))")
    }
  }

  /// Why the next step comes.
  func reason(_ text: String) {
    StandardStreams.output("   > \(text)")
  }

  /// Breaks a long body behind its commas, so that it fits a terminal of 80 columns and is still JSON.
  private static func wrapped(_ body: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for (place, piece) in body.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
      if place > 0 { line += "," }
      if !line.isEmpty, line.count + piece.count > 76 {
        lines.append(line)
        line = "  "
      }
      line += piece
    }
    return lines + [line]
  }

  private func bold(_ text: String) -> String {
    isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func shortened(_ text: String) -> String {
    text.count <= 76 ? text : "\(text.prefix(60))… (\(text.count) characters)"
  }
}
