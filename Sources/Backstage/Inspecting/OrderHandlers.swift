import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Ledger
import Sandboxes

/// `GET orders`, `GET orders/TOKEN`, `POST orders` and `POST orders/N/void`.
enum OrderHandlers {
  /// What `POST orders` asks for.
  private struct Wish {
    let event: JSONValue
    let tickets: Int
    let choice: SeatChoice
    let account: String?
    let email: String?

    init?(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) {
      let event = faults.read(try Self.event(&reader))
      choice = SeatChoice(&reader, &faults)
      var tickets = max(1, choice.seats.count)
      if let value = reader.member("tickets") {
        tickets = faults.read(try Self.tickets(value, choice)) ?? tickets
      }
      self.tickets = tickets
      account = faults.read(try reader.member("account")?.text(in: 1...100))
      email = faults.read(try reader.optionalValue("email")?.text(in: 0...200))
      guard let event else { return nil }
      self.event = event
    }

    private static func event(_ reader: inout JSONObjectReader) throws(JSONMismatch) -> JSONValue {
      guard let event = reader.member("event") else {
        throw reader.mismatch(missing: "event", expected: "the id or an alias of an event")
      }
      _ = try event.asString()
      return event
    }

    private static func tickets(_ value: JSONValue, _ choice: SeatChoice) throws(JSONMismatch) -> Int {
      let count = try value.number(in: 1...1_000)
      guard choice.seats.isEmpty || count == choice.seats.count else {
        throw value.mismatch(expected: "as many as seats, \(choice.seats.count)", found: value.shown)
      }
      return count
    }
  }

  /// Lists the orders, oldest first.
  static func list(_ call: inout ControlCall) throws(ControlError) -> Response {
    let (office, now) = try call.sandbox().withState { (state, now) in (state.boxOffice, now) }
    var writer = JSONWriter(reservingCapacity: 4096)
    writer.object { body in
      body.integer("total", office.orders.count)
      body.array("orders") { list in
        for order in office.orders.prefix(CartHandlers.listLimit) {
          write(order, office.delivery(of: order, at: now), into: &list)
        }
      }
    }
    return Response(json: writer.bytes)
  }

  /// Shows one order, found by its token or number.
  static func show(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    let order = try find(call, in: sandbox)
    let delivery = sandbox.withState { (state, now) in state.boxOffice.delivery(of: order, at: now) }
    var writer = JSONWriter()
    write(order, delivery, into: &writer)
    return Response(json: writer.bytes)
  }

  /// Sells tickets at once, without the steps of a purchase.
  static func arrange(_ call: inout ControlCall) throws(ControlError) -> Response {
    let wish = try call.body(Wish.init)
    let sandbox = try call.sandbox()
    guard let event = wish.event.string.flatMap({ sandbox.event($0) }) else {
      let known = sandbox.withState { $0.boxOffice.catalogue.events.map(\.id) }
      var mismatch = wish.event.mismatch(
        expected: "one of \(known.joined(separator: ", "))", found: wish.event.shown)
      mismatch.suggestion = wish.event.string.flatMap { Spelling.nearest(to: $0, among: known) }
      throw ControlError(mismatch)
    }
    if event.description.entry.isSafeTix, wish.account == nil {
      throw ControlError(
        .unprocessableContent, "Tickets of a SafeTix event need an account.", path: "/account",
        expected: "a string of 1 to 100 characters", found: "nothing")
    }
    let now = sandbox.now()
    let order: Order
    do throws(Refusal) {
      order = try sandbox.withState { (state) throws(Refusal) in
        try state.boxOffice.arrangeOrder(
          event: event, tickets: wish.tickets, choice: wish.choice, account: wish.account, email: wish.email,
          source: "WillCall", now: now)
      }
    } catch {
      throw ControlError(
        .conflict, sandbox.sentence(for: error, at: now), path: path(of: error, wish.choice),
        expected: "an order that can be sold",
        found: "\(wish.tickets) tickets of \(event.id)")
    }
    sandbox.tell(at: now, .order(.arranged, order))
    var writer = JSONWriter()
    writer.object { body in
      body.string("order_token", order.token)
      body.string("order_number", order.number)
      write(order.tickets, into: &body)
    }
    return Response(.created, json: writer.bytes)
  }

  /// Voids an order: its tickets no longer admit.
  static func void(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    try call.body { _, _ in () }
    let order = try find(call, in: sandbox)
    _ = sandbox.withState { $0.boxOffice.void(.number(order.number)) }
    sandbox.note(.voided(barcodes: order.tickets.map(\.barcode)), at: sandbox.now())
    sandbox.tell(.order(.voided, order))
    var writer = JSONWriter()
    writer.object { body in
      body.string("order_number", order.number)
      body.bool("voided", true)
    }
    return Response(json: writer.bytes)
  }

  /// The path of the body's member that a refusal is about.
  private static func path(of refusal: Refusal, _ choice: SeatChoice) -> String {
    switch refusal {
    case .noInventory(.exactSeatsTaken(let notHad)):
      switch notHad.reason {
      case .noSection: "/section"
      case .noRow: "/row"
      default: choice.seats.isEmpty ? "/tickets" : "/seats"
      }
    case .ticketLimit, .noInventory: "/tickets"
    default: "/event"
    }
  }

  private static func find(_ call: ControlCall, in sandbox: Sandbox) throws(ControlError) -> Order {
    let name = [call.parameters["order"], call.parameters["host"]].compactMap { $0 }.joined(separator: "/")
    let order = sandbox.withState { $0.boxOffice.order(.token(name)) ?? $0.boxOffice.order(.number(name)) }
    guard let order else {
      throw ControlError(
        .notFound, "This sandbox has no such order.", path: call.request.target.path,
        expected: "an order token, or an order number such as 39-30001/PHX", found: name)
    }
    return order
  }

  private static func write(_ order: Order, _ delivery: TokenDelivery, into writer: inout JSONWriter) {
    writer.object { object in
      object.string("order_token", order.token)
      object.string("order_number", order.number)
      object.string("event_id", order.event.id)
      object.text("cart_id", order.cartID)
      object.text("account", order.account)
      object.string("placed", order.placedAt.rfc3339)
      object.decimal("grand", hundredths: order.grandTotal.hundredths)
      object.bool("voided", order.isVoided)
      object.bool("deliverable", delivery.isOpen && !order.isVoided)
      object.text("delivery_from", delivery.release?.rfc3339)
      write(order.tickets, into: &object)
    }
  }

  private static func write(_ tickets: [Ticket], into object: inout JSONWriter) {
    object.array("tickets") { list in
      for ticket in tickets {
        list.object { object in
          object.string("barcode_id", ticket.barcode)
          object.string("section", ticket.section)
          object.string("row", ticket.row)
          object.string("seat_name", ticket.seatName)
        }
      }
    }
  }
}
