/// A mistake on the command line.
package struct UsageError: Error, Hashable {
  /// One sentence, such as `--port: expected a port from 0 to 65535, found "http"`.
  package let message: String

  package init(_ message: String) {
    self.message = message
  }

  /// A value that its option or argument cannot take.
  package init(_ name: String, expected: String, found: String) {
    self.init("\(name): expected \(expected), found \(found.isEmpty ? "nothing" : Self.quoted(found))")
  }

  /// In quotation marks, without what would make a terminal do something.
  static func quoted(_ text: String) -> String {
    let isLong = text.unicodeScalars.count > 80
    let shown = isLong ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(77))) + "…" : text
    return "\"" + TerminalText.escaped(shown) + "\""
  }
}
