/// A member of an object that was never read.
public struct UnreadMember: Sendable, Hashable {
  /// The member's name.
  public var name: String
  /// The location of the member, as a JSON Pointer (RFC 6901).
  public var path: String
  /// The position of the name.
  public var position: JSONPosition
  /// The most similar of the names asked for, if one is similar enough.
  public var suggestion: String?

  /// Creates an unread member from its parts.
  public init(name: String, path: String, position: JSONPosition, suggestion: String?) {
    self.name = name
    self.path = path
    self.position = position
    self.suggestion = suggestion
  }
}
