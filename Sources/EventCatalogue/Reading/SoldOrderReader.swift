import JSONText

/// Reads an order that exists in every sandbox from the start.
enum SoldOrderReader {
  /// The keys of an order.
  static let keys = [
    "$schema", "orderNumber", "orderToken", "event", "account", "customerEmail", "thirdPartySource", "carrier",
    "orderedDaysBefore",
    "options", "tickets",
  ]

  static func order(_ root: JSONValue) throws(JSONMismatch) -> SoldOrder {
    var reader = try root.asObject()
    // For editors.
    _ = try reader.optionalValue("$schema")?.asString()
    let number = try reader.required("orderNumber", "an order number").ascii(
      1...60, "an order number such as \"39-20827/PHX\"", isPrintable)
    let token = try reader.required("orderToken", "an order token").ascii(
      1...200, "1 to 200 printable ASCII characters without spaces", isPrintable)
    let event = try EventReader.id(reader.required("event", "an event id"))
    let account = try reader.optionalValue("account")?.text(in: 1...100)
    let email = try reader.optionalValue("customerEmail")?.text(in: 0...200) ?? ""
    let source = try reader.optionalValue("thirdPartySource")?.text(in: 0...200) ?? ""
    let carrier = try reader.optionalValue("carrier")?.text(in: 1...40) ?? "TICKETMASTER"
    let days = try reader.required("orderedDaysBefore", "a number of days").number(in: 0...3_650)
    var options: [SoldOrder.Option] = []
    if let list = try reader.optionalArray("options") {
      for element in list { options.append(try option(element)) }
    }
    var tickets: [SoldOrder.Ticket] = []
    for element in try reader.list("tickets") { tickets.append(try ticket(element)) }
    try reader.rejectUnread()
    return SoldOrder(
      number: number, token: token, eventID: event, account: account, customerEmail: email, thirdPartySource: source,
      options: options, carrier: carrier, orderedDaysBefore: days, tickets: tickets)
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  private static func option(_ element: JSONValue) throws(JSONMismatch) -> SoldOrder.Option {
    var reader = try element.asObject()
    let option = SoldOrder.Option(
      number: try reader.required("number", "a number").number(in: 0...99_999),
      description: try reader.required("description", "a description").text())
    try reader.rejectUnread()
    return option
  }

  private static func ticket(_ element: JSONValue) throws(JSONMismatch) -> SoldOrder.Ticket {
    var reader = try element.asObject()
    let ticket = SoldOrder.Ticket(
      barcode: try reader.required("barcode", "a barcode").ascii(12...18, "12 to 18 digits", EventReader.isDigit),
      seatID: try reader.required("seatId", "a seat id").ascii(1...20, "1 to 20 digits", EventReader.isDigit),
      section: try reader.required("section", "a section").text(in: 1...20),
      row: try reader.required("row", "a row").text(in: 1...20),
      seat: try reader.required("seat", "a seat number").number(in: 1...200_000),
      portal: try reader.optionalValue("portal")?.text(in: 0...60) ?? "",
      price: try reader.required("price", "an amount").amount(),
      distance: try reader.optionalValue("distance")?.amount() ?? .zero,
      facility: try reader.optionalValue("facility")?.amount() ?? .zero,
      service: try reader.optionalValue("service")?.amount() ?? .zero,
      tax: try reader.optionalValue("tax")?.amount() ?? .zero)
    try reader.rejectUnread()
    return ticket
  }
}
