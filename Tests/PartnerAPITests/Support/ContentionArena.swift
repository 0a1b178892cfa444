import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import Sandboxes
import Synchronization
import Testing

/// One sandbox, a few seats in it, and what its clients were told.
final class ContentionArena: Sendable {
  private struct KnownCart {
    let id: String
    let grand: String
    let seat: Int
    var isPaid = false
  }

  private struct KnownOrder {
    let number: String
    let ticket: String
    var isVoided = false
  }

  private struct Notes {
    var record = ContentionRecord()
    var carts: [KnownCart] = []
    var orders: [KnownOrder] = []
    var sold: Set<Int> = []
    /// What the orders cost by their answers, in hundredths.
    var takings: Int64 = 0
    var tokens: Set<String> = []
    var counts: [String: Int] = [:]
    var problem: String?
  }

  /// In two rows of the event.
  private static let seats = 24
  private static let event = EventID.phoenix
  private let partner: Partner
  private let moment = Atomic(0)
  // Held while something is noted, never during a call.
  private let notes = Mutex(Notes())

  init(_ partner: Partner) {
    self.partner = partner
  }

  var counts: [String: Int] { notes.withLock { $0.counts } }

  /// Asks for something that a client might ask for.
  func callAtRandom(client: Int, using source: inout SeededSource) throws {
    let number = Int.random(in: 0..<1_000, using: &source)
    switch Int.random(in: 0..<100, using: &source) {
    case 0..<40: try reserve(number % Self.seats)
    case ..<55: if let cart = cart(number) { try pay(cart) }
    case ..<60: if let cart = cart(number) { try end(cart, byBuying: true) }
    case ..<85: if let cart = cart(number) { try end(cart, byBuying: false) }
    case ..<87: try void(number)
    default: try render(number, client: client)
    }
  }

  // MARK: Calls

