package import PartnerWire

/// A parameter outside the body.
package struct ContractParameter: Sendable {
  /// Where the parameter is sent.
  package enum Place: String, Sendable {
    case path, query, header
  }

  package let place: Place
  package let field: WireField
  /// A note that adds to the field's own description; `nil` if there is none.
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
    WireField(
      "event_id", .string, required: true,
      about: "The event's id: 16 hexadecimal digits, or a universal id of 15 characters.", source: source,
      example: "\"3F005105D843DFA3\""))
  static let cartID = ContractParameter(.query, QueryWire.cartID)
  package static let forcePolling = ContractParameter(
    .header,
    WireField(
      "X-TM-FORCE-POLLING", .string, about: "true asks for a 202 with a polling URL instead of the answer.",
      source: "Partner API, Polling", example: "false"))
}
