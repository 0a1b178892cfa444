/// Everything that is wrong with a scenario.
public struct ScenarioErrors: Error, Sendable, Hashable, CustomStringConvertible {
  /// The errors, at least one, in the order of the text.
  ///
  /// At most 100; only one if the text is not JSON or has a duplicate key, because nothing after that can be read.
  public let errors: [ScenarioError]

  /// Makes a collection of errors.
  public init(_ errors: [ScenarioError]) {
    self.errors = errors
  }

  /// The errors, one per line.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
