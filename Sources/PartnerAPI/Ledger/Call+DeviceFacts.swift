import Sandboxes
import BoxOffice
import EventCatalogue
import JSONText
import Ledger
import PartnerVocabulary
import PartnerWire

/// What the ledger learns about devices and orders.
extension Call {
  /// Notes the device block of Order Management, even an invalid one.
  mutating func noteDevice(in body: JSONValue) {
    let id = body[DeviceWire.deviceID.name]?.string
    facts.device = DeviceFact(id: id.flatMap { $0.isEmpty ? nil : $0 }, problem: DeviceWire.problem(in: body))
  }

  /// Notes an order that was sold or found, whatever the outcome of the call.
  ///
  /// - Parameter hasBarcodes: whether the order was just sold or is being opened.
  mutating func note(_ order: Order, _ delivery: TokenDelivery, hasBarcodes: Bool) {
    facts.event = order.event.id
    var fact = OrderFact(
      number: order.number, cartID: order.cartID, account: order.account, begins: nil,
      hasTokens: order.event.description.entry.isSafeTix && !order.isVoided)
    if case .delayed(let until, _) = delivery { fact.delayedUntil = until }
    if hasBarcodes {
      fact.barcodes = order.tickets.map(\.barcode)
      let event = order.event
      fact.begins = sandbox.withState { $0.boxOffice.dates(of: event).start }
    }
    facts.order = fact
  }
}

extension DeviceFact.KnownThing {
  /// Makes a known thing from something that the box office has issued an id for.
  init(_ issued: BoxOffice.Issued) {
    switch issued {
    case .orderNumber: self = .orderNumber
    case .orderToken: self = .orderToken
    case .cartID: self = .cartID
    case .barcode: self = .barcode
    case .eventID: self = .eventID
    }
  }
}
