/// A mistake on the command line.
package struct UsageError: Error, Hashable {
  /// One sentence, such as `--port: expected a port from 0 to 65535, found "http"`.
  package let message: String

  package init(_ message: String) {
    self.message = message
  }

  /// Reports a value that an option or argument cannot take.
  package init(_ name: String, expected: String, found: String) {
    self.init("\(name): expected \(expected), found \(found.isEmpty ? "nothing" : Self.quoted(found))")
  }

  /// Quotes text and escapes anything that a terminal would act on.
  static func quoted(_ text: String) -> String {
    let isLong = text.unicodeScalars.count > 80
    let shown = isLong ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(77))) + "…" : text
    return "\"" + TerminalText.escaped(shown) + "\""
  }
}
