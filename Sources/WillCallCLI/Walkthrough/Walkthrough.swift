import CommandArguments
import Determinism
import EntryCode
import HTTPWire
import JSONText
import LoopbackClient
import SafeTix

/// The six calls of the SafeTix integration, each using what the one before returned.
struct Walkthrough {
  static let account = "12313131"

  private let client: WalkthroughClient
  private let key: String
  private let eventID: String
  private let pace: Pace
  private let page = WalkthroughPage()
  private var number = 0

  /// - Parameters:
  ///   - key: the partner key.
  ///   - pace: the pause between two steps.
  init(client: WalkthroughClient, key: String, eventID: String, pace: Pace) {
    self.client = client
    self.key = key
    self.eventID = eventID
    self.pace = pace
  }

  /// Plays all six steps.
  ///
  /// - Throws: ``CommandFailure`` if the server cannot be reached or answers something unexpected.
  mutating func play() throws {
    begin()
    let orderToken = try buy()
    let tickets = try open(orderToken)
    try refresh(tickets)
    try enter(tickets)
  }

  /// Plays delay delivery to its end: the six steps, with the last one refused, then the delivery date, then the last
  /// two steps again.
  ///
  /// - Throws: ``CommandFailure`` if the server cannot be reached or answers something unexpected.
  mutating func playDelayDelivery() throws {
    begin()
    // The event's date is relative to the sandbox's start, which an earlier walkthrough may have left behind: so reset.
    let reset = try client.send("POST", "/__willcall/reset?apikey=\(QueryText.encoded(key))", header: nil, body: "{}")
    guard reset.status == 200 else {
      throw CommandFailure.runtime("--delay-delivery needs the control API, which answered \(reset.status)")
    }
    page.reason("Tokens are delivered three days later. The sandbox was reset, so that date is still ahead.")
    let orderToken = try buy()
    try refresh(try open(orderToken))
    try wait()
    let tickets = try open(orderToken)
    try refresh(tickets)
    try enter(tickets)
  }

  private mutating func buy() throws -> String {
    let ticketType = try availability()
    let cart = try reserve(ticketType)
    try pay(cart)
    return try commit(cart.id)
  }

  private struct ReservedCart {
    let id: String
    let total: String
  }

  private struct SoldTicket {
    let section: String
    let row: String
    let seat: String
    let barcode: String
    let token: String?
  }

  // MARK: The steps

  private mutating func availability() throws -> String {
    let answer = try call("What is on sale?", "GET", "/partners/v1/events/\(eventID)/availability")
    let group = try answer.value("/event/tickets/0")
    let ticketType = try answer.string("/event/tickets/0/offers/0/ticketTypeId")
    try show(
      answer,
      [
        ("available", "/event/tickets/0/available"), ("section", "/event/tickets/0/inventory/0/section"),
        ("row", "/event/tickets/0/inventory/0/row"), ("ticketTypeId", "/event/tickets/0/offers/0/ticketTypeId"),
        ("faceValue", "/event/tickets/0/offers/0/faceValue"), ("currency", "/event/tickets/0/offers/0/currency"),
      ])
    let limit = group["currentTicketLimit"]?.text ?? "0"
    page.reason("A cart may hold \(limit) tickets here. Reserve two of type \(ticketType) to hold seats.")
    return ticketType
  }

  private mutating func reserve(_ ticketType: String) throws -> ReservedCart {
    let answer = try call(
      "Hold two seats", "POST", "/partners/v1/events/\(eventID)/cart",
      body: "{\"reserve\":{\"tickets\":[{\"id\":\"\(ticketType)\",\"quantity\":2}]}}")
    try show(
      answer,
      [
        ("cart_id", "/cart_id"), ("hold_time", "/cart/hold_time"), ("section", "/cart/items/0/section"),
        ("row", "/cart/items/0/row"), ("start_seat_number", "/cart/items/0/start_seat_number"),
        ("end_seat_number", "/cart/items/0/end_seat_number"), ("totals.grand", "/cart/totals/grand"),
      ])
    let cart = ReservedCart(id: try answer.string("/cart_id"), total: try answer.value("/cart/totals/grand").text)
    page.reason("The seats are ours for hold_time seconds. Pay totals.grand, and say whose tickets they will be.")
    return cart
  }

