/// Prepares a text file for standard output, which ends each line itself.
enum TextFile {
  /// The text, without its final line end.
  static func text(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
