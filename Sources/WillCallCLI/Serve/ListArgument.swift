/// Several values in one, separated by commas.
enum ListArgument {
  /// Reads the values, without surrounding spaces; `nil` if one of them cannot be used.
  static func parse(_ text: String, _ parse: (String) -> String?) -> [String]? {
    var values: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      var part = part.drop { $0 == " " }
      while part.last == " " { part.removeLast() }
      guard let value = parse(String(part)) else { return nil }
      values.append(value)
    }
    return values
  }
}
