/// A member of an object that nobody asked for.
public struct UnreadMember: Sendable, Hashable {
  /// The member's name.
  public var name: String
  /// The member's place, as a JSON Pointer (RFC 6901).
  public var path: String
  /// Where the name stands.
  public var position: JSONPosition
  /// The name asked for that comes nearest, if one is near.
  public var suggestion: String?

  /// Makes an unread member from its parts.
  public init(name: String, path: String, position: JSONPosition, suggestion: String?) {
    self.name = name
    self.path = path
    self.position = position
    self.suggestion = suggestion
  }
}
