import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// `GET events/ID/seats`.
enum HouseHandler {
  /// Shows each seat of an event, and whose it is.
  static func seats(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    let id = call.parameters["event"] ?? ""
    guard let event = sandbox.event(id) else { throw noEvent(id, sandbox, call) }
    sandbox.settle(now: sandbox.now())
    let (office, now) = sandbox.withState { (state, now) in (state.boxOffice, now) }
    var copy = office
    let map = copy.seatMap(of: event, now: now)
    let layout = event.layout
    let free = layout.rows.indices.reduce(0) { $0 + map.freeCount(inRow: $1) }
    let (cartCount, carts) = office.liveCarts(of: event, at: now, limit: CartHandlers.listLimit)
    let orders = office.orders.filter { $0.event === event }
    var writer = JSONWriter(reservingCapacity: 4096 + 2 * layout.seatCount)
    writer.object { body in
      body.string("event_id", event.id)
      body.integer("free", free)
      body.integer("held", layout.seatCount - free - map.soldCount)
      body.integer("sold", map.soldCount)
      body.array("sections") { list in
        for section in HouseSection.all(of: layout) { list.object { section.write(map, layout, into: &$0) } }
      }
      body.array("holders") { list in
        for cart in carts {
          write(cart.id, order: nil, cart.payment?.account, cart.seatNames, into: &list)
        }
        for order in orders.prefix(CartHandlers.listLimit - carts.count) {
          write(order.cartID, order: order.number, order.account, order.seatNames, into: &list)
        }
      }
      let total = cartCount + orders.count
      if total > CartHandlers.listLimit { body.integer("total", total) }
    }
    return Response(json: writer.bytes)
  }

  private static func write(
    _ cart: String?, order: String?, _ account: String?, _ seats: [String], into list: inout JSONWriter
  ) {
    list.object { holder in
      holder.text("cart_id", cart)
      holder.text("order_number", order)
      holder.text("account", account)
      holder.array("seats") { names in
        for seat in seats { names.string(seat) }
      }
    }
  }

  private static func noEvent(_ id: String, _ sandbox: Sandbox, _ call: ControlCall) -> ControlError {
    let known = sandbox.withState { $0.boxOffice.catalogue.events.map(\.id) }
    return ControlError(
      .notFound, "This sandbox has no such event.", path: call.request.target.path,
      expected: "one of \(known.joined(separator: ", "))", found: id + Spelling.hint(for: id, among: known))
  }
}