  private func now() -> Int { moment.add(1, ordering: .sequentiallyConsistent).newValue }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, body: String = "", user: String? = nil
  ) throws -> ServedAnswer {
    var fields = FieldSection()
    if let user, let name = HTTPField.Name("x-user-id") { fields[name] = user }
    let target = "\(path)\(path.contains("?") ? "&" : "?")apikey=\(partner.key)"
    return ServedAnswer(
      partner.service.respond(to: try Request(method, target, fields: fields, body: Array(body.utf8))))
  }

  private func cart(_ number: Int) -> KnownCart? {
    notes.withLock { $0.carts.isEmpty ? nil : $0.carts[$0.carts.count - 1 - number % min($0.carts.count, 12)] }
  }

  private func count(_ what: String) {
    notes.withLock { $0.counts[what, default: 0] += 1 }
  }

  private func fail(_ text: String) {
    notes.withLock { $0.problem = $0.problem ?? text }
  }

  private func reserve(_ seat: Int) throws {
    let row = seat < Self.seats / 2 ? "D" : "E"
    let number = 1 + 2 * (seat % (Self.seats / 2))
    let asked = now()
    let answer = try send(
      .post, "/partners/v1/events/\(Self.event)/cart",
      body: """
        {"reserve": {"tickets": [{"id": "000000000001"}], "section": "ORCHL", "row": "\(row)", "begin_seat": \(number),
         "end_seat": \(number), "accept_best_available": false}}
        """)
    let told = now()
    switch answer.status {
    case 200:
      let id = try answer.string("/cart_id")
      let grand = try answer.number("/cart/totals/grand")
      notes.withLock { notes in
        notes.record.hold(.init(cart: id, seat: seat, asked: asked, told: told))
        notes.carts.append(KnownCart(id: id, grand: grand, seat: seat))
        notes.counts["reserved", default: 0] += 1
      }
    case 400 where answer.code == 20_052:
      notes.withLock { notes in
        notes.record.refuse(seat: seat, asked: asked, told: told)
        notes.counts["refused", default: 0] += 1
      }
    default: fail("a reserve was answered by \(answer.status) \(answer.text)")
    }
  }

  private func pay(_ cart: KnownCart) throws {
    let answer = try send(
      .put, "/partners/v1/events/\(Self.event)/cart/payment",
      body: Partner.billing(cart: cart.id, amount: "\"\(cart.grand)\""))
    switch (answer.status, answer.code) {
    case (200, _):
      guard try answer.number("/cart/totals/unpaid") == "0.00" else { return fail("a payment left something unpaid") }
      notes.withLock { notes in
        for place in notes.carts.indices where notes.carts[place].id == cart.id { notes.carts[place].isPaid = true }
        notes.counts["paid", default: 0] += 1
      }
    case (400, 90_003): count("ended before")
    default: fail("a payment was answered by \(answer.status) \(answer.text)")
    }
  }

  /// Buys a cart or gives it back; only one call of all can succeed.
  private func end(_ cart: KnownCart, byBuying: Bool) throws {
    let path = "/partners/v1/events/\(Self.event)/cart"
    let asked = now()
    let answer =
      try byBuying
      ? send(.put, path, body: #"{"cart_id": "\#(cart.id)"}"#) : send(.delete, "\(path)?cart_id=\(cart.id)")
    let told = now()
    switch (answer.status, answer.code) {
    case (200, _) where byBuying:
      let ticket = try ticket(of: answer)
      let total = try answer.number("/grand_total")
      let number = try answer.string("/order_number")
      notes.withLock { notes in
        if !notes.sold.insert(cart.seat).inserted { notes.problem = "seat \(cart.seat) was sold twice" }
        if total != cart.grand { notes.problem = "an order costs \(total), its cart \(cart.grand)" }
        notes.takings += Money(decimal: total)?.hundredths ?? 0
        notes.orders.append(KnownOrder(number: number, ticket: ticket))
        notes.counts["committed", default: 0] += 1
      }
    case (204, _) where !byBuying:
      notes.withLock { notes in
        if notes.sold.contains(cart.seat) { notes.problem = "seat \(cart.seat) was sold and given back" }
        notes.record.end(cart.id, asked: asked, told: told)
        notes.counts["deleted", default: 0] += 1
      }
    case (400, 90_003): count("ended before")
    case (400, 20_122) where byBuying: count("unpaid")
    default: fail("the end of a cart was answered by \(answer.status) \(answer.text)")
    }
  }

  /// The first ticket of a commit's order as Secure Render wants it.
  private func ticket(of answer: ServedAnswer) throws -> String {
    let opened = try send(
      .post, "/partners/v1/orders?order_token=\(try answer.string("/order_token"))", body: Partner.device())
    let token = try opened.string("/tickets/0/secure_entry_data/token")
    if !notes.withLock({ $0.tokens.insert(token).inserted }) { fail("the first token of an order is not new") }
    return try Partner.ticket(opened)
  }

  private func void(_ number: Int) throws {
    guard let order = notes.withLock({ $0.orders.isEmpty ? nil : $0.orders[number % $0.orders.count] }) else { return }
    let isKnown = partner.sandbox.withState { $0.boxOffice.void(.number(order.number)) }
    if !isKnown { fail("order \(order.number) is unknown") }
    notes.withLock { notes in
      for place in notes.orders.indices where notes.orders[place].number == order.number {
        notes.orders[place].isVoided = true
      }
      notes.counts["voided", default: 0] += 1
    }
  }

  private func render(_ number: Int, client: Int) throws {
    guard let order = notes.withLock({ $0.orders.isEmpty ? nil : $0.orders[number % $0.orders.count] }) else { return }
    let answer = try send(
      .post, "/marketplace/v1/securerender", body: Partner.rendering([order.ticket], id: "device-\(client)"),
      user: Partner.account)
    switch answer.status {
    case 200 where !order.isVoided:
      let token = try answer.string("/tickets/0/token")
      notes.withLock { notes in
        if !notes.tokens.insert(token).inserted { notes.problem = "a token was issued twice" }
        notes.counts["rendered", default: 0] += 1
      }
    case 400 where notes.withLock({ $0.orders.contains { $0.number == order.number && $0.isVoided } }):
      count("not rendered")
    case 400:
      // Voided meanwhile, and not yet noted by the one who did it.
      let isVoided = partner.sandbox.withState { $0.boxOffice.order(.number(order.number))?.isVoided }
      if isVoided != true { fail("a ticket was refused: \(answer.text)") }
    default: fail("a ticket was answered by \(answer.status) \(answer.text)")
    }
  }

  // MARK: Between rounds

  /// Lets all holds run out.
  func passTime() throws {
    let asked = now()
    _ = try partner.sandbox.move(.advance(.seconds(800)))
    let told = now()
    notes.withLock { notes in
      for cart in notes.carts where !notes.sold.contains(cart.seat) {
        notes.record.end(cart.id, asked: asked, told: told)
        notes.counts["expired", default: 0] += 1
      }
      notes.carts = []
    }
  }

  /// What is wrong, while nobody calls.
  func problem() -> String? {
    let (orders, takings, inconsistency) = partner.sandbox.withState { state in
      let orders = state.boxOffice.orders.filter { $0.cartID != nil }
      return (
        orders.count, orders.reduce(0) { $0 + $1.grandTotal.hundredths }, state.boxOffice.inconsistency()
      )
    }
    return notes.withLock { notes in
      if let problem = notes.problem ?? inconsistency ?? notes.record.problem() { return problem }
      if orders != notes.orders.count { return "\(orders) orders, \(notes.orders.count) were told of" }
      return takings == notes.takings ? nil : "the orders make \(takings), told were \(notes.takings)"
    }
  }
}
