import BoxOffice
import Determinism

/// A second, simple-minded account of what a box office should hold: plain lists and no index.
struct BoxOfficeModel {
  struct Seat: Hashable {
    let event: String
    let seat: Int
  }

  struct Held {
    let id: String
    let event: Event
    let seats: Set<Seat>
    let grand: Money
    var expiresAt: Instant
    var isPaid = false
    var wasRaised = false
  }

  enum End {
    case expired, committed, deleted
  }

  private(set) var held: [Held] = []
  private(set) var sold: Set<Seat> = []
  private(set) var ended: [String: End] = [:]
  private(set) var orderCount = 0

  static func seats(_ cart: Cart) -> [Seat] {
    cart.items.flatMap { item in
      item.block.seats(in: cart.event.layout).flatMap { $0.map { Seat(event: cart.event.id, seat: $0) } }
    }
  }

  /// Seats that are held or were sold here.
  var taken: Set<Seat> { held.reduce(into: sold) { $0.formUnion($1.seats) } }

  mutating func settle(now: Instant) {
    for cart in held where cart.expiresAt <= now { ended[cart.id] = .expired }
    held.removeAll { $0.expiresAt <= now }
  }

  mutating func reserve(_ cart: Cart, now: Instant) {
    held.append(
      Held(
        id: cart.id, event: cart.event, seats: Set(Self.seats(cart)), grand: cart.totals.grand,
        expiresAt: now + .seconds(300)))
  }

  mutating func pay(_ place: Int, now: Instant) {
    held[place].isPaid = true
    if !held[place].wasRaised { held[place].expiresAt = max(held[place].expiresAt, now + .seconds(444)) }
    held[place].wasRaised = true
  }

  mutating func commit(_ place: Int) {
    let cart = held.remove(at: place)
    sold.formUnion(cart.seats)
    ended[cart.id] = .committed
    orderCount += 1
  }

  mutating func delete(_ place: Int) {
    ended[held.remove(at: place).id] = .deleted
  }
}
