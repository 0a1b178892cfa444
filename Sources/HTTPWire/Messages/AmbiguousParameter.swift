/// A parameter of a query that has two values where it can have one.
public struct AmbiguousParameter: Error, Sendable, Hashable {
  /// Its name, decoded.
  public let name: String

  /// Makes the error for a name.
  public init(name: String) {
    self.name = name
  }
}
