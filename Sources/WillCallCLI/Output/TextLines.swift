/// A text of several lines on its way to a stream that ends each line itself.
enum TextLines {
  /// The text without the end of its last line.
  static func withoutLastEnd(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
