/// The entity tags of `If-None-Match` (RFC 9110 section 13.1.2).
struct EntityTagList {
  private var isAny = false
  private var tags: Set<Substring> = []

  /// Reads the values of the field; whatever follows a malformed tag in a value is ignored.
  init(_ values: [String]) {
    for value in values { read(value[...]) }
  }

  /// Whether a strong tag is among them, compared weakly (RFC 9110 section 8.8.3.2).
  func contains(_ tag: String) -> Bool { isAny || tags.contains(tag[...]) }

  private mutating func read(_ value: Substring) {
    var rest = value
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
      if rest.first == "*" {
        // It stands alone.
        if rest.dropFirst().allSatisfy({ $0 == " " || $0 == "\t" }), tags.isEmpty { isAny = true }
        return
      }
      if rest.hasPrefix("W/") { rest = rest.dropFirst(2) }
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else { return }
      tags.insert(rest[...end])
      rest = rest[rest.index(after: end)...].drop { $0 == " " || $0 == "\t" }
      guard rest.isEmpty || rest.first == "," else { return }
    }
  }
}
