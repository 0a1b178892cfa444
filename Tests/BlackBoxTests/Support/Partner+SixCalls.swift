import Foundation
import JSONText

/// The calls of the SafeTix integration.
extension Partner {
  /// The account of the fan.
  static let account = "12313131"

  func availability(_ event: String) throws -> Answer {
    try get("/partners/v1/events/\(event)/availability")
  }

  /// Holds one seat: this one or none, or the best available.
  func reserve(_ event: String, _ seat: Seat? = nil, ticketType: String = "000000000001") throws -> Answer {
    var reserve = "\"tickets\":[{\"id\":\"\(ticketType)\"}]"
    if let seat {
      reserve +=
        ",\"section\":\"\(seat.section)\",\"row\":\"\(seat.row)\",\"begin_seat\":\(seat.number),"
        + "\"end_seat\":\(seat.number),\"accept_best_available\":false"
    }
    return try post("/partners/v1/events/\(event)/cart", body: "{\"reserve\":{\(reserve)}}")
  }

  func pay(_ event: String, cart: String, amount: String) throws -> Answer {
    try put(
      "/partners/v1/events/\(event)/cart/payment",
      body: """
        {"cart_id":"\(cart)","payment":{"type":"BRAINTREE","amount":"\(amount)",
        "third_party_account_id":"\(Self.account)","card":{"number":"fake-valid-visa-nonce","cin":"123"}}}
        """)
  }

  func commit(_ event: String, cart: String) throws -> Answer {
    try put("/partners/v1/events/\(event)/cart", body: "{\"cart_id\":\"\(cart)\"}")
  }

  func release(_ event: String, cart: String) throws -> Answer {
    let id = cart.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? cart
    return try delete("/partners/v1/events/\(event)/cart", "cart_id=\(id)")
  }

  func open(orderToken: String) throws -> Answer {
    try post(
      "/partners/v1/orders", "order_token=\(orderToken)",
      body: """
        {"device_id":"phone-1","device_type":"native","device_os":"ios","third_party_account_id":"\(Self.account)"}
        """)
  }

  func refresh(_ event: String, _ seat: Seat, barcode: String) throws -> Answer {
    try post(
      "/marketplace/v1/securerender", fields: [("x-user-id", Self.account)],
      body: """
        {"deviceId":"phone-1","deviceType":"NATIVE","deviceOs":"IOS","tickets":[{"eventId":"\(event)",
        "section":"\(seat.section)","row":"\(seat.row)","seat":"\(seat.number)","barcode":"\(barcode)"}]}
        """)
  }

  /// Plays all six calls; the answers, all of status 200.
  ///
  /// - Throws: ``TestFailure`` at the first other status.
  func buy(_ event: String, _ seat: Seat) throws -> [Answer] {
    let available = try availability(event).expecting(200)
    let held = try reserve(event, seat).expecting(200)
    let cart = try held.value("/cart_id")
    let paid = try pay(event, cart: cart, amount: held.value("/cart/totals/grand")).expecting(200)
    let bought = try commit(event, cart: cart).expecting(200)
    let opened = try open(orderToken: bought.value("/order_token")).expecting(200)
    let refreshed = try refresh(event, seat, barcode: opened.value("/tickets/0/barcode_id")).expecting(200)
    return [available, held, paid, bought, opened, refreshed]
  }

  /// The seats that are free, by availability.
  func freeSeats(_ event: String) throws -> Set<Seat> {
    guard let groups = try availability(event).expecting(200).json?.value(at: "/event/tickets") else {
      throw TestFailure("availability without tickets")
    }
    var seats: Set<Seat> = []
    for group in groups.elements {
      for run in group["inventory"]?.elements.map({ $0 }) ?? [] {
        let section = run["section"]?.string ?? ""
        let row = run["row"]?.string ?? ""
        for number in run["seats"]?.elements.map({ $0 }) ?? [] {
          let seat = Seat(section: section, row: row, number: Int(number.integer ?? -1))
          guard seats.insert(seat).inserted else { throw TestFailure("\(seat) is listed twice") }
        }
      }
    }
    return seats
  }
}
