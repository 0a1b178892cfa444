/// Why Secure Render does not render a ticket; the first reason that applies wins, in this order.
package enum RenderFailure: Sendable, Hashable {
  case missing(attribute: String)
  case invalid(attribute: String)
  case missingUser
  case notFound
  case notAuthorized
  case voided
  case notSecure
  case delayed

  /// The code in the ticket's error, and the HTTP status if all failures agree.
  package var code: Int {
    switch self {
    case .notFound: 404
    case .notAuthorized: 403
    case .missing, .invalid, .missingUser, .voided, .notSecure, .delayed: 400
    }
  }

  /// The text in the ticket's error.
  package var text: String {
    switch self {
    case .missing(let attribute): "missing.\(attribute).attribute"
    case .invalid(let attribute): "invalid.\(attribute).attribute"
    case .missingUser: "missing.x-user-id.header"
    case .notFound: "ticket.not.found"
    case .notAuthorized: "user.not.authorized"
    case .voided: "ticket.voided"
    case .notSecure: "ticket.not.secure"
    case .delayed: "delivery.delayed"
    }
  }

  /// One failure of each kind, the documented one first.
  package static let examples: [RenderFailure] = [
    .missing(attribute: "row"), .missing(attribute: "seat"), .invalid(attribute: "row"), .missingUser, .notFound,
    .notAuthorized, .voided, .notSecure, .delayed,
  ]

  /// How well the documents support the text: they print only one failure of the kind.
  package var fidelity: Fidelity {
    switch self {
    case .missing("row"): .documented
    case .missing: .inferred
    default: .invented
    }
  }

  /// The required attributes of a request and its tickets.
  private static let attributes = [
    "deviceId", "deviceType", "deviceOs", "eventId", "section", "row", "seat", "barcode",
  ]

  /// All failures that a ticket can have; missing attributes come first, because the documents print one.
  private static let all: [RenderFailure] =
    attributes.map { .missing(attribute: $0) } + attributes.map { .invalid(attribute: $0) }
    + [.missingUser, .notFound, .notAuthorized, .voided, .notSecure, .delayed]

  /// The texts that ``init(text:)`` accepts.
  package static let texts = all.map(\.text)

  /// The failure with this text; `nil` if there is none.
  package init?(text: String) {
    guard let failure = Self.all.first(where: { $0.text == text }) else { return nil }
    self = failure
  }
}
