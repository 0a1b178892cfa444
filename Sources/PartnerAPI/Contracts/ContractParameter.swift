package import PartnerWire

/// A parameter outside of the body.
package struct ContractParameter: Sendable {
  /// Where it stands.
  package enum Place: String, Sendable {
    case path, query, header
  }

  package let place: Place
  package let field: WireField
  /// One sentence; `nil` if the name says it.
  package let note: String?

  init(_ place: Place, _ field: WireField, _ note: String? = nil) {
    self.place = place
    self.field = field
    self.note = note
  }
}

extension ContractParameter {
  /// The parameters of a query.
  static func query(_ table: WireTable) -> [ContractParameter] {
    table.fields.map { ContractParameter(.query, $0) }
  }

  private static let source = "Partner API"

  static let eventID = ContractParameter(
    .path,
    WireField("event_id", .string, required: true, source: source, example: "\"3F005105D843DFA3\""),
    "The id of an event: 16 hexadecimal digits, or a universal one of 15 characters.")
  static let cartID = ContractParameter(
    .query, QueryWire.cartID, "The cart, percent-encoded: some ids have +, / and =.")
  package static let forcePolling = ContractParameter(
    .header, WireField("X-TM-FORCE-POLLING", .boolean, source: "Partner API, Polling", example: "false"),
    "Asks for a 202 and a URL to poll at instead of the answer itself.")
}
