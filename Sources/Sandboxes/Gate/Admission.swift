public import Determinism

/// An entry with a ticket.
public struct Admission: Sendable, Hashable {
  /// When, by the sandbox's clock.
  public let at: Instant
  /// Where; `nil` if the scan did not say.
  public let gate: String?
}