  private mutating func pay(_ cart: ReservedCart) throws {
    let answer = try call(
      "Pay", "PUT", "/partners/v1/events/\(eventID)/cart/payment",
      body: """
        {"cart_id":"\(cart.id)","payment":{"type":"BRAINTREE","amount":"\(cart.total)",\
        "card":{"number":"fake-valid-visa-nonce","cin":"123"},"third_party_account_id":"\(Self.account)"}}
        """)
    try show(
      answer,
      [
        ("unpaid", "/cart/totals/unpaid"), ("payment", "/cart/payments/0/card/number"),
        ("hold_time", "/cart/hold_time"),
      ])
    page.reason("Nothing is due any more, and the hold was extended. Commit to turn the cart into an order.")
  }

  private mutating func commit(_ cartID: String) throws -> String {
    let answer = try call(
      "Buy", "PUT", "/partners/v1/events/\(eventID)/cart", body: "{\"cart_id\":\"\(cartID)\"}")
    try show(
      answer,
      [("order_number", "/order_number"), ("order_token", "/order_token"), ("grand_total", "/grand_total")])
    page.reason("The order exists. Order Management issues the first tokens to the device that asks.")
    return try answer.string("/order_token")
  }

  private mutating func open(_ orderToken: String) throws -> [SoldTicket] {
    let answer = try call(
      "Open the order on the fan's phone", "POST", "/partners/v1/orders", query: "order_token=\(orderToken)&",
      body: """
        {"device_id":"phone-1","device_type":"native","device_os":"ios","third_party_account_id":"\(Self.account)"}
        """)
    try show(
      answer,
      [
        ("barcode_id", "/tickets/0/barcode_id"), ("render_type", "/tickets/0/secure_entry_data/render_type"),
        ("token", "/tickets/0/secure_entry_data/token"),
        ("delay date", "/additional_info/safetix_delivery_delay_date"),
      ])
    var tickets: [SoldTicket] = []
    for (place, _) in try answer.value("/tickets").elements.enumerated() {
      tickets.append(
        SoldTicket(
          section: try answer.string("/tickets/\(place)/section"), row: try answer.string("/tickets/\(place)/row"),
          seat: try answer.string("/tickets/\(place)/seat_name"),
          barcode: try answer.string("/tickets/\(place)/barcode_id"),
          token: answer.json.value(at: "/tickets/\(place)/secure_entry_data/token")?.string))
    }
    if tickets.first?.token == nil {
      page.reason("Delay delivery is on: there is no token before that date. Tell the fan when it will come.")
    } else {
      page.reason("The token goes to the SDK, which draws the symbol. Refresh it whenever the ticket is shown.")
    }
    return tickets
  }

  private mutating func wait() throws {
    let answer = try call("Let three days pass", "POST", "/__willcall/clock", body: "{\"advance\":\"P3D\"}")
    try show(
      answer,
      [
        ("now", "/now"), ("deliverable", "/deliverable/total"), ("order_number", "/deliverable/orders/0"),
        ("expired carts", "/expiredCarts/total"),
      ])
    page.reason("The control API moved this sandbox's clock, and nobody else's. The tokens are available now.")
  }

