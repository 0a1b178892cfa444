import BoxOffice
import Determinism
import EventCatalogue
import JSONText

/// A box office beside its model, from the opening on.
struct BoxOfficeRun {
  /// What is wrong, and after how many steps.
  struct Problem: Error, CustomStringConvertible {
    let steps: Int
    let description: String
  }

  /// Why a step is wrong.
  struct Difference: Error {
    let text: String

    init(_ text: String) {
      self.text = text
    }
  }

  let house: BoxOfficeHouse
  let seed: UInt64
  var office: BoxOffice
  var model: BoxOfficeModel
  var now = BoxOfficeHouse.start
  /// How often each thing happened.
  var counts: [String: Int] = [:]
  /// The seats as they were found after the last step.
  private var maps: [SeatMap]

  var events: [Event] { house.events }

  init(_ house: BoxOfficeHouse, seed: UInt64, flaw: BoxOfficeModel.Flaw?) {
    self.house = house
    self.seed = seed
    office = BoxOffice(catalogue: house.catalogue, seed: seed, startedAt: now)
    model = BoxOfficeModel(seats: house.seats, flaw: flaw)
    maps = house.maps
  }

  /// Takes all steps; what is wrong first.
  static func firstProblem(
    _ steps: [BoxOfficeStep], _ house: BoxOfficeHouse, seed: UInt64, flaw: BoxOfficeModel.Flaw? = nil
  ) -> Problem? {
    do throws(Problem) {
      _ = try BoxOfficeRun.taking(steps, house, seed: seed, flaw: flaw)
      return nil
    } catch {
      return error
    }
  }

  /// Takes all steps, and checks everything after each.
  static func taking(
    _ steps: [BoxOfficeStep], _ house: BoxOfficeHouse, seed: UInt64, flaw: BoxOfficeModel.Flaw? = nil
  ) throws(Problem) -> BoxOfficeRun {
    var count = 0
    do throws(Difference) {
      var run = BoxOfficeRun(house, seed: seed, flaw: flaw)
      for step in steps {
        count += 1
        try run.take(step)
        run.office.settle(now: run.now)
        run.model.settle(now: run.now)
        try run.checkInventory()
        if count % 50 == 0 { try run.checkAll() }
      }
      try run.checkAll()
      return run
    } catch {
      throw Problem(steps: count, description: error.text)
    }
  }

  // MARK: What holds after every step

  /// Every seat is free, held or sold, and in the same way in both accounts.
  private mutating func checkInventory() throws(Difference) {
    guard office.liveCartCount == model.held.count else {
      throw Difference("\(office.liveCartCount) carts live, \(model.held.count) should")
    }
    guard office.orders.count == house.orderCount + model.orders.count else {
      throw Difference("\(office.orders.count - house.orderCount) orders, not \(model.orders.count)")
    }
    for place in events.indices {
      let map = office.seatMap(of: events[place], now: now)
      // Where neither account has changed they agree as they did before.
      guard model.takeChange(ofEvent: place) || map != maps[place] else { continue }
      maps[place] = map
      for (seat, expected) in model.seats[place].enumerated() {
        let found: BoxOfficeModel.SeatState = map.isFree(seat) ? .free : map.isSold(seat) ? .sold : .held
        guard found == expected else {
          throw Difference("seat \(seat) of \(events[place].id) is \(found), not \(expected)")
        }
      }
    }
  }

  /// What takes longer to check.
  private mutating func checkAll() throws(Difference) {
    if let problem = office.inconsistency() { throw Difference(problem) }
    try checkCarts()
    try checkMoney()
  }

  /// Every cart costs what its tickets and its delivery cost, and what was paid is all of it or nothing.
  private mutating func checkCarts() throws(Difference) {
    for cart in model.held {
      let found: Cart
      do throws(Refusal) {
        found = try office.cart(cart.id, event: events[cart.event], now: now)
      } catch {
        throw Difference("cart \(cart.id) is not live: \(error)")
      }
      try check(found, cart)
    }
  }

  func check(_ found: Cart, _ cart: BoxOfficeModel.HeldCart) throws(Difference) {
    let totals = found.totals
    let left = cart.expiresAt.millisecondsSinceEpoch - now.millisecondsSinceEpoch
    guard totals.grand == cart.grand else { throw Difference("a cart costs \(totals.grand), not \(cart.grand)") }
    guard totals.grand == totals.merchandise + totals.fee + totals.tax + totals.delivery else {
      throw Difference("the totals of \(cart.id) do not add up: \(totals)")
    }
    guard totals.unpaid == (cart.isPaid ? .zero : cart.grand) else {
      throw Difference("\(totals.unpaid) are unpaid of a cart that is \(cart.isPaid ? "" : "not ")paid")
    }
    guard found.payment.map({ $0.amount == cart.grand }) ?? !cart.isPaid else {
      throw Difference("\(found.payment?.amount ?? .zero) were paid for \(cart.grand)")
    }
    guard found.holdTime(at: now) == Int((left + 999) / 1000) else {
      throw Difference("\(found.holdTime(at: now)) s are left, not \((left + 999) / 1000)")
    }
  }

  /// The orders add up to what was taken.
  func checkMoney() throws(Difference) {
    var takings = Money.zero
    for (order, expected) in zip(office.orders[house.orderCount...], model.orders) {
      takings += order.grandTotal
      guard order.number == expected.number, order.isVoided == expected.isVoided, order.grandTotal == expected.total
      else {
        throw Difference(
          "order \(order.number) is \(order.isVoided ? "" : "not ")voided, \(order.grandTotal); expected \(expected)")
      }
    }
    guard takings == model.takings else { throw Difference("the orders make \(takings), taken were \(model.takings)") }
  }
}
