/// Everything that is wrong with a scenario.
public struct ScenarioErrors: Error, Sendable, Hashable, CustomStringConvertible {
  /// The errors, at least one, in the order of the text.
  ///
  /// Only the first if the text is not JSON or holds a key twice, for nothing after it can be read; at most 100.
  public let errors: [ScenarioError]

  /// Makes a collection of errors.
  public init(_ errors: [ScenarioError]) {
    self.errors = errors
  }

  /// The errors, a line each.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
