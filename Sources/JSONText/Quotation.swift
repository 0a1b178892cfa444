/// Makes names and values from a text fit for a one-line message.
enum Quotation {
  /// The text in quotation marks, escaped as in JSON, cut after `limit` characters.
  static func quote(_ text: String, limit: Int = 60) -> String {
    let shown = text.unicodeScalars.prefix(limit)
    var writer = JSONWriter(reservingCapacity: limit + 2)
    writer.string(String(String.UnicodeScalarView(shown)))
    let quoted = String(decoding: writer.bytes, as: UTF8.self)
    return shown.endIndex == text.unicodeScalars.endIndex ? quoted : String(quoted.dropLast()) + "…\""
  }
}
