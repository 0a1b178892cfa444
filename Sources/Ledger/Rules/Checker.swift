import Determinism

/// The memory of a rule that cannot judge an exchange by itself: facts in, notes out.
///
/// Keep it to a table or two, so that it fits where it is stored without memory of its own.
protocol Checker: Sendable {
  /// Remembers nothing yet.
  init()

  /// Reads an exchange of one of the rule's operations.
  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes)

  /// Reads what happened otherwise; the time is that of the notes.
  mutating func read(_ fact: StateFact, _ notes: inout Notes)

  /// Notes what is broken if nothing more comes; for a report.
  func close(at now: Instant, _ notes: inout Notes)

  /// What has to survive an export, as rows of numbers; instants of real time cannot.
  var rows: [[Int64]] { get }

  /// Remembers rows again; those that are no rows of its own are left out.
  mutating func restore(_ rows: [[Int64]])
}

extension Checker {
  mutating func read(_ fact: StateFact, _ notes: inout Notes) {}
  func close(at now: Instant, _ notes: inout Notes) {}
  var rows: [[Int64]] { [] }
  mutating func restore(_ rows: [[Int64]]) {}
}
