/// Escapes text for GitHub's workflow commands, as the runner unescapes it.
enum WorkflowCommand {
  /// A message of several lines.
  static func message(_ lines: [String]) -> String {
    escape(lines.joined(separator: "\n"), colonAndComma: false)
  }

  /// The value of a property such as `title`.
  static func property(_ text: String) -> String {
    escape(text, colonAndComma: true)
  }

  private static func escape(_ text: String, colonAndComma: Bool) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped.append(contentsOf: "%25".unicodeScalars)
      case "\r": escaped.append(contentsOf: "%0D".unicodeScalars)
      case "\n": escaped.append(contentsOf: "%0A".unicodeScalars)
      case ":" where colonAndComma: escaped.append(contentsOf: "%3A".unicodeScalars)
      case "," where colonAndComma: escaped.append(contentsOf: "%2C".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
