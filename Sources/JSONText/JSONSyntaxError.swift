/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public let reason: Reason
  /// The byte at which it is wrong.
  public let position: JSONPosition
  /// The value in which it is wrong, as a JSON Pointer (RFC 6901); empty for the whole text.
  public let path: String

  /// Makes an error from its parts.
  public init(reason: Reason, position: JSONPosition, path: String) {
    self.reason = reason
    self.position = position
    self.path = path
  }

  /// One sentence for people, such as `line 3, column 7: duplicate key "id"`.
  public var description: String { "\(position): \(reason)" }
}
