public import Determinism
public import EventCatalogue

/// Seats held for a client, with its choices and payment so far.
public struct Cart: Sendable {
  /// Tickets of one type in an item.
  public struct Tickets: Sendable, Hashable {
    /// The offer: its place in ``Event/Description/offers``.
    public var offer: Int
    /// How many.
    public var quantity: Int
  }

  /// A block of seats, with their tickets.
  public struct Item: Sendable, Hashable {
    /// The seats.
    public var block: SeatBlock
    /// The tickets, in the order requested; their quantities add up to the number of seats in the block.
    public var tickets: [Tickets]
  }

  /// The id as used in tables.
  let key: CartID
  /// The cart's number within its sandbox, from 1.
  public let number: UInt64
  /// The event, by its place in the catalogue.
  public let eventPlace: Int
  /// The event.
  public let event: Event
  /// When it was reserved.
  public let createdAt: Instant
  /// When its seats become free.
  public internal(set) var expiresAt: Instant
  /// The tickets.
  public let items: [Item]
  /// The delivery option: its place in ``Event/Description/shippingOptions``.
  public internal(set) var shipping: Int
  // Stored separately, so that an unpaid cart takes up no room for it.
  var settlement: Settlement?
  /// Whether a payment has already extended the hold.
  public internal(set) var holdWasRaised = false

  /// A payment in its own heap allocation.
  final class Settlement: Sendable {
    let payment: Payment

    init(_ payment: Payment) {
      self.payment = payment
    }
  }

  /// The id that clients use.
  public var id: String { key.text }

  /// The accepted payment.
  public internal(set) var payment: Payment? {
    get { settlement?.payment }
    set { settlement = newValue.map(Settlement.init) }
  }

  /// The chosen delivery option.
  public var shippingOption: ShippingOption { event.description.shippingOptions[shipping] }

  /// What everything costs.
  public var totals: CartTotals { CartTotals(of: self) }

  /// Whole seconds until the hold runs out, rounded up.
  public func holdTime(at now: Instant) -> Int {
    let left = expiresAt.millisecondsSinceEpoch - now.millisecondsSinceEpoch
    return left <= 0 ? 0 : Int((left + 999) / 1000)
  }
}
