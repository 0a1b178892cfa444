/// The parts of a sandbox that can be reset separately.
public enum SandboxPart: String, Sendable, CaseIterable {
  /// Carts, orders, seats, cards, counters, and the events added to the sandbox.
  case state
  /// The clock.
  case clock
  /// The journal, and the numbers of its entries.
  case journal
  /// The ledger of rules kept and broken.
  case ledger
  /// The sandbox's own scenarios.
  case scenarios
  /// The one-off rules posted to the control API.
  case faults
}
