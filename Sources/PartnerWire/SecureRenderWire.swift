import JSONText
package import PartnerVocabulary

/// The bodies of `POST /marketplace/v1/securerender`.
package enum SecureRenderWire {
  private static let source = "SafeTix, Secure Render"
  package static let deviceID = WireField(
    "deviceId", .filled, required: true, about: "The id of the device that shows the ticket.",
    source: source, example: "\"68753A11-1234-1226-9D60-0050E4C000000\"")
  package static let deviceType = WireField(
    "deviceType", .filled, required: true,
    about: "Whether the ticket is shown by a web page or a native app.", source: source, example: "\"NATIVE\"")
  package static let deviceOS = WireField(
    "deviceOs", .filled, required: true, about: "The operating system of the device.", source: source,
    example: "\"IOS\"")
  static let userAgent = WireField(
    "userAgent", .string, about: "The browser or app.", source: source, example: "\"Mozilla/5.0\"")
  package static let tickets = WireField(
    "tickets", .array(of: .object(requestTicketTable), sizes: 1...ticketLimit), required: true,
    about: "The tickets to render.", source: source)
  // Places in this table and that of its tickets are known where requests are read.
  package static let requestTable = WireTable(
    "SecureRenderRequest", [deviceID, deviceType, deviceOS, userAgent, tickets])

  package static let eventID = WireField(
    "eventId", .filled, required: true, about: "The event's id.", source: source,
    example: "\"3F005237E5CB39EA\"")
  package static let section = WireField(
    "section", .filled, required: true, about: "The section.", source: source, example: "\"G\"")
  package static let row = WireField(
    "row", .filled, required: true, about: "The row.", source: source, example: "\"17\"")
  package static let seat = WireField(
    "seat", .filled, required: true, about: "The seat's number.", source: source, example: "\"1\"")
  package static let barcode = WireField(
    "barcode", .filled, required: true, about: "The ticket's barcode_id of Order Management.",
    source: source, example: "\"964537283421\"")
  static let requestTicketTable = WireTable("SecureRenderTicketRequest", [eventID, section, row, seat, barcode])

  package static let nfcCapableDevice = WireField(
    "nfcCapableDevice", .boolean, about: "Whether the device can present a ticket by NFC.", source: source,
    example: "true")
  package static let answeredTickets = WireField(
    "tickets", .array(of: .object(ticketTable)), required: true, about: "The tickets in the order of the request.",
    source: source)
  package static let table = WireTable(
    "SecureRender", [deviceID, deviceType, deviceOS, nfcCapableDevice, answeredTickets])

  package static let token = WireField(
    "token", .string, about: "The entry token, for a SafeTix SDK to draw.", source: source, example: "\"eyJiIjoi…\"")
  package static let renderType = WireField(
    "renderType", .choice(["rotating_symbology", "barcode"]), about: "How the ticket is to be drawn.", source: source,
    example: "\"rotating_symbology\"")
  package static let passData = WireField(
    "passData", .object(passDataTable), about: "What wallets on the device need.", source: source)
  package static let error = WireField(
    "error", .object(errorTable), about: "Why the ticket is not rendered.", source: source)
  static let ticketTable = WireTable(
    "SecureRenderTicket", [eventID, section, row, seat, barcode, token, renderType, passData, error])

  package static let ios = WireField("ios", .object(iosTable), about: "What Apple Wallet needs.", source: source)
  static let passDataTable = WireTable("PassData", [ios])
  package static let pkPassID = WireField(
    "pkPassId", .string, about: "The serial number of the pass.", source: source,
    example: "\"b5d02b52-4b21-4233-b41a-722f20467535\"")
  static let iosTable = WireTable("PassDataIOS", [pkPassID])
  package static let code = WireField(
    "code", .integer, required: true, about: "The status of the ticket.", source: source, example: "400")
  package static let errorText = WireField(
    "error", .string, required: true, about: "What is wrong.", source: source, example: "\"missing.row.attribute\"")
  static let errorTable = WireTable("SecureRenderError", [code, errorText])

  /// The answer for a failed ticket: attributes are returned as they were sent, and those not sent are left out.
  package static let failureTable = WireTable(
    "SecureRenderFailure",
    echoed([deviceID, deviceType, deviceOS]) + [
      nfcCapableDevice,
      WireField(
        "tickets", .array(of: .object(failedTicketTable)), required: true,
        about: "The tickets in the order of the request.", source: source),
    ])
  static let failedTicketTable = WireTable(
    "SecureRenderFailedTicket",
    echoed([eventID, section, row, seat, barcode]) + [token, renderType, passData, error])

  private static func echoed(_ fields: [WireField]) -> [WireField] {
    fields.map { WireField($0.name, .any, about: $0.about, source: $0.source, example: $0.example) }
  }

  /// Why a ticket is not rendered.
  package typealias Failure = RenderFailure
}
