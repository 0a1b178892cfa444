import CommandArguments

/// Prints a walkthrough for people: for each step, a heading, the request, the status, the fields that matter, and why.
///
/// No line has more than 80 columns, unless a single word is longer.
struct WalkthroughPage {
  private let isStyled = StandardStreams.outputIsStyled

  /// Prints the opening lines.
  func begin(_ text: String) {
    for line in TerminalText.wrapped(text) { StandardStreams.output(line) }
  }

  /// Prints a step's heading and request.
  func step(_ number: Int, _ title: String, method: String, target: String, header: String?, body: String?) {
    StandardStreams.output("")
    StandardStreams.output(bold("\(number). \(title)"))
    for line in Self.broken("\(method) \(target)", before: ["?", "&"]) { StandardStreams.output("   \(line)") }
    if let header { StandardStreams.output("   \(header)") }
    for line in body.map({ Self.broken($0, behind: [","]) }) ?? [] { StandardStreams.output("   \(line)") }
  }

  /// Prints the status and the fields that matter.
  func answer(status: Int, reason: String, _ fields: [(name: String, value: String)]) {
    StandardStreams.output("   = \(bold("\(status)")) \(TerminalText.escaped(reason))")
    let width = fields.map(\.name.count).max() ?? 0
    for field in fields {
      let padding = String(repeating: " ", count: width - field.name.count)
      let value = Self.shortened(TerminalText.escaped(field.value), to: TerminalText.width - 7 - width)
      StandardStreams.output("     \(field.name)\(padding)  \(value)")
    }
  }

  /// Prints why the next step follows.
  func reason(_ text: String) {
    StandardStreams.output("   > " + TerminalText.wrapped(text, from: 5, indent: 5).joined(separator: "\n"))
  }

  /// Breaks a long target before its parameters, or a long body after commas, where it stays valid JSON.
  ///
  /// Lines have at most 80 columns including the page's margin; text without such a place is broken anywhere.
  private static func broken(
    _ text: String, before starts: Set<Character> = [], behind ends: Set<Character> = []
  ) -> [String] {
    let width = TerminalText.width - 3
    var lines: [String] = []
    var line = ""
    for character in text {
      // Break at the possible place nearest to the right margin.
      if line.count == width {
        let place = line.indices.dropFirst(3).last {
          starts.contains(line[$0]) || ends.contains(line[line.index(before: $0)])
        }
        let cut = place ?? line.endIndex
        lines.append(String(line[..<cut]))
        line = "  " + line[cut...]
      }
      line.append(character)
    }
    return lines + [line]
  }

  private func bold(_ text: String) -> String {
    isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private static func shortened(_ text: String, to width: Int) -> String {
    if text.count <= width { return text }
    let tail = "… (\(text.count) characters)"
    return text.prefix(max(0, width - tail.count)) + tail
  }
}
