import JSONText
import BoxOffice
import Determinism
import EventCatalogue
import HTTPWire
import Ledger
import PartnerVocabulary
import PartnerWire
import SafeTix
import Sandboxes

/// Order Management.
enum OrderHandlers {
  /// `GET /orders`: the order without device fields and tokens.
  static func get(_ call: inout Call) throws(APIError) -> Answer {
    let selector = try selector(&call)
    let (order, delivery) = try find(selector, &call)
    call.cartID = order.cartID
    call.note(order, delivery, hasBarcodes: false)
    return .json(reserving: 2048, decision: .ordersGet) {
      OrderWire.write(order, delivery: delivery, opening: nil, into: &$0)
    }
  }

  /// `POST /orders`: the order with a token for each ticket, made for the device.
  static func open(_ call: inout Call) throws(APIError) -> Answer {
    var body = try call.body(DeviceWire.table)
    call.noteDevice(in: body.value)
    let (device, account) = try DeviceWire.read(&body)
    call.account = account
    let selector = try selector(&call)
    let (order, delivery) = try find(selector, &call)
    call.note(order, delivery, hasBarcodes: true)
    let folded = SeededSource.fold(device.id)
    let holder = call.sandbox.withState { $0.holder(ofDevice: device.id, folded: folded) }
    call.facts.device?.alsoNames = holder.map(DeviceFact.KnownThing.init)
    if let billed = order.account, billed != account {
      throw APIError(
        ErrorCatalogue.accountMismatch,
        "third_party_account_id is \"\(account)\", but order \(order.number) was billed with another account.")
    }
    let entries = entries(order, delivery: delivery, device: device, call)
    return .json(
      reserving: 1536 + order.tickets.count * 1536, decision: decision(order, delivery)
    ) { writer in
      OrderWire.write(
        order, delivery: delivery, opening: OrderWire.Opening(device: device, account: account, entries: entries),
        into: &writer)
    }
  }

  private static func decision(_ order: Order, _ delivery: TokenDelivery) -> Decision? {
    if order.isVoided { return .ordersVoided }
    switch delivery {
    case .delayed: return .ordersDelayed
    case .released: return .ordersReleased
    case .immediate, .notSecure:
      return order.tickets.contains(where: \.isGeneralAdmission) ? .orderGeneralAdmission : nil
    }
  }

  /// The entry that is handed out for each ticket.
  private static func entries(
    _ order: Order, delivery: TokenDelivery, device: Device, _ call: borrowing Call
  ) -> [OrderWire.SecureEntry] {
    if delivery == .notSecure { return [] }
    if order.isVoided {
      return order.tickets.map { _ in .error(code: 400, message: SecureRenderWire.Failure.voided.text) }
    }
    switch delivery {
    case .delayed(_, .omitToken):
      return order.tickets.map { _ in .withheld }
    case .delayed(_, .error):
      return order.tickets.map { _ in .error(code: 400, message: SecureRenderWire.Failure.delayed.text) }
    case .delayed(_, .scrambledToken):
      return tokens(order, device, call).map { entry in
        if case .token(let token) = entry { .token(TokenDesk.scramble(quoted: token)) } else { entry }
      }
    case .immediate, .released, .notSecure:
      return tokens(order, device, call)
    }
  }

  private static func tokens(_ order: Order, _ device: Device, _ call: borrowing Call) -> [OrderWire.SecureEntry] {
    let desk = TokenDesk(sandbox: call.sandbox, device: SeededSource.fold(device.id))
    let numbers = call.withState { state in
      order.tickets.map { desk.nextIssue(of: $0, at: call.now, in: &state) }
    }
    if call.isHeard {
      for (ticket, number) in zip(order.tickets, numbers) {
        call.tell(.token(ticket, event: order.event.id, device: device.id, issue: number))
      }
    }
    return order.tickets.indices.map { place in
      desk.quotedToken(
        for: order.tickets[place], event: order.event, issue: numbers[place],
        flaw: call.steering.flaw(ofTicket: place)
      ).map { .token($0) } ?? .withheld
    }
  }

  private static func find(_ selector: OrderSelector, _ call: inout Call) throws(APIError) -> (Order, TokenDelivery) {
    let now = call.now
    let found = call.withState { state in
      state.boxOffice.order(selector).map { ($0, state.boxOffice.delivery(of: $0, at: now)) }
    }
    if case .cart(let id, _) = selector {
      call.facts.cartID = id
      if found == nil { call.noteUnescaped(cart: id) }
    }
    guard let found else {
      let name =
        switch selector {
        case .token(let token): "order_token \(token)"
        case .number(let number): "order_number \(number)"
        case .cart(let id, let event): "cart_id \(id) of event \(event)"
        }
      throw APIError(ErrorCatalogue.orderNotFound, "This sandbox has no order with \(name).")
    }
    return found
  }

  /// The order that the query names; a second `?` in the URL counts as `&`.
  private static func selector(_ call: inout Call) throws(APIError) -> OrderSelector {
    if let token = try call.query(QueryWire.orderToken) { return .token(token) }
    if let number = try call.query(QueryWire.orderNumber) { return .number(number) }
    if let cart = try call.query(QueryWire.optionalCartID), let event = try call.query(QueryWire.optionalEventID) {
      return .cart(id: cart, eventID: event)
    }
    throw APIError(
      ErrorCatalogue.invalidInput, "The query needs order_token, or order_number, or cart_id together with event_id.")
  }
}
