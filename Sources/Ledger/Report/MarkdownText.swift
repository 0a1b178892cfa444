/// Escapes text for GitHub's Markdown.
enum MarkdownText {
  /// Escapes text so that nothing in it is read as Markdown, HTML, a link, a mention or an issue.
  static func escape(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    // A leading number would begin a list.
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
      // GitHub removes backslashes before it looks for mentions and issues, but leaves an empty comment in place.
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

  /// A code span, in which everything is literal; not for use in tables, where `|` separates cells even in code.
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
    // Markdown readers strip one space on each side.
    let isPadded = line.first == "`" || line.last == "`" || (line.first == " " && line.last == " ")
    return isPadded ? "\(fence) \(line) \(fence)" : "\(fence)\(line)\(fence)"
  }
}
