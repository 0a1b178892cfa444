public import BoxOffice
public import Determinism
public import EventCatalogue
public import PartnerVocabulary

/// Something that happened in a sandbox, as reported to listeners.
public struct Happening: Sendable {
  /// What happened to a cart.
  public enum CartChange: String, Sendable, CaseIterable {
    case reserved, shipping, paid, bought, deleted, expired
  }

  /// What happened to an order.
  public enum OrderChange: String, Sendable, CaseIterable {
    case bought, arranged, voided
  }

  /// What happened to faults.
  public enum FaultChange: String, Sendable, CaseIterable {
    case added, removed
  }

  /// What a cart costs and how long it is held.
  public struct CartTerms: Sendable, Hashable {
    /// The total to be paid.
    public let grand: Money
    /// What is still to be paid.
    public let unpaid: Money
    /// When the hold runs out; `nil` if it no longer does, or has been released.
    public let expires: Instant?

    /// The terms of a cart that is live, or has just ceased to be.
    public init(_ cart: Cart, isLive: Bool = true) {
      grand = cart.totals.grand
      unpaid = cart.payment == nil ? cart.totals.grand : .zero
      expires = isLive ? cart.expiresAt : nil
    }

    /// The terms of a cart that has become an order.
    public init(_ order: Order) {
      grand = order.grandTotal
      unpaid = .zero
      expires = nil
    }
  }

  /// What happened, with its details.
  public enum Kind: Sendable {
    /// A request was answered, or a fault was chosen for it.
    case request(JournalEntry)
    /// A cart changed.
    case cart(CartChange, id: String, event: String, seats: [String], CartTerms)
    /// An order changed.
    case order(OrderChange, Order)
    /// A token was issued for a ticket on a device; `issue` is its ordinal number for that pair.
    case token(Ticket, event: String, device: String, issue: UInt64)
    /// A code was scanned at the gate.
    case scan(GateScan)
    /// A clock was moved.
    case clock(ClockReport)
    /// A rule fired for a request: its label, as `scenario/rule`.
    case fault(label: String, request: String, operation: Operation)
    /// Faults were activated or removed.
    case faults(FaultChange, ids: [String])
    /// Other scenarios are now active, or the same ones started over: their names in ascending precedence.
    case scenarios([String])
    /// Parts of the sandbox were reset to the seed.
    case reset([SandboxPart])

    /// A change of a cart that is live, or has just ceased to be.
    public static func cart(_ change: CartChange, _ cart: Cart) -> Kind {
      let isLive = change != .deleted && change != .expired
      return .cart(
        change, id: cart.id, event: cart.event.id, seats: cart.seatNames, CartTerms(cart, isLive: isLive))
    }
  }

  /// The key of the sandbox; never shown.
  public let key: String
  /// The sandbox's time.
  public let time: Instant
  /// What happened.
  public let kind: Kind
}
