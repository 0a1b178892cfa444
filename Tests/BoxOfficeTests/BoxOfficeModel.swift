import Determinism
import EventCatalogue

/// A second, simple-minded account of what a box office should hold: plain lists and no index.
struct BoxOfficeModel {
  /// Something that the model is told to get wrong, to see whether a difference is noticed.
  enum Flaw: CaseIterable {
    case paymentNeverProlongsTheHold, holdsEndOneMillisecondLate, voidedSeatsComeBack, deletedSeatsStayTaken
    case ordersAreNotVoided, deliveryIsFree
  }

  enum SeatState: UInt8 {
    case free, held, sold
  }

  struct HeldCart {
    let id: String
    let client: Int
    let event: Int
    let seats: [Int]
    /// The total without delivery.
    let charges: Money
    var delivery: Money
    var expiresAt: Instant
    var isPaid = false
    var wasProlonged = false

    var grand: Money { charges + delivery }
  }

  struct SoldOrder {
    let number: String
    let client: Int
    let event: Int
    let seats: [Int]
    let total: Money
    let barcodes: [String]
    var isVoided = false
    /// Whether its tokens were seen to be out.
    var isReleased = false
  }

  enum End: Equatable {
    case expired(Instant), committed(String), deleted(Instant)
  }

  let flaw: Flaw?
  /// Every seat of every event.
  private(set) var seats: [[SeatState]]
  /// Whether seats of an event have changed since somebody asked.
  private var hasChanged: [Bool]
  private(set) var held: [HeldCart] = []
  /// The ids of all carts there ever were.
  private(set) var cartIDs: Set<String> = []
  private(set) var ended: [(id: String, event: Int, end: End)] = []
  private(set) var orders: [SoldOrder] = []
  /// What was taken in all.
  private(set) var takings = Money.zero

  init(seats: [[SeatState]], flaw: Flaw?) {
    self.seats = seats
    self.flaw = flaw
    hasChanged = seats.map { _ in true }
  }

  /// Tickets of all orders.
  var tickets: [(order: Int, ticket: Int)] {
    orders.indices.flatMap { order in orders[order].barcodes.indices.map { (order, $0) } }
  }

  /// The place of one of a client's carts in ``held``; `nil` if it has none.
  func cart(_ number: Int, of client: Int) -> Int? {
    let places = held.indices.filter { held[$0].client == client }
    return places.isEmpty ? nil : places[number % places.count]
  }

  /// Whether seats of an event have changed since the last call.
  mutating func takeChange(ofEvent event: Int) -> Bool {
    defer { hasChanged[event] = false }
    return hasChanged[event]
  }

  private mutating func set(_ changed: [Int], ofEvent event: Int, to state: SeatState) {
    for seat in changed { seats[event][seat] = state }
    hasChanged[event] = true
  }

  // MARK: What happens

  mutating func settle(now: Instant) {
    let late: Duration = flaw == .holdsEndOneMillisecondLate ? .milliseconds(1) : .zero
    for cart in held where cart.expiresAt + late <= now {
      ended.append((cart.id, cart.event, .expired(cart.expiresAt)))
      set(cart.seats, ofEvent: cart.event, to: .free)
    }
    held.removeAll { $0.expiresAt + late <= now }
  }

  mutating func reserve(_ cart: HeldCart) {
    held.append(cart)
    cartIDs.insert(cart.id)
    set(cart.seats, ofEvent: cart.event, to: .held)
  }

  mutating func pay(_ place: Int, now: Instant) {
    held[place].isPaid = true
    guard !held[place].wasProlonged, flaw != .paymentNeverProlongsTheHold else { return }
    held[place].wasProlonged = true
    held[place].expiresAt = max(held[place].expiresAt, now + .seconds(444))
  }

  /// Returns whether a payment is lost by it.
  mutating func ship(_ place: Int, for fee: Money) -> Bool {
    let isOther = held[place].delivery != fee
    if flaw != .deliveryIsFree { held[place].delivery = fee }
    let drops = isOther && held[place].isPaid
    if drops { held[place].isPaid = false }
    return drops
  }

  mutating func commit(_ place: Int, number: String, barcodes: [String]) {
    let cart = held.remove(at: place)
    set(cart.seats, ofEvent: cart.event, to: .sold)
    ended.append((cart.id, cart.event, .committed(number)))
    takings += cart.grand
    orders.append(
      SoldOrder(
        number: number, client: cart.client, event: cart.event, seats: cart.seats, total: cart.grand,
        barcodes: barcodes))
  }

  mutating func delete(_ place: Int, now: Instant) {
    let cart = held.remove(at: place)
    ended.append((cart.id, cart.event, .deleted(now)))
    set(cart.seats, ofEvent: cart.event, to: flaw == .deletedSeatsStayTaken ? .held : .free)
  }

  mutating func void(_ place: Int) {
    orders[place].isVoided = flaw != .ordersAreNotVoided
    if flaw == .voidedSeatsComeBack { set(orders[place].seats, ofEvent: orders[place].event, to: .free) }
  }

  mutating func release(_ place: Int) {
    orders[place].isReleased = true
  }
}
