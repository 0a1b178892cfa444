/// A text file on its way to standard output, which ends each line.
enum TextFile {
  /// The text, without the end of its last line.
  static func text(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
