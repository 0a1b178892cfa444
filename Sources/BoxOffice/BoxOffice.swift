public import Determinism
public import EventCatalogue
import HeapModule

/// Everything that one partner sells: its seat maps, carts and orders.
///
/// A value without clock or I/O: every method takes `now`, and the caller serialises access. Each request is checked
/// completely before anything changes, so a refusal loses nothing. Expired holds are settled at the start of every
/// call, so a seat is free again the instant its hold ends.
public struct BoxOffice: Sendable {
  /// What is on sale; ``put(_:now:)`` changes it for this box office alone.
  public internal(set) var catalogue: Catalogue
  /// When the sandbox's clock started; the dates of all events are relative to it.
  public let startedAt: Instant
  /// The changes that scenarios make to events, by id.
  public var adjustments: [String: TermsAdjustment] = [:]
  let identifiers: Identifiers
  var seatMaps: [Int: SeatMap] = [:]
  var carts: [CartID: Cart] = [:]
  var deadCarts = BoundedMemory<CartID, CartFate>(limit: 10_000)
  var holds = Heap<Hold>()
  var book = OrderBook()
  var usedCaptchas = BoundedMemory<CaptchaDigest, Void>(limit: 10_000)
  var cards = CardFile()
  var cartCount: UInt64 = 0
  var orderCount: UInt64 = 0
  var ticketCount: UInt64 = 0
  /// Records expired carts while a clock is being moved; `nil` otherwise.
  var expiryLog: ExpiryLog?
  /// The expired carts that have not been reported yet; `nil` while nobody is listening.
  var recentExpiries: [Cart]?

  /// When a cart's hold ends, as of when it was recorded; a hold that is extended later is recorded again.
  struct Hold: Comparable, Sendable {
    let expiresAt: Instant
    let number: UInt64
    let cartID: CartID

    init(_ cart: Cart) {
      expiresAt = cart.expiresAt
      number = cart.number
      cartID = cart.key
    }

    static func < (left: Hold, right: Hold) -> Bool {
      (left.expiresAt, left.number) < (right.expiresAt, right.number)
    }

    static func == (left: Hold, right: Hold) -> Bool {
      left.expiresAt == right.expiresAt && left.number == right.number
    }
  }

  /// Opens a box office.
  ///
  /// - Parameters:
  ///   - catalogue: what is on sale.
  ///   - seed: the sandbox's seed; every id is a function of it and of a counter.
  ///   - startedAt: when the sandbox's clock started.
  public init(catalogue: Catalogue, seed: UInt64, startedAt: Instant) {
    self.catalogue = catalogue
    self.startedAt = startedAt
    identifiers = Identifiers(seed: seed)
    for order in catalogue.soldOrders { addSoldOrder(order) }
    cards.methods.remember(MemberOnFile.method(seed: seed), for: MemberOnFile.methodID)
  }

  /// The event with an id or alias.
  ///
  /// - Throws: ``Refusal/unknownEvent(_:)``.
  public func event(_ id: String) throws(Refusal) -> Event {
    guard let event = catalogue.event(id) else { throw .unknownEvent(id) }
    return event
  }

  /// The terms of an event in this sandbox: the catalogue's, adjusted by scenarios.
  public func terms(of event: Event) -> EventTerms {
    var terms = EventTerms(of: event)
    if adjustments.isEmpty { return terms }
    adjustments[event.id]?.apply(to: &terms, of: event)
    return terms
  }

  /// The dates of an event in this sandbox.
  public func dates(of event: Event) -> EventSchedule.Dates {
    event.description.schedule.dates(sandboxStart: startedAt, zone: event.description.venue.zone)
  }

  /// The seats of an event as they are now.
  public mutating func seatMap(of event: Event, now: Instant) -> SeatMap {
    settle(now: now)
    return place(of: event).map { map(at: $0) } ?? event.initialSeatMap
  }

  /// The index of an event in the catalogue; `nil` if it has been replaced since.
  func place(of event: Event) -> Int? {
    guard let place = catalogue.place(ofEvent: event.id), catalogue.events[place] === event else { return nil }
    return place
  }

  /// How many carts are live.
  public var liveCartCount: Int { carts.count }

  func map(at place: Int) -> SeatMap {
    seatMaps[place] ?? catalogue.events[place].initialSeatMap
  }

  mutating func withMap<Result>(at place: Int, _ change: (inout SeatMap, SeatLayout) -> Result) -> Result {
    let event = catalogue.events[place]
    return change(&seatMaps[place, default: event.initialSeatMap], event.layout)
  }

  // MARK: Expiry

  /// Ends the holds that have expired.
  ///
  /// Complexity: O(expired · log live).
  public mutating func settle(now: Instant) {
    _ = settle(now: now, limit: .max)
  }

  /// Ends at most `limit` of the holds that have expired.
  ///
  /// Complexity: O(limit · log live).
  ///
  /// - Returns: whether none are left to end.
  public mutating func settle(now: Instant, limit: Int) -> Bool {
    var left = limit
    while let hold = holds.min, hold.expiresAt <= now {
      if left == 0 { return false }
      left -= 1
      holds.removeMin()
      // Looked up once and moved, not copied: with a hundred thousand carts, look-ups are most of the work.
      guard let cart = carts.removeValue(forKey: hold.cartID) else { continue }
      if cart.expiresAt > now {
        carts[hold.cartID] = cart
        continue
      }
      release(cart, as: .expired(at: cart.expiresAt))
      noteExpiry(cart)
    }
    return true
  }

  /// Forgets a cart and frees its held seats.
  mutating func end(_ cart: Cart, as fate: CartFate) {
    carts[cart.key] = nil
    release(cart, as: fate)
  }

  private mutating func release(_ cart: Cart, as fate: CartFate) {
    deadCarts.remember(fate, for: cart.key)
    withMap(at: cart.eventPlace) { map, layout in
      for item in cart.items { map.release(item.block, layout: layout) }
    }
  }

  /// What is wrong with the inventory, if anything: every seat must be either free, held by exactly one cart, or sold.
  public func inconsistency() -> String? {
    var held: [Int: SeatSet] = [:]
    for cart in carts.values {
      let layout = cart.event.layout
      for item in cart.items {
        for seat in item.block.seats(in: layout).joined() {
          let isNew = held[cart.eventPlace, default: SeatSet(seatCount: layout.seatCount)].insert(seat)
          if !isNew { return "seat \(seat) of \(cart.event.id) is held by two carts" }
          let map = map(at: cart.eventPlace)
          if map.isFree(seat) { return "seat \(seat) of \(cart.event.id) is in a cart and free" }
          if map.isSold(seat) { return "seat \(seat) of \(cart.event.id) is in a cart and sold" }
        }
      }
    }
    for (place, map) in seatMaps {
      let layout = catalogue.events[place].layout
      if let problem = map.inconsistency(layout: layout) { return problem }
      let inCarts = held[place] ?? SeatSet(seatCount: layout.seatCount)
      if let seat = map.held.subtracting(inCarts).firstPresent(in: 0..<layout.seatCount) {
        return "seat \(seat) is held by no cart"
      }
    }
    return nil
  }
}
