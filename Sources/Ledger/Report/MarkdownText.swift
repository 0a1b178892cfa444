/// Text for Markdown as GitHub reads it.
enum MarkdownText {
  /// Text in which no character means anything: neither Markdown, nor HTML, nor a link, a mention or an issue.
  static func escape(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    // A number at the start would begin a list.
    let digits = rest.prefix { ("0"..."9").contains($0) }
    if !digits.isEmpty, let next = rest.dropFirst(digits.count).first, next == "." || next == ")" {
      escaped.append(contentsOf: digits)
      escaped.append("\\")
      rest = rest.dropFirst(digits.count)
    } else if let first = rest.first, first == "-" || first == "+" || first == "=" {
      escaped.append("\\")
    }
    while let scalar = rest.popFirst() {
      switch scalar {
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      // Backslashes come undone before GitHub looks for mentions and issues; an empty comment stays in between.
      case "@", "#":
        escaped.append("\\")
        escaped.append(scalar)
        escaped.append(contentsOf: "<!-- -->".unicodeScalars)
      case "\n", "\r": escaped.append(" ")
      case "\\", "`", "*", "_", "[", "]", "|", "~", "!", "$": escaped.append(contentsOf: ["\\", scalar])
      case ":" where rest.first == "/": escaped.append(contentsOf: ["\\", scalar])
      case "." where escaped.suffix(3).elementsEqual("www".unicodeScalars): escaped.append(contentsOf: ["\\", scalar])
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// A code span, in which everything stands for itself; not for tables, which part cells even in code.
  static func code(_ text: String) -> String {
    let line = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
    var longest = 0
    var run = 0
    for scalar in line.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    guard line.contains(where: { $0 != " " }) else { return "(nothing)" }
    // One blank on each side is taken away by readers.
    let isPadded = line.first == "`" || line.last == "`" || (line.first == " " && line.last == " ")
    return isPadded ? "\(fence) \(line) \(fence)" : "\(fence)\(line)\(fence)"
  }
}
