public import BoxOffice
public import Determinism
public import PartnerVocabulary

/// Something that happened in a sandbox, for whoever listens.
public struct Happening: Sendable {
  /// What happened to a cart.
  public enum CartChange: String, Sendable, CaseIterable {
    case reserved, shipping, paid, bought, deleted, expired
  }

  /// What happened to an order.
  public enum OrderChange: String, Sendable, CaseIterable {
    case bought, arranged, voided
  }

  /// What there is to tell.
  public enum Kind: Sendable {
    /// A request was answered, or its fault was decided.
    case request(JournalEntry)
    /// A cart changed.
    case cart(CartChange, id: String, event: String, seats: [String])
    /// An order changed.
    case order(OrderChange, Order)
    /// A token was issued for a ticket on a device; the how-manieth of the pair.
    case token(Ticket, event: String, device: String, issue: UInt64)
    /// A code was scanned at the gate.
    case scan(GateScan)
    /// A clock was moved.
    case clock(ClockReport)
    /// A rule fired for a request: its label, as `scenario/rule`.
    case fault(label: String, request: String, operation: Operation)
  }

  /// The key of the sandbox; never shown.
  public let key: String
  /// The sandbox's time.
  public let time: Instant
  /// What happened.
  public let kind: Kind
}
