/// Which operations a rule applies to.
public enum OperationPattern: Sendable, Hashable {
  /// All of them (`"*"`).
  case any
  /// These.
  case named([String])

  /// Whether an operation is among them.
  public func contains(_ operation: String) -> Bool {
    switch self {
    case .any: true
    case .named(let names): names.contains(operation)
    }
  }
}
