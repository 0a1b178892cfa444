/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public let reason: Reason
  /// The byte at which it is wrong.
  public let position: JSONPosition
  /// The value in which it is wrong, as a JSON Pointer (RFC 6901); empty for the whole text.
  public let path: String
  /// What the text was probably taken for, if it is a form that is often taken for JSON.
  public let lookalike: Lookalike?

  /// Makes an error from its parts.
  public init(reason: Reason, position: JSONPosition, path: String, lookalike: Lookalike? = nil) {
    self.reason = reason
    self.position = position
    self.path = path
    self.lookalike = lookalike
  }

  /// One sentence for people, such as `line 3, column 7: duplicate key "id"`.
  public var description: String { "\(position): \(explanation)" }

  /// The reason for people, without the place, and what the text was probably taken for.
  public var explanation: String { reason.description + (lookalike.map { "; \($0)" } ?? "") }
}
