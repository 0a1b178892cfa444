import Ledger
import BoxOffice
import EventCatalogue
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// The delivery options of a cart.
enum ShippingHandlers {
  /// `GET /events/{event_id}/cart/shipping`.
  static func list(_ call: inout Call) throws(APIError) -> Answer {
    let event = try call.event()
    let cartID = try call.cartIDInQuery()
    call.facts.cartID = cartID
    let now = call.now
    try call.atBoxOffice { (office) throws(Refusal) in
      try office.checkTransactable(event)
      _ = try office.cart(cartID, event: event, now: now)
    }
    return .json {
      ShippingWire.write(event.description.shippingOptions, currency: event.description.currency, into: &$0)
    }
  }

  /// `PUT /events/{event_id}/cart/shipping`.
  static func set(_ call: inout Call) throws(APIError) -> Answer {
    let event = try call.event()
    var body = try call.body(ShippingWire.requestTable)
    let option = try body.required(ShippingWire.shippingID)
    let cartID = try call.cartIDInQuery()
    call.cartID = cartID
    let now = call.now
    let (cart, droppedPayment) = try call.atBoxOffice { (office) throws(Refusal) in
      try office.setShipping(option, cartID: cartID, event: event, now: now)
    }
    call.note(cart)
    call.tell(.cart(.shipping, cart))
    return .json(reserving: 2048, decision: droppedPayment ? .shippingDropsPayment : nil) {
      CartWire.write(cart, at: now, into: &$0)
    }
  }
}
