import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// `GET carts` and `GET carts/ID`.
enum CartHandlers {
  /// The maximum number of carts or orders in a list.
  static let listLimit = 1_000

  /// Lists the live carts, oldest first.
  static func list(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    // Sorting many carts takes a while, so it is done on a copy, outside the lock.
    let (office, now) = sandbox.withState { (state, now) in (state.boxOffice, now) }
    let (total, carts) = office.liveCarts(at: now, limit: listLimit)
    var writer = JSONWriter(reservingCapacity: 256 + carts.count * 384)
    writer.object { body in
      body.integer("total", total)
      body.array("carts") { list in
        for cart in carts { write(cart, at: now, into: &list) }
      }
    }
    return Response(json: writer.bytes)
  }

  /// Shows a live cart; for any other cart, says what became of it.
  static func show(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    let id = call.parameters["cart"] ?? ""
    let now = sandbox.now()
    let cart: Cart
    do throws(Refusal) {
      cart = try sandbox.withState { (state) throws(Refusal) in try state.boxOffice.cart(id, now: now) }
    } catch {
      throw ControlError(
        .notFound, sandbox.sentence(for: error, at: now), path: call.request.target.path, expected: "a live cart",
        found: id)
    }
    var writer = JSONWriter()
    write(cart, at: now, into: &writer)
    return Response(json: writer.bytes)
  }

  private static func write(_ cart: Cart, at now: Instant, into writer: inout JSONWriter) {
    writer.object { object in
      object.string("cart_id", cart.id)
      object.string("event_id", cart.event.id)
      object.string("created", cart.createdAt.rfc3339)
      object.string("expires", cart.expiresAt.rfc3339)
      object.integer("hold_time", cart.holdTime(at: now))
      object.array("seats") { seats in
        for seat in cart.seatNames { seats.string(seat) }
      }
      object.string("delivery", cart.shippingOption.id)
      object.decimal("grand", hundredths: cart.totals.grand.hundredths)
      object.bool("paid", cart.payment != nil)
      object.text("account", cart.payment?.account)
    }
  }
}
