/// Why a text is not valid JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public let reason: Reason
  /// The byte at which the error is.
  public let position: JSONPosition
  /// The value that contains the error, as a JSON Pointer (RFC 6901); empty for the whole text.
  public let path: String
  /// What the author probably took for JSON, if it is a form that is often mistaken for it.
  public let lookalike: Lookalike?

  /// Creates an error from its parts.
  public init(reason: Reason, position: JSONPosition, path: String, lookalike: Lookalike? = nil) {
    self.reason = reason
    self.position = position
    self.path = path
    self.lookalike = lookalike
  }

  /// One sentence, such as `line 3, column 7: duplicate key "id"`.
  public var description: String { "\(position): \(explanation)" }

  /// The reason in words, without the position, and what was probably mistaken for JSON.
  public var explanation: String { reason.description + (lookalike.map { "; \($0)" } ?? "") }
}
