/// The cart, as returned by reserve, shipping and payment.
package enum CartWire {
  private static let source = "Partner API, Cart; SafeTix, billing response"
  private static let newest = "Partner API, Reserve, the newest example in the code of clients"
  package static let cartID = WireField(
    "cart_id", .string, aliases: ["cartId"], required: true, about: "The cart's id.", source: source,
    example: "\"beec42c9-f456-4270-bba9-4c62528bef00\"")
  package static let cart = WireField(
    "cart", .object(cartTable), required: true, about: "What the cart holds and what it costs.", source: source)
  package static let table = WireTable("CartAnswer", [cartID, cart])

  package static let items = WireField(
    "items", .array(of: .object(itemTable)), required: true, about: "The tickets and charges of the cart.",
    source: source)
  package static let totals = WireField(
    "totals", .object(totalsTable), required: true, about: "The sums of the cart.", source: source)
  static let payments = WireField(
    "payments", .array(of: .object(paymentTable)), about: "The payments of the cart.", source: source)
  static let holdTime = WireField(
    "hold_time", .integer, required: true, about: "The seconds until the seats are free again.", source: source,
    example: "444")
  static let cartTable = WireTable("Cart", [items, totals, payments, holdTime])

  // MARK: Items

  package static let type = WireField(
    "type", .choice(["ticket", "processing", "delivery"]), required: true, about: "What the item is.", source: source,
    example: "\"ticket\"")
  package static let id = WireField(
    "id", .integer, required: true, about: "The number in the list.", source: source, example: "1")
  package static let areas = WireField(
    "areas", .array(of: .object(areaTable)), about: "The areas that the seats lie in.", source: source)
  package static let tickets = WireField(
    "tickets", .array(of: .object(ticketsTable)), about: "The tickets by type.", source: source)
  package static let ga = WireField(
    "ga", .boolean, about: "Whether the seats are general admission.", source: source, example: "false")
  static let itemTotals = WireField(
    "totals", .object(itemTotalsTable), required: true, about: "The sums of the item.", source: source)
  package static let eventID = WireField(
    "event_id", .string, about: "The event's id.", source: source, example: "\"3F005105D843DFA3\"")
  static let numSeats = WireField(
    "num_seats", .integer, about: "How many seats the item has.", source: source, example: "1")
  /// The host's number, as the SafeTix page spells it.
  static let xNum = WireField(
    "x-num", .integer, about: "The host's number for the event.", source: source, example: "28")
  /// The same number, as the Partner API's field list and its newest example spell it.
  static let xNumber = WireField(
    "x_num", .integer, about: "The host's number for the event.", source: "Partner API, Cart", example: "28")
  package static let row = WireField("row", .string, about: "The row.", source: source, example: "\"B\"")
  package static let section = WireField(
    "section", .string, about: "The section.", source: source, example: "\"BALC2L\"")
  static let startSeatNumber = WireField(
    "start_seat_number", .string, about: "The number of the first seat.", source: source, example: "\"13\"")
  static let endSeatNumber = WireField(
    "end_seat_number", .string, about: "The number of the last seat.", source: source, example: "\"13\"")
  static let isGA = WireField(
    "is_ga", .boolean, about: "Whether the seats are general admission.", source: source, example: "false")
  /// An object whose members are unknown; general admission only.
  static let view = WireField(
    "view", .object(viewTable), about: "What is known of the view.", source: newest, example: "{}")
  static let viewTable = WireTable("CartView", [])
  /// General admission only.
  static let transfer = WireField(
    "transfer", .object(transferTable), about: "Whether the tickets can be transferred.", source: newest)
  static let isEligible = WireField(
    "eligible", .boolean, required: true, about: "Whether the tickets can be transferred.", source: newest,
    example: "true")
  static let transferTable = WireTable("CartTransfer", [isEligible])
  package static let carrier = WireField(
    "carrier", .string, about: "Who delivers.", source: source, example: "\"TICKETMASTER\"")
  static let serviceLevel = WireField(
    "service_level", .string, about: "How it is delivered.", source: source, example: "\"ETICKET\"")
  static let deliveryDescription = WireField(
    "description", .object(deliveryDescriptionTable), about: "The delivery option in words.", source: source)
  static let requiresAddress = WireField(
    "requires_address", .boolean, about: "Whether the delivery needs an address.", source: source, example: "false")
  static let itemTable = WireTable(
    "CartItem",
    [
      type, id, areas, tickets, ga, itemTotals, eventID, numSeats, xNum, xNumber, row, section, startSeatNumber,
      endSeatNumber, isGA, view, transfer, carrier, serviceLevel, deliveryDescription, requiresAddress,
    ])

  package static let long = WireField(
    "long", .string, about: "The long text.", source: source, example: "\"Get in with:\"")
  package static let short = WireField(
    "short", .string, about: "The short text.", source: source, example: "\"eTickets\"")
  package static let eta = WireField(
    "eta", .string, about: "When it will be delivered.", source: source, example: "\"eTickets\"")
  static let deliveryDescriptionTable = WireTable("DeliveryDescription", [long, short, eta])

  static let areaDescription = WireField(
    "description", .string, about: "The area in words.", source: source, example: "\"Second Balcony\"")
  static let areaID = WireField("id", .integer, about: "The area's id.", source: source, example: "8")
  static let areaTable = WireTable("CartArea", [areaDescription, areaID])

  static let ticketDescription = WireField(
    "description", .string, about: "The ticket type in words.", source: source, example: "\"Standard Ticket\"")
  static let ticketID = WireField(
    "id", .string, about: "The id of the ticket type.", source: source, example: "\"000000000001\"")
  package static let quantity = WireField("quantity", .integer, about: "How many.", source: source, example: "1")
  static let inventoryType = WireField(
    "inventory_type", .string, about: "Whose tickets they are, such as PRIMARY.", source: source, example: "\"PRIMARY\""
  )
  static let charges = WireField(
    "charges", .array(of: .object(chargeTable)), about: "What one ticket costs, charge by charge.", source: source)
  static let ticketsTable = WireTable(
    "CartTickets", [ticketDescription, ticketID, quantity, inventoryType, charges])

  package static let price = WireField(
    "price", .money, about: "The amount before tax.", source: source, example: "57.00")
  static let chargeType = WireField(
    "type", .choice(["distance", "facility", "face_value", "service"]), about: "What the charge is for.",
    source: source, example: "\"face_value\"")
  static let tax = WireField("tax", .money, about: "The tax.", source: source, example: "4.13")
  static let chargeTable = WireTable("CartCharge", [price, chargeType, quantity, tax])

  // MARK: Totals

  static let currencyCode = WireField(
    "currency_code", .string, about: "The currency, of ISO 4217.", source: source, example: "\"USD\"")
  static let fee = WireField(
    "fee", .money, required: true, about: "The sum of all fees.", source: source, example: "37.96")
  static let grand = WireField(
    "grand", .money, required: true, about: "The total to be paid.", source: source, example: "101.66")
  static let merchandise = WireField(
    "merchandise", .money, required: true, about: "The sum of the face values.", source: source, example: "57.00")
  static let itemTotalsTable = WireTable("ItemTotals", [currencyCode, fee, grand, merchandise, tax])
  package static let delivery = WireField(
    "delivery", .money, required: true, about: "What delivery costs.", source: source, example: "0.00")
  package static let unpaid = WireField(
    "unpaid", .money, required: true, about: "What is still to be paid.", source: source, example: "0.00")
  static let upsell = WireField(
    "upsell", .money, required: true, about: "What additional goods cost.", source: source, example: "0.00")
  static let totalsTable = WireTable(
    "CartTotals", [currencyCode, delivery, fee, grand, merchandise, tax, unpaid, upsell])

  // MARK: Payments

  static let paymentID = WireField("payment_id", .string, about: "The payment's id.", source: source, example: "\"1\"")
  static let paymentType = WireField(
    "type", .choice(["CC", "INVOICE"]), about: "How it was paid.", source: source, example: "\"CC\"")
  static let paymentAmount = WireField(
    "amount", .money, about: "The amount that was paid.", source: source, example: "101.66")
  package static let card = WireField("card", .object(cardTable), about: "The card that paid.", source: source)
  static let paymentTable = WireTable("CartPayment", [id, paymentID, paymentType, paymentAmount, card])

  package static let expireMonth = WireField(
    "expire_month", .integer, about: "The month in which the card expires.", source: source, example: "12")
  package static let expireYear = WireField(
    "expire_year", .integer, about: "The year in which the card expires.", source: source, example: "2020")
  package static let issuer = WireField(
    "issuer", .string, about: "The card's brand.", source: source, example: "\"VISA\"")
  static let cardNumber = WireField(
    "number", .string, about: "The card's number, masked.", source: source, example: "\"******************2474\"")
  static let cardTable = WireTable("CartPaymentCard", [expireMonth, expireYear, issuer, cardNumber])
}