  /// - Returns: the first ticket's token, and when it was answered.
  @discardableResult
  private mutating func refresh(_ tickets: [SoldTicket]) throws -> (token: EntryToken, at: Instant)? {
    let list = tickets.map { ticket in
      "{\"eventId\":\"\(eventID)\",\"section\":\"\(ticket.section)\",\"row\":\"\(ticket.row)\","
        + "\"seat\":\"\(ticket.seat)\",\"barcode\":\"\(ticket.barcode)\"}"
    }
    let isDelayed = tickets.first?.token == nil
    let answer = try call(
      "Show the ticket at the gate", "POST", "/marketplace/v1/securerender",
      header: ("x-user-id", Self.account),
      body: """
        {"deviceId":"phone-1","deviceType":"NATIVE","deviceOs":"IOS","tickets":[\(list.joined(separator: ","))]}
        """, expecting: isDelayed ? 400 : 200)
    try show(
      answer,
      [
        ("token", "/tickets/0/token"), ("renderType", "/tickets/0/renderType"),
        ("pkPassId", "/tickets/0/passData/ios/pkPassId"), ("error", "/tickets/0/error/error"),
      ])
    if isDelayed {
      page.reason("An app that refreshes before the delay date gets this error. It should ask again after that date.")
      return nil
    }
    let token = try answer.string("/tickets/0/token")
    guard let entryToken = TokenReader.read(token).token, let now = answer.date else { return nil }
    for seconds in [0, 15] {
      let drawing = EntryPayload.make(token: entryToken, at: now + .seconds(seconds))
      page.reason("\(drawing.symbology.rawValue) after \(seconds) s: …\(drawing.payload.suffix(34))")
    }
    page.reason("Same token, but the codes rotate: a screenshot is worthless half a minute later.")
    return (entryToken, now)
  }

  /// Enters the event if the server has the control API, which moves the sandbox's clock there and back.
  private mutating func enter(_ tickets: [SoldTicket]) throws {
    let list = try client.send("GET", "/__willcall/events?apikey=\(QueryText.encoded(key))", header: nil, body: nil)
    guard list.status == 200, let evening = Self.evening(of: eventID, in: list.json) else { return }
    let answer = try call(
      "Move to the evening of the event", "POST", "/__willcall/clock", body: "{\"set\":\"\(evening.rfc3339)\"}")
    try show(answer, [("now", "/now")])
    page.reason("An hour before the start. A token is refreshed when its ticket is shown, so the app does that now.")
    guard let (token, now) = try refresh(tickets) else { return }
    let drawing = EntryPayload.make(token: token, at: now)
    try SymbolLines.show(drawing)
    let scan = try call(
      "Hold it under the scanner", "POST", "/__willcall/gate/scan",
      body: "{\"payload\":\"\(drawing.payload)\",\"at\":\"\(now.rfc3339)\"}")
    try show(scan, [("verdict", "/verdict"), ("sentence", "/sentence")])
    page.reason("A second scan of the ticket would be refused on any phone. Now the clock is set back.")
    _ = try client.send(
      "POST", "/__willcall/reset?apikey=\(QueryText.encoded(key))", header: nil, body: "{\"parts\":[\"clock\"]}")
  }

  private static func evening(of eventID: String, in list: JSONValue) -> Instant? {
    let event = list.value(at: "/events")?.elements.first { $0["id"]?.string == eventID }
    return event?["start"]?.string.flatMap { Instant(rfc3339: $0) }.map { $0 - .seconds(3_600) }
  }

  // MARK: Plumbing

  private func begin() {
    let who = TerminalText.escaped(key)
    page.begin("A partner app buys two tickets of event \(eventID) from \(client.baseURL) with key \(who).")
  }

  private mutating func call(
    _ title: String, _ method: String, _ path: String, query: String = "", header: (String, String)? = nil,
    body: String? = nil, expecting status: Int = 200
  ) throws -> WalkthroughAnswer {
    if number > 0 { try pace.wait() }
    number += 1
    let target = "\(path)?\(query)apikey=\(QueryText.encoded(key))"
    page.step(
      number, title, method: method, target: target, header: header.map { "\($0.0): \($0.1)" }, body: body)
    let answer = try client.send(method, target, header: header, body: body)
    guard answer.status == status else {
      throw CommandFailure.runtime(
        "step \(number) expected status \(status), found \(answer.status): \(answer.diagnosis ?? answer.json.text)")
    }
    return answer
  }

  private func show(_ answer: WalkthroughAnswer, _ fields: [(name: String, pointer: String)]) throws {
    page.answer(
      status: answer.status, reason: answer.reason,
      fields.compactMap { field in
        answer.json.value(at: field.pointer).map { (field.name, $0.string ?? $0.text) }
      })
  }
}
