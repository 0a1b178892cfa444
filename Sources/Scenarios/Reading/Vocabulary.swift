/// The names that a scenario may use, as supplied by other modules.
public struct Vocabulary: Sendable, Hashable {
  /// The operations, such as `cart.reserve`.
  public var operations: [String]
  /// The errors of the catalogue, such as `payment-not-accepted`.
  public var errorNames: [String]
  /// The texts of Secure Render's errors for single tickets, such as `missing.row.attribute`.
  public var ticketErrors: [String]

  /// The names of errors by vendor code and by status, to help those who write a number instead of a name.
  public var errorNumbers: [Int: [String]]

  /// Makes a vocabulary.
  public init(
    operations: [String], errorNames: [String], ticketErrors: [String] = [], errorNumbers: [Int: [String]] = [:]
  ) {
    self.operations = operations
    self.errorNames = errorNames
    self.ticketErrors = ticketErrors
    self.errorNumbers = errorNumbers
  }
}
