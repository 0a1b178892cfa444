import BoxOffice
import Determinism
import Testing

/// Thousands of random steps, each compared with a simple model and followed by a check of the whole inventory.
@Suite struct BoxOfficeModelTests {
  private static let start = Instant(secondsSinceEpoch: 1_780_371_000)
  private static let eventIDs = ["3F0011A100000006", "3F00CAD000000007", "3F006E0A00000003", "3F00BA2C00000002"]

  /// A box office beside its model.
  private struct Run {
    var office: BoxOffice
    var model = BoxOfficeModel()
    var now = BoxOfficeModelTests.start
    var source: SeededSource
    let events: [Event]
    /// Free seats of each event at the beginning.
    let initial: [Int]
    let seededOrders: Int
    var counts: [String: Int] = [:]

    init(seed: UInt64) throws {
      let catalogue = try CatalogueBundle.catalogue()
      office = BoxOffice(catalogue: catalogue, seed: seed, startedAt: now)
      source = SeededSource(seed: seed, purpose: .init(rawValue: 0x6d6f_6465))
      events = try BoxOfficeModelTests.eventIDs.map { try #require(catalogue.event($0)) }
      initial = events.map { event in
        event.layout.rows.indices.reduce(0) { $0 + event.initialSeatMap.freeCount(inRow: $1) }
      }
      seededOrders = office.orders.count
    }

    mutating func step() throws {
      switch Int.random(in: 0..<100, using: &source) {
      case 0..<45: try reserve()
      case 45..<65: try pay()
      case 65..<78: try commit()
      case 78..<90: try delete()
      case 90..<95: try askForADeadCart()
      default: advance()
      }
      office.settle(now: now)
      model.settle(now: now)
      try compare()
    }

    mutating func reserve() throws {
      let event = try #require(events.randomElement(using: &source))
      let types = event.description.ticketTypes.map(\.id)
      var request = ReserveRequest(
        tickets: try (0..<Int.random(in: 1...2, using: &source)).map { _ in
          .init(
            type: try #require(types.randomElement(using: &source)), quantity: Int.random(in: 1...5, using: &source))
        })
      if Int.random(in: 0..<4, using: &source) == 0 {
        request.areas = event.description.areas.map(\.id).shuffled(using: &source).prefix(2).map { $0 }
      }
      if Int.random(in: 0..<5, using: &source) == 0 { try namePlaces(&request, event) }
      do {
        let cart = try office.reserve(request, event: event, now: now)
        counts["reserved", default: 0] += 1
        let seats = BoxOfficeModel.seats(cart)
        #expect(seats.count == request.quantity, "as many seats as tickets")
        #expect(Set(seats).count == seats.count, "no seat twice")
        #expect(model.taken.isDisjoint(with: seats), "nobody else has them")
        #expect(cart.holdTime(at: now) == 300)
        #expect(model.held.allSatisfy { $0.id != cart.id } && model.ended[cart.id] == nil, "the id is new")
        model.reserve(cart, now: now)
      } catch {
        counts["refused", default: 0] += 1
        switch error {
        case .noInventory, .ticketLimit: break
        default: Issue.record("\(error)")
        }
      }
    }

    /// Names random seats of one row, free or not.
    mutating func namePlaces(_ request: inout ReserveRequest, _ event: Event) throws {
      let row = try #require(event.layout.rows.filter { $0.seating == .reserved }.randomElement(using: &source))
      let places = (0..<row.count).shuffled(using: &source).prefix(request.quantity)
      guard places.count == request.quantity else { return }
      request.places = places.map {
        String(
          decoding: PlaceID.encode(section: row.section, row: row.row, seat: row.seatNumber(at: $0)), as: UTF8.self)
      }
      request.acceptsBestAvailable = Bool.random(using: &source)
    }

    mutating func pay() throws {
      guard let place = model.held.indices.randomElement(using: &source) else { return }
      let cart = model.held[place]
      let outcome = Int.random(in: 0..<4, using: &source)
      let instrument = PaymentInstrument(
        kind: .braintree, number: outcome == 0 ? "fake-processor-declined-visa-nonce" : "fake-valid-visa-nonce")
      let amount = outcome == 1 ? cart.grand + Money(hundredths: 1) : cart.grand
      do {
        let paid = try office.pay(
          instrument, amount: amount, account: "1", email: nil, cartID: cart.id, event: cart.event, now: now)
        #expect(outcome > 1, "a wrong payment was taken")
        #expect(paid.totals.unpaid == .zero)
        counts["paid", default: 0] += 1
        model.pay(place, now: now)
      } catch {
        #expect(outcome <= 1, "\(error)")
      }
    }

    mutating func commit() throws {
      guard let place = model.held.indices.randomElement(using: &source) else { return }
      let cart = model.held[place]
      do {
        let order = try office.commit(cartID: cart.id, event: cart.event, source: "test", now: now)
        #expect(cart.isPaid, "an unpaid cart was sold")
        #expect(order.tickets.count == cart.seats.count)
        #expect(order.grandTotal == cart.grand)
        counts["committed", default: 0] += 1
        model.commit(place)
      } catch {
        #expect(!cart.isPaid && error == .unpaid(cart.grand), "\(error)")
      }
    }

    mutating func delete() throws {
      guard let place = model.held.indices.randomElement(using: &source) else { return }
      try office.delete(cartID: model.held[place].id, event: model.held[place].event, now: now)
      model.delete(place)
      counts["deleted", default: 0] += 1
    }

    mutating func askForADeadCart() throws {
      guard let (id, end) = model.ended.sorted(by: { $0.key < $1.key }).randomElement(using: &source) else { return }
      do {
        _ = try office.cart(id, event: events[0], now: now)
        Issue.record("cart \(id) lives on")
      } catch {
        switch (error, end) {
        case (.invalidCart(_, .expired), .expired), (.invalidCart(_, .committed), .committed),
          (.invalidCart(_, .deleted), .deleted):
          counts["dead", default: 0] += 1
        default: Issue.record("\(error) for a cart that was \(end)")
        }
      }
    }

    mutating func advance() {
      // Now and then to the very instant at which a hold ends.
      let target = Bool.random(using: &source) ? model.held.randomElement(using: &source)?.expiresAt : nil
      now = target ?? now + .milliseconds(Int.random(in: 1...150_000, using: &source))
    }

    func compare() throws {
      var office = office
      #expect(office.inconsistency() == nil)
      #expect(office.liveCartCount == model.held.count)
      #expect(office.orders.count == seededOrders + model.orderCount)
      let taken = model.taken
      for (place, event) in events.enumerated() {
        let map = office.seatMap(of: event, now: now)
        let free = event.layout.rows.indices.reduce(0) { $0 + map.freeCount(inRow: $1) }
        #expect(free == initial[place] - taken.count { $0.event == event.id })
      }
      for seat in taken {
        let event = try #require(events.first { $0.id == seat.event })
        let map = office.seatMap(of: event, now: now)
        #expect(!map.isFree(seat.seat))
        #expect(map.isSold(seat.seat) == model.sold.contains(seat))
      }
    }
  }

  @Test(arguments: [1, 2, 3])
  func boxOfficeAgreesWithTheModel(seed: UInt64) throws {
    var run = try Run(seed: seed)
    for _ in 0..<1_200 { try run.step() }
    for event in ["reserved", "refused", "paid", "committed", "deleted", "dead"] {
      #expect(run.counts[event, default: 0] > 5, "\(event) hardly happened")
    }
    #expect(run.model.ended.values.contains(.expired))
  }

  /// At the end of every hold the house is as full as the orders say.
  @Test func onlySoldSeatsStayTaken() throws {
    var run = try Run(seed: 9)
    for _ in 0..<400 { try run.step() }
    run.now = run.now + .seconds(3_600)
    run.office.settle(now: run.now)
    run.model.settle(now: run.now)
    #expect(run.office.liveCartCount == 0)
    #expect(run.model.taken == run.model.sold)
    try run.compare()
  }
}
