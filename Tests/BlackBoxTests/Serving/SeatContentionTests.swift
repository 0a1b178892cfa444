import JSONText
import LoopbackClient
import Synchronization
import Testing

/// One seat has one winner, however many ask for it at once.
@Suite(.timeLimit(.minutes(5)))
struct SeatContentionTests {
  private static let event = SampleEvent.documented
  private static let threads = 16
  private static let rounds = 40
  private static let seats = [1, 3, 5, 7, 9, 11, 13, 15].map { Seat(section: "BALC2L", row: "C", number: $0) }

  /// Who holds or has bought each seat, as the winners themselves report it.
  private final class Ledger: Sendable {
    struct State {
      var carts: [Seat: String] = [:]
      var orders: [Seat: String] = [:]
      var wins = 0
      var losses = 0
      var quarrels: [String] = []
    }

    // Guards the reports of all threads; taken for an instant after and before requests.
    let state = Mutex(State())

    /// A thread was told that the seat is its own.
    func won(_ seat: Seat, cart: String) {
      state.withLock { state in
        state.wins += 1
        if let other = state.carts[seat] { state.quarrels.append("\(seat) went to \(other) and \(cart)") }
        if let order = state.orders[seat] { state.quarrels.append("\(seat) was sold as \(order), and went to \(cart)") }
        state.carts[seat] = cart
      }
    }

    func lost() { state.withLock { $0.losses += 1 } }

    /// A thread is about to give the seat back.
    func willRelease(_ seat: Seat) { state.withLock { $0.carts[seat] = nil } }

    /// A thread has bought the seat.
    func bought(_ seat: Seat, order: String) {
      state.withLock { state in
        state.carts[seat] = nil
        if let other = state.orders.updateValue(order, forKey: seat) {
          state.quarrels.append("\(seat) was sold as \(other) and \(order)")
        }
      }
    }
  }

  /// One thread's life: it asks for seats and, when it gets one, gives it back, keeps it or buys it.
  private static func compete(_ partner: Partner, number: Int, ledger: Ledger) throws {
    var dice = Dice(seed: UInt64(number))
    for _ in 0..<rounds {
      let seat = seats[dice.roll(seats.count)]
      let held = try partner.reserve(event, seat)
      if held.errorCode == "20052" {
        ledger.lost()
        continue
      }
      let cart = try held.expecting(200).value("/cart_id")
      ledger.won(seat, cart: cart)
      switch dice.roll(20) {
      case 0:
        try partner.pay(event, cart: cart, amount: held.value("/cart/totals/grand")).expecting(200)
        ledger.bought(seat, order: try partner.commit(event, cart: cart).expecting(200).value("/order_token"))
      case 1:
        return
      default:
        ledger.willRelease(seat)
        try partner.release(event, cart: cart).expecting(204)
      }
    }
  }

  @Test func oneSeatNeverHasTwoWinners() throws {
    let server = try RunningServer(["--clock-rate", "0"])
    let endpoint = server.endpoint
    let observer = try server.partner()
    let house = try observer.freeSeats(Self.event)
    #expect(house.isSuperset(of: Self.seats))

    let ledger = Ledger()
    _ = try Crowd.run(Self.threads) { number in
      let partner = Partner(try HTTPConnection(to: endpoint, timeout: .seconds(60)), key: "k")
      try Self.compete(partner, number: number, ledger: ledger)
    }
    let end = ledger.state.withLock { $0 }
    #expect(end.quarrels.isEmpty)
    #expect(end.wins > Self.threads && end.losses > Self.threads, "\(end.wins) wins, \(end.losses) losses")

    // Free, held and sold seats are the house, and no seat is two of them.
    let free = try observer.freeSeats(Self.event)
    let held = Set(end.carts.keys)
    let sold = Set(end.orders.keys)
    #expect(free.isDisjoint(with: held) && free.isDisjoint(with: sold) && held.isDisjoint(with: sold))
    #expect(free.union(held).union(sold) == house)

    for (seat, token) in end.orders {
      let order = try observer.get("/partners/v1/orders", "order_token=\(token)").expecting(200)
      #expect(try order.value("/tickets/0/row") == seat.row)
      #expect(try order.value("/tickets/0/seat_name") == "\(seat.number)")
    }
    for (seat, cart) in end.carts {
      try observer.release(Self.event, cart: cart).expecting(204)
      try observer.reserve(Self.event, seat).expecting(200)
    }
  }

  /// Carts of best available seats, taken by all threads until the house is empty.
  @Test func bestAvailableSellsEverySeatOnce() throws {
    let server = try RunningServer(["--clock-rate", "0"])
    let endpoint = server.endpoint
    let event = "3F006E0A00000003"
    let observer = try server.partner()
    let before = try Self.counts(observer, event)
    #expect(before.available > 100)
    let carts = try Crowd.run(Self.threads) { number in
      let partner = Partner(try HTTPConnection(to: endpoint, timeout: .seconds(60)), key: "k")
      var carts = 0
      while true {
        let answer = try partner.reserve(event)
        if answer.errorCode == "20052" { return carts }
        try answer.expecting(200)
        carts += 1
      }
    }
    #expect(carts.reduce(0, +) == before.available)
    let after = try Self.counts(observer, event)
    #expect(after.available == 0)
  }

  private static func counts(_ partner: Partner, _ event: String) throws -> (available: Int, total: Int) {
    let groups = try partner.availability(event).expecting(200).json?.value(at: "/event/tickets")
    var counts = (available: 0, total: 0)
    for group in groups?.elements.map({ $0 }) ?? [] {
      counts.available += Int(group["available"]?.integer ?? 0)
      counts.total += Int(group["total"]?.integer ?? 0)
    }
    return counts
  }
}
