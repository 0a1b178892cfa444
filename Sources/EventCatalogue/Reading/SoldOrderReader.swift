import JSONText

/// Reads an order that exists in every sandbox from the start.
enum SoldOrderReader {
  static func order(_ root: JSONValue) throws(JSONFaults) -> SoldOrder {
    var faults = JSONFaults()
    guard var reader = faults.object(root) else { throw faults }
    // For editors.
    _ = faults.read(try reader.optionalString("$schema"))
    var order = SoldOrder(
      number: faults.read(
        try reader.required("orderNumber", "an order number").ascii(
          1...60, "an order number such as \"39-20827/PHX\"", isPrintable)) ?? "",
      token: faults.read(
        try reader.required("orderToken", "an order token").ascii(
          1...200, "1 to 200 printable ASCII characters without spaces", isPrintable)) ?? "",
      eventID: faults.read(try EventReader.id(reader.required("event", "an event id"))) ?? "",
      account: faults.read(try reader.optionalValue("account")?.text(in: 1...100)),
      customerEmail: faults.read(try reader.optionalValue("customerEmail")?.text(in: 0...200)) ?? "",
      thirdPartySource: faults.read(try reader.optionalValue("thirdPartySource")?.text(in: 0...200)) ?? "",
      options: [], carrier: faults.read(try reader.optionalValue("carrier")?.text(in: 1...40)) ?? "TICKETMASTER",
      orderedDaysBefore: faults.read(
        try reader.required("orderedDaysBefore", "a number of days").number(in: 0...3_650)) ?? 0,
      tickets: [])
    for element in faults.elements(reader.optionalValue("options")) { order.options += option(element, &faults) }
    for element in faults.list("tickets", of: &reader) { order.tickets += ticket(element, &faults) }
    faults.finish(reader)
    guard faults.isEmpty else { throw faults }
    return order
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  private static func option(_ element: JSONValue, _ faults: inout JSONFaults) -> [SoldOrder.Option] {
    guard var reader = faults.object(element) else { return [] }
    let option = SoldOrder.Option(
      number: faults.read(try reader.required("number", "a number").number(in: 0...99_999)) ?? 0,
      description: faults.read(try reader.required("description", "a description").text()) ?? "")
    faults.finish(reader)
    return [option]
  }

  private static func ticket(_ element: JSONValue, _ faults: inout JSONFaults) -> [SoldOrder.Ticket] {
    guard var reader = faults.object(element) else { return [] }
    let ticket = SoldOrder.Ticket(
      barcode: faults.read(
        try reader.required("barcode", "a barcode").ascii(12...18, "12 to 18 digits", EventReader.isDigit)) ?? "",
      seatID: faults.read(
        try reader.required("seatId", "a seat id").ascii(1...20, "1 to 20 digits", EventReader.isDigit)) ?? "",
      section: faults.read(try reader.required("section", "a section").text(in: 1...20)) ?? "",
      row: faults.read(try reader.required("row", "a row").text(in: 1...20)) ?? "",
      seat: faults.read(try reader.required("seat", "a seat number").number(in: 1...200_000)) ?? 0,
      portal: faults.read(try reader.optionalValue("portal")?.text(in: 0...60)) ?? "",
      price: faults.read(try reader.required("price", "an amount").amount()) ?? .zero,
      distance: faults.read(try reader.optionalValue("distance")?.amount()) ?? .zero,
      facility: faults.read(try reader.optionalValue("facility")?.amount()) ?? .zero,
      service: faults.read(try reader.optionalValue("service")?.amount()) ?? .zero,
      tax: faults.read(try reader.optionalValue("tax")?.amount()) ?? .zero)
    faults.finish(reader)
    return [ticket]
  }
}
