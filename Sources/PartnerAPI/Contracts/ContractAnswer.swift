package import PartnerWire

/// An answer that a route can give, other than the errors of the catalogue.
package struct ContractAnswer: Sendable {
  /// A body and its media type.
  package enum Body: Sendable {
    case json(WireTable)
    /// An HTML page.
    case html
    /// Binary content of the given media type.
    case binary(mediaType: String)

    /// The value of `Content-Type`, without parameters.
    package var mediaType: String {
      switch self {
      case .json: "application/json"
      case .html: "text/html"
      case .binary(let mediaType): mediaType
      }
    }
  }

  /// The statuses that this answer can have.
  package let statuses: [Int]
  /// A one-sentence description.
  package let note: String
  /// The forms that the body can take; empty for an answer without a body.
  package let bodies: [Body]
  /// Header fields beyond those of every answer, each with its description.
  package var headers: [WireField] = []

  package init(_ statuses: Int..., note: String, _ bodies: Body..., headers: [WireField] = []) {
    self.statuses = statuses
    self.note = note
    self.bodies = bodies
    self.headers = headers
  }

  /// 200 with JSON.
  static func ok(_ note: String, _ table: WireTable, headers: [WireField] = []) -> ContractAnswer {
    ContractAnswer(200, note: note, .json(table), headers: headers)
  }
}
