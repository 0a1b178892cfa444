import BoxOffice
import EventCatalogue
import HTTPTypes
import JSONText
import Ledger
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// Reserve, commit and delete.
enum CartHandlers {
  /// `POST /events/{event_id}/cart`.
  static func reserve(_ call: inout Call) throws(APIError) -> Answer {
    let event = try call.event()
    var body = try call.body(ReserveWire.table)
    let request: ReserveRequest
    do throws(APIError) {
      request = try ReserveWire.read(&body)
    } catch {
      call.facts.ticketTypeSlip = numericTicketType(in: body.value, of: event)
      throw error
    }
    call.facts.captcha = request.captchaToken
    let now = call.now
    if call.steering.isSoldOut {
      call.facts.isArranged = true
      throw call.refused(.noInventory(reason: .tooFewFree(0)))
    }
    let (cart, notHad) = try call.atBoxOffice { (office) throws(Refusal) in
      try office.reserveSeats(request, event: event, now: now)
    }
    call.cartID = cart.id
    call.note(cart)
    call.tell(.cart(.reserved, cart))
    let isGeneral = cart.items.contains { event.layout.rows[$0.block.row].seating == .general }
    var answer = Answer.json(reserving: 2048, decision: isGeneral ? .reserveGeneralAdmission : nil) {
      CartWire.write(cart, at: now, into: &$0)
    }
    if request.lowestPrice != nil || request.highestPrice != nil { answer.decision = .reservePriceRange }
    if let password = request.password {
      answer.decision = .reservePassword
      if !event.isOpened(by: password) {
        answer.diagnosis = "reserve.password matches no offer of event \(event.id); these tickets did not need it."
      }
    }
    if let notHad { tell(notHad, of: cart, &answer) }
    return answer
  }

  /// Tells the client that it got different seats from the ones it named, why, and how to insist on them.
  private static func tell(_ notHad: SeatsNotHad, of cart: Cart, _ answer: inout Answer) {
    let other = answer.sentence
    let given = cart.seatNames
    let more = given.count > 4 ? " and \(given.count - 4) more" : ""
    answer.diagnosis =
      "\(notHad.sentence) The best available seats were given, as documented: "
      + "\(given.prefix(4).joined(separator: ", "))\(more)."
      + " Send \"accept_best_available\": false to insist."
    if let other { answer.tell(other) }
  }

  /// `PUT /events/{event_id}/cart`: buys a paid cart.
  static func commit(_ call: inout Call) throws(APIError) -> Answer {
    let event = try call.event()
    var body = try call.body(CommitWire.requestTable)
    let request = try CommitWire.read(&body)
    call.cartID = request.cartID
    let now = call.now
    let (order, delivery) = try call.atBoxOffice { (office) throws(Refusal) in
      let order = try office.commit(
        cartID: request.cartID, event: event, source: CommitWire.partnerName,
        sourceAccountID: request.sourceAccountID, now: now)
      return (order, office.delivery(of: order, at: now))
    }
    call.note(order, delivery, hasBarcodes: true)
    call.tell(
      .cart(
        .bought, id: request.cartID, event: event.id, seats: order.seatNames, Happening.CartTerms(order)))
    call.tell(.order(.bought, order))
    let link = call.redemptionURL(of: order)
    return .json { CommitWire.write(order, redemptionURL: link, into: &$0) }
  }

  /// The ticket type that was sent as a number, which makes the body invalid.
  private static func numericTicketType(in body: JSONValue, of event: Event) -> TicketTypeSlip? {
    guard let tickets = body["reserve"]?["tickets"], tickets.kind == .array else { return nil }
    for ticket in tickets.elements where ticket.kind == .object {
      guard let sent = ticket["id"]?.numberText else { continue }
      return TicketTypeSlip.find(sent, isNumber: true, known: event.description.ticketTypes.map(\.id))
    }
    return nil
  }

  /// `PUT /cart`, the path in older documents: the event is that of the cart.
  static func commitByCart(_ call: inout Call) throws(APIError) -> Answer {
    try call.adoptEventOfCartInBody()
    return try commit(&call)
  }

  /// `DELETE /cart`, the path in older documents: the event is that of the cart.
  static func deleteByCart(_ call: inout Call) throws(APIError) -> Answer {
    try call.adoptEvent(ofCart: call.cartIDInQuery())
    return try delete(&call)
  }

  /// `DELETE /events/{event_id}/cart`: gives the seats back.
  static func delete(_ call: inout Call) throws(APIError) -> Answer {
    let event = try call.event()
    let cartID = try call.cartIDInQuery()
    call.cartID = cartID
    let now = call.now
    let cart = try call.atBoxOffice { (office) throws(Refusal) in
      try office.delete(cartID: cartID, event: event, now: now)
    }
    call.tell(.cart(.deleted, cart))
    return .noContent
  }
}
