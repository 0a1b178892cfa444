/// The decoded values of a pattern's parameters.
public struct PathParameters: Sendable, Hashable {
  /// The names in the order of the pattern.
  public let names: [String]

  /// The values in the order of the pattern.
  public let values: [String]

  /// Creates parameters; `names` and `values` correspond in order.
  public init(names: [String] = [], values: [String] = []) {
    precondition(names.count == values.count, "a parameter without a value")
    self.names = names
    self.values = values
  }

  /// The value of a parameter; nil if the pattern has no parameter of this name.
  public subscript(name: String) -> String? {
    names.firstIndex(of: name).map { values[$0] }
  }
}
