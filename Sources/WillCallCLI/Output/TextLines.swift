/// Prepares a text of several lines for a stream that ends each line itself.
enum TextLines {
  /// The text without its final line end.
  static func withoutLastEnd(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
