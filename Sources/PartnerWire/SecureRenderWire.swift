import JSONText
package import PartnerVocabulary

/// The bodies of `POST /marketplace/v1/securerender`.
package enum SecureRenderWire {
  private static let source = "SafeTix, Secure Render"
  package static let deviceID = WireField(
    "deviceId", .string, required: true, source: source, example: "\"68753A11-1234-1226-9D60-0050E4C000000\"")
  package static let deviceType = WireField(
    "deviceType", .string, required: true, source: source, example: "\"NATIVE\"")
  package static let deviceOS = WireField("deviceOs", .string, required: true, source: source, example: "\"IOS\"")
  static let userAgent = WireField("userAgent", .string, source: source, example: "\"Mozilla/5.0\"")
  package static let tickets = WireField(
    "tickets", .array(of: .object(requestTicketTable)), required: true, source: source)
  package static let requestTable = WireTable(
    "SecureRenderRequest", [deviceID, deviceType, deviceOS, userAgent, tickets])

  package static let eventID = WireField(
    "eventId", .string, required: true, source: source, example: "\"3F005237E5CB39EA\"")
  package static let section = WireField("section", .string, required: true, source: source, example: "\"G\"")
  package static let row = WireField("row", .string, required: true, source: source, example: "\"17\"")
  package static let seat = WireField("seat", .string, required: true, source: source, example: "\"1\"")
  package static let barcode = WireField(
    "barcode", .string, required: true, source: source, example: "\"964537283421\"")
  static let requestTicketTable = WireTable("SecureRenderTicketRequest", [eventID, section, row, seat, barcode])

  package static let nfcCapableDevice = WireField("nfcCapableDevice", .boolean, source: source, example: "true")
  package static let answeredTickets = WireField(
    "tickets", .array(of: .object(ticketTable)), required: true, source: source)
  package static let table = WireTable(
    "SecureRender", [deviceID, deviceType, deviceOS, nfcCapableDevice, answeredTickets])

  package static let token = WireField("token", .string, source: source, example: "\"eyJiIjoi…\"")
  package static let renderType = WireField(
    "renderType", .choice(["rotating_symbology", "barcode"]), source: source, example: "\"rotating_symbology\"")
  package static let passData = WireField("passData", .object(passDataTable), source: source)
  package static let error = WireField("error", .object(errorTable), source: source)
  static let ticketTable = WireTable(
    "SecureRenderTicket", [eventID, section, row, seat, barcode, token, renderType, passData, error])

  package static let ios = WireField("ios", .object(iosTable), source: source)
  static let passDataTable = WireTable("PassData", [ios])
  package static let pkPassID = WireField(
    "pkPassId", .string, source: source, example: "\"b5d02b52-4b21-4233-b41a-722f20467535\"")
  static let iosTable = WireTable("PassDataIOS", [pkPassID])
  package static let code = WireField("code", .integer, required: true, source: source, example: "400")
  package static let errorText = WireField(
    "error", .string, required: true, source: source, example: "\"missing.row.attribute\"")
  static let errorTable = WireTable("SecureRenderError", [code, errorText])

  /// What is answered if a ticket failed: attributes stand as they were sent, and those that were not sent are missing.
  package static let failureTable = WireTable(
    "SecureRenderFailure",
    echoed([deviceID, deviceType, deviceOS]) + [
      nfcCapableDevice,
      WireField("tickets", .array(of: .object(failedTicketTable)), required: true, source: source),
    ])
  static let failedTicketTable = WireTable(
    "SecureRenderFailedTicket",
    echoed([eventID, section, row, seat, barcode]) + [token, renderType, passData, error])

  private static func echoed(_ fields: [WireField]) -> [WireField] {
    fields.map { WireField($0.name, .any, source: $0.source, example: $0.example) }
  }

  /// Why a ticket is not rendered.
  package typealias Failure = RenderFailure
}
