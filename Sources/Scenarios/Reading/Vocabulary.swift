/// The names that a scenario may use and that this module does not know.
public struct Vocabulary: Sendable, Hashable {
  /// The operations, such as `cart.reserve`.
  public var operations: [String]
  /// The errors of the catalogue, such as `payment-not-accepted`.
  public var errorNames: [String]
  /// The texts of Secure Render's errors of single tickets, such as `missing.row.attribute`.
  public var ticketErrors: [String]

  /// What the vendor's codes and the statuses of these errors mean: names by numbers, for whoever writes a number.
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
