/// The cart, as reserve, shipping and payment answer it.
package enum CartWire {
  private static let source = "Partner API, Cart; SafeTix, billing response"
  private static let newest = "Partner API, Reserve, the newest example in the code of clients"
  package static let cartID = WireField(
    "cart_id", .string, aliases: ["cartId"], required: true, source: source,
    example: "\"beec42c9-f456-4270-bba9-4c62528bef00\"")
  package static let cart = WireField("cart", .object(cartTable), required: true, source: source)
  package static let table = WireTable("CartAnswer", [cartID, cart])

  package static let items = WireField("items", .array(of: .object(itemTable)), required: true, source: source)
  package static let totals = WireField("totals", .object(totalsTable), required: true, source: source)
  static let payments = WireField("payments", .array(of: .object(paymentTable)), source: source)
  static let holdTime = WireField("hold_time", .integer, required: true, source: source, example: "444")
  static let cartTable = WireTable("Cart", [items, totals, payments, holdTime])

  // MARK: Items

  package static let type = WireField(
    "type", .choice(["ticket", "processing", "delivery"]), required: true, source: source, example: "\"ticket\"")
  package static let id = WireField("id", .integer, required: true, source: source, example: "1")
  package static let areas = WireField("areas", .array(of: .object(areaTable)), source: source)
  package static let tickets = WireField("tickets", .array(of: .object(ticketsTable)), source: source)
  package static let ga = WireField("ga", .boolean, source: source, example: "false")
  static let itemTotals = WireField("totals", .object(itemTotalsTable), required: true, source: source)
  package static let eventID = WireField("event_id", .string, source: source, example: "\"3F005105D843DFA3\"")
  static let numSeats = WireField("num_seats", .integer, source: source, example: "1")
  /// The host's number, as the SafeTix page spells it.
  static let xNum = WireField("x-num", .integer, source: source, example: "28")
  /// The same, as the Partner API's field list and its newest example spell it.
  static let xNumber = WireField("x_num", .integer, source: "Partner API, Cart", example: "28")
  package static let row = WireField("row", .string, source: source, example: "\"B\"")
  package static let section = WireField("section", .string, source: source, example: "\"BALC2L\"")
  static let startSeatNumber = WireField("start_seat_number", .string, source: source, example: "\"13\"")
  static let endSeatNumber = WireField("end_seat_number", .string, source: source, example: "\"13\"")
  static let isGA = WireField("is_ga", .boolean, source: source, example: "false")
  /// Nothing in it could be had; general admission only.
  static let view = WireField("view", .object(viewTable), source: newest, example: "{}")
  static let viewTable = WireTable("CartView", [])
  /// General admission only.
  static let transfer = WireField("transfer", .object(transferTable), source: newest)
  static let isEligible = WireField("eligible", .boolean, required: true, source: newest, example: "true")
  static let transferTable = WireTable("CartTransfer", [isEligible])
  package static let carrier = WireField("carrier", .string, source: source, example: "\"TICKETMASTER\"")
  static let serviceLevel = WireField("service_level", .string, source: source, example: "\"ETICKET\"")
  static let deliveryDescription = WireField("description", .object(deliveryDescriptionTable), source: source)
  static let requiresAddress = WireField("requires_address", .boolean, source: source, example: "false")
  static let itemTable = WireTable(
    "CartItem",
    [
      type, id, areas, tickets, ga, itemTotals, eventID, numSeats, xNum, xNumber, row, section, startSeatNumber,
      endSeatNumber, isGA, view, transfer, carrier, serviceLevel, deliveryDescription, requiresAddress,
    ])

  package static let long = WireField("long", .string, source: source, example: "\"Get in with:\"")
  package static let short = WireField("short", .string, source: source, example: "\"eTickets\"")
  package static let eta = WireField("eta", .string, source: source, example: "\"eTickets\"")
  static let deliveryDescriptionTable = WireTable("DeliveryDescription", [long, short, eta])

  static let areaDescription = WireField("description", .string, source: source, example: "\"Second Balcony\"")
  static let areaID = WireField("id", .integer, source: source, example: "8")
  static let areaTable = WireTable("CartArea", [areaDescription, areaID])

  static let ticketDescription = WireField("description", .string, source: source, example: "\"Standard Ticket\"")
  static let ticketID = WireField("id", .string, source: source, example: "\"000000000001\"")
  package static let quantity = WireField("quantity", .integer, source: source, example: "1")
  static let inventoryType = WireField("inventory_type", .string, source: source, example: "\"PRIMARY\"")
  static let charges = WireField("charges", .array(of: .object(chargeTable)), source: source)
  static let ticketsTable = WireTable(
    "CartTickets", [ticketDescription, ticketID, quantity, inventoryType, charges])

  package static let price = WireField("price", .money, source: source, example: "57.00")
  static let chargeType = WireField(
    "type", .choice(["distance", "facility", "face_value", "service"]), source: source, example: "\"face_value\"")
  static let tax = WireField("tax", .money, source: source, example: "4.13")
  static let chargeTable = WireTable("CartCharge", [price, chargeType, quantity, tax])

  // MARK: Totals

  static let currencyCode = WireField("currency_code", .string, source: source, example: "\"USD\"")
  static let fee = WireField("fee", .money, required: true, source: source, example: "37.96")
  static let grand = WireField("grand", .money, required: true, source: source, example: "101.66")
  static let merchandise = WireField("merchandise", .money, required: true, source: source, example: "57.00")
  static let itemTotalsTable = WireTable("ItemTotals", [currencyCode, fee, grand, merchandise, tax])
  package static let delivery = WireField("delivery", .money, required: true, source: source, example: "0.00")
  package static let unpaid = WireField("unpaid", .money, required: true, source: source, example: "0.00")
  static let upsell = WireField("upsell", .money, required: true, source: source, example: "0.00")
  static let totalsTable = WireTable(
    "CartTotals", [currencyCode, delivery, fee, grand, merchandise, tax, unpaid, upsell])

  // MARK: Payments

  static let paymentID = WireField("payment_id", .string, source: source, example: "\"1\"")
  static let paymentType = WireField("type", .choice(["CC", "INVOICE"]), source: source, example: "\"CC\"")
  static let paymentAmount = WireField("amount", .money, source: source, example: "101.66")
  package static let card = WireField("card", .object(cardTable), source: source)
  static let paymentTable = WireTable("CartPayment", [id, paymentID, paymentType, paymentAmount, card])

  package static let expireMonth = WireField("expire_month", .integer, source: source, example: "12")
  package static let expireYear = WireField("expire_year", .integer, source: source, example: "2020")
  package static let issuer = WireField("issuer", .string, source: source, example: "\"VISA\"")
  static let cardNumber = WireField("number", .string, source: source, example: "\"******************2474\"")
  static let cardTable = WireTable("CartPaymentCard", [expireMonth, expireYear, issuer, cardNumber])
}
