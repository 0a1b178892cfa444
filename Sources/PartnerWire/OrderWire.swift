/// An order as Order Management returns it: flat, without a wrapper.
package enum OrderWire {
  private static let source = "Partner API, Order; SafeTix, Order Management response"
  static let customerEmail = WireField(
    "customer_email", .string, about: "The buyer's e-mail address.", source: source, example: "\"joe.qa@example.com\"")
  static let thirdPartySource = WireField(
    "third_party_source", .string, about: "The partner that sold the order.", source: source, example: "\"abc.com\"")
  package static let options = WireField(
    "options", .array(of: .object(optionTable)), about: "Remarks of the ticketing system.", source: source)
  package static let delivery = WireField(
    "delivery", .object(deliveryTable), required: true, about: "The delivery option.", source: source)
  package static let tickets = WireField(
    "tickets", .array(of: .object(ticketTable)), required: true, about: "The tickets of the order.", source: source)
  package static let upsells = WireField(
    "upsells", .array(of: .string), about: "Additional goods.", source: source, example: "[]")
  package static let voided = WireField(
    "voided", .boolean, required: true, about: "Whether the order is voided.", source: source, example: "false")
  static let additionalInfo = WireField(
    "additional_info", .object(additionalInfoTable), about: "What else is known of the order.", source: source)
  package static let nfcCapableDevice = WireField(
    "nfc_capable_device", .boolean, about: "Whether the device can present a ticket by NFC.", source: source,
    example: "false")
  static let sendsClaimEmail = WireField(
    "tm_sends_redemption_claim_email", .boolean,
    about: "Whether Ticketmaster sends the e-mail that leads to the tickets.", source: source, example: "false")
  package static let table = WireTable(
    "Order",
    [
      customerEmail, thirdPartySource, options, delivery, tickets, upsells, voided, additionalInfo, DeviceWire.deviceID,
      DeviceWire.deviceType, DeviceWire.deviceOS, nfcCapableDevice, DeviceWire.account, sendsClaimEmail,
    ])

  /// An order that is only read: without the device and without anything made for it.
  package static let readTable = WireTable(
    "OrderWithoutDevice",
    [
      customerEmail, thirdPartySource, options, delivery, tickets, upsells, voided, additionalInfo, sendsClaimEmail,
    ])

  static let optionNumber = WireField(
    "option_number", .integer, required: true, about: "The number of the remark.", source: source, example: "11")
  package static let description = WireField(
    "description", .string, required: true, about: "The text.", source: source, example: "\"Price\"")
  static let optionTable = WireTable("OrderOption", [optionNumber, description])

  package static let carrier = WireField(
    "carrier", .string, required: true, about: "Who delivers.", source: source, example: "\"TICKETMASTER\"")
  static let serviceLevel = WireField(
    "service_level", .string, required: true, about: "How it is delivered.", source: source, example: "\"SAFETIX\"")
  static let deliveryDescription = WireField(
    "description", .object(deliveryDescriptionTable), required: true, about: "The delivery option in words.",
    source: source)
  static let deliveryTable = WireTable("OrderDelivery", [carrier, serviceLevel, deliveryDescription])
  package static let short = WireField(
    "short", .string, required: true, about: "The short text.", source: source,
    example: "\"SafeTix Rotating Entry Token\"")
  static let deliveryDescriptionTable = WireTable("OrderDeliveryDescription", [short])

  static let delayDate = WireField(
    "safetix_delivery_delay_date", .date, about: "The day from which tokens are issued.", source: source,
    example: "\"2020-04-05\"")
  static let additionalInfoTable = WireTable("OrderAdditionalInfo", [delayDate])

  // MARK: Tickets

  static let barcodeID = WireField(
    "barcode_id", .string, required: true, about: "The ticket's barcode, which names it in Secure Render.",
    source: source, example: "\"1212121212121212\"")
  static let displayID = WireField(
    "display_id", .string, about: "The order's number as it is shown.", source: source, example: "\"39-20827/PHX\"")
  static let eventCode = WireField(
    "event_code", .string, about: "The host's code for the event.", source: source, example: "\"ECAPI1\"")
  static let eventHost = WireField(
    "event_host", .string, about: "The host that sells the event.", source: source, example: "\"PHX\"")
  package static let eventID = WireField(
    "event_id", .string, required: true, about: "The event's id.", source: source, example: "\"3F005105D843DFA3\"")
  static let isGA = WireField(
    "is_ga", .boolean, about: "Whether the seat is general admission.", source: source, example: "false")
  static let isNationalVIP = WireField(
    "is_national_vip", .boolean, about: "Whether it is a ticket of a VIP programme.", source: source, example: "false")
  static let orderDate = WireField(
    "order_date", .date, about: "The day of the order.", source: source, example: "\"2019-12-05\"")
  package static let orderNumber = WireField(
    "order_number", .string, required: true, about: "The order's number, with the host after the slash.",
    source: source, example: "\"39-20827/PHX\"")
  static let portal = WireField(
    "portal", .string, about: "The entrance to take.", source: source, example: "\"SECOND BALCONY\"")
  package static let row = WireField(
    "row", .string, required: true, about: "The row.", source: source, example: "\"K\"")
  static let seatID = WireField("seat_id", .string, about: "The seat's id.", source: source, example: "\"50528288\"")
  package static let seatName = WireField(
    "seat_name", .string, required: true, about: "The seat's number.", source: source, example: "\"104\"")
  package static let section = WireField(
    "section", .string, required: true, about: "The section.", source: source, example: "\"BALC2\"")
  static let charges = WireField(
    "charges", .array(of: .object(chargeTable)), about: "What the ticket costs, charge by charge.", source: source)
  static let distanceCharge = WireField(
    "distance_charge", .money, about: "The distance charge of the ticket.", source: source, example: "0.0")
  static let secureEntryData = WireField(
    "secure_entry_data", .object(secureEntryTable), about: "The entry token and how to show it.", source: source)
  static let ticketTable = WireTable(
    "OrderTicket",
    [
      barcodeID, displayID, eventCode, eventHost, eventID, isGA, isNationalVIP, orderDate, orderNumber, portal, row,
      seatID, seatName, section, voided, charges, distanceCharge, secureEntryData,
    ])

  static let subType = WireField(
    "sub_type", .choice(["price", "distance_charge", "facility_charge", "service_charge", "tax"]),
    about: "What the charge is for.", source: source,
    example: "\"price\"")
  package static let type = WireField(
    "type", .choice(["price", "fee", "tax"]), about: "Whether it is the price, a fee or a tax.", source: source,
    example: "\"price\"")
  static let chargeAmount = WireField(
    "amount", .object(amountTable), about: "The amount with its currency.", source: source)
  static let chargeTable = WireTable("OrderCharge", [description, subType, type, chargeAmount])
  package static let amount = WireField("amount", .money, about: "The amount.", source: source, example: "37.00")
  package static let currency = WireField(
    "currency", .string, about: "The currency, of ISO 4217.", source: source, example: "\"USD\"")
  static let amountTable = WireTable("OrderAmount", [amount, currency])

  package static let renderType = WireField(
    "render_type", .choice(["rotating_symbology", "barcode"]), required: true, about: "How the ticket is to be drawn.",
    source: source,
    example: "\"rotating_symbology\"")
  static let segmentType = WireField(
    "segment_type", .choice(["ROTATING_SYMBOLOGY", "NFC_ROTATING_SYMBOLOGY"]), required: true,
    about: "Whether the token is also for NFC.", source: source,
    example: "\"ROTATING_SYMBOLOGY\"")
  package static let token = WireField(
    "token", .string, about: "The entry token, for a SafeTix SDK to draw.", source: source, example: "\"eyJiIjoi…\"")
  package static let error = WireField("error", .object(errorTable), about: "Why there is no token.", source: source)
  static let secureEntryTable = WireTable("SecureEntryData", [renderType, segmentType, token, error])
  package static let code = WireField(
    "code", .integer, required: true, about: "The status.", source: source, example: "400")
  package static let message = WireField(
    "message", .string, required: true, about: "What is wrong.", source: source, example: "\"delivery.delayed\"")
  static let errorTable = WireTable("SecureEntryError", [code, message])
}
