public import Determinism
public import EventCatalogue
import HeapModule

/// Something that happens by itself when its time comes.
public enum Upcoming: Sendable {
  /// A cart's hold runs out.
  case holdEnds(Cart)
  /// The tokens of an order become available.
  case tokenComes(Order, at: Instant)
  /// An event begins.
  case eventBegins(Event, at: Instant)

  /// When it happens.
  public var instant: Instant {
    switch self {
    case .holdEnds(let cart): cart.expiresAt
    case .tokenComes(_, let instant), .eventBegins(_, let instant): instant
    }
  }
}

extension BoxOffice {
  /// The live cart whose hold runs out next, after the holds that have run out are ended.
  ///
  /// Complexity: O(log carts), if no holds are ended.
  public mutating func nextHold(now: Instant) -> Cart? {
    settle(now: now)
    while let hold = holds.min {
      if let cart = carts[hold.cartID], cart.number == hold.number, cart.expiresAt == hold.expiresAt { return cart }
      // The cart has ended, or its later hold was recorded too.
      holds.removeMin()
    }
    return nil
  }

  /// The next order whose tokens become available; of several at once, the oldest.
  ///
  /// Complexity: O(orders).
  public func nextToken(after now: Instant) -> (order: Order, instant: Instant)? {
    var releases: [ObjectIdentifier: Release] = [:]
    var next: (order: Order, instant: Instant)?
    for order in book.orders where !order.isVoided {
      let release = releases[ObjectIdentifier(order.event)] ?? release(of: order.event)
      releases[ObjectIdentifier(order.event)] = release
      let instant: Instant
      switch release {
      case .never: continue
      case .at(let common): instant = common
      case .after(let duration): instant = order.placedAt + duration
      }
      if instant > now, instant < next?.instant ?? .distantFuture { next = (order, instant) }
    }
    return next
  }

  /// The next event to begin; of several at once, the first in the catalogue.
  public func nextEvent(after now: Instant) -> (event: Event, instant: Instant)? {
    var next: (event: Event, instant: Instant)?
    for event in catalogue.events {
      let start = dates(of: event).start
      if start > now, start < next?.instant ?? .distantFuture { next = (event, start) }
    }
    return next
  }

  /// When an event's orders get their tokens; the same for all of them, except where it is reckoned from the purchase.
  private enum Release {
    case never
    case at(Instant)
    case after(Duration)
  }

  private func release(of event: Event) -> Release {
    guard event.description.entry.isSafeTix, let delay = terms(of: event).delayDelivery else { return .never }
    if case .afterOrder(let duration) = delay.release { return .after(duration) }
    return .at(instant(of: delay.release, event: event, orderedAt: startedAt))
  }
}
