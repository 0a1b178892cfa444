package import PartnerWire

/// An answer of a route that is not an error of the catalogue.
package struct ContractAnswer: Sendable {
  /// A body and its media type.
  package enum Body: Sendable {
    case json(WireTable)
    /// A page.
    case html
    /// Bytes of a media type.
    case binary(mediaType: String)

    /// As `Content-Type` has it, without parameters.
    package var mediaType: String {
      switch self {
      case .json: "application/json"
      case .html: "text/html"
      case .binary(let mediaType): mediaType
      }
    }
  }

  /// The statuses that have this answer.
  package let statuses: [Int]
  /// One sentence.
  package let note: String
  /// The forms that it can have; none for an answer without a body.
  package let bodies: [Body]
  /// Header fields besides those of every answer, each with what it says.
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
