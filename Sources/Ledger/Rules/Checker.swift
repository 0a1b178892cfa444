import Determinism

/// The memory of a rule that cannot judge an exchange in isolation: facts in, notes out.
///
/// Keep it to a table or two, so that it can be stored inline, without an allocation of its own.
protocol Checker: Sendable {
  /// Makes an empty memory.
  init()

  /// Reads an exchange of one of the rule's operations.
  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes)

  /// Reads something that happened outside an exchange, at the time that the notes carry.
  mutating func read(_ fact: StateFact, _ notes: inout Notes)

  /// Notes what is broken if nothing more happens; for a report.
  func close(at now: Instant, _ notes: inout Notes)

  /// What has to survive an export, as rows of numbers; instants of real time cannot survive one.
  var rows: [[Int64]] { get }

  /// Restores exported rows; rows that are not its own are ignored.
  mutating func restore(_ rows: [[Int64]])
}

extension Checker {
  mutating func read(_ fact: StateFact, _ notes: inout Notes) {}
  func close(at now: Instant, _ notes: inout Notes) {}
  var rows: [[Int64]] { [] }
  mutating func restore(_ rows: [[Int64]]) {}
}
