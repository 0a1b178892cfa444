/// A query parameter with two different values where only one is allowed.
public struct AmbiguousParameter: Error, Sendable, Hashable {
  /// The decoded name.
  public let name: String

  /// Creates the error for a name.
  public init(name: String) {
    self.name = name
  }
}
