/// A JSON value that is not what was expected at its location.
public struct JSONMismatch: Error, Sendable, Hashable, CustomStringConvertible {
  /// The location of the value, as a JSON Pointer (RFC 6901); empty for the whole text.
  public var path: String
  /// What was expected, such as `a string`.
  public var expected: String
  /// What was found, such as `a number`, or `nothing`.
  public var found: String
  /// Where it was found.
  public var position: JSONPosition
  /// The name that was probably meant, if the error is in a name.
  public var suggestion: String?

  /// Creates a mismatch from its parts.
  public init(path: String, expected: String, found: String, position: JSONPosition, suggestion: String? = nil) {
    self.path = path
    self.expected = expected
    self.found = found
    self.position = position
    self.suggestion = suggestion
  }

  /// One sentence, such as `line 3, column 7: /reserve/tickets/0/id: expected a string, found a number`.
  public var description: String {
    let place = path.isEmpty ? "" : "\(path): "
    let hint = suggestion.map { "; did you mean \(Quotation.quote($0))?" } ?? ""
    return "\(position): \(place)expected \(expected), found \(found)\(hint)"
  }
}
