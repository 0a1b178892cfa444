package import JSONText

/// `GET /claim-link?cart_id&event_id`: the documents give only the path; the body is WillCall's own.
package enum ClaimLinkWire {
  package static let queryTable = WireTable("ClaimLinkQuery", [QueryWire.cartID, QueryWire.eventID])

  package static let claimLink = WireField(
    "claim_link", .string, required: true, about: "Where the buyer claims the order.", source: "WillCall",
    example: "\"http://localhost:8490/redeem?token=28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D\"")
  package static let table = WireTable("ClaimLink", [claimLink])

  package static func write(link: String, into writer: inout JSONWriter) {
    writer.object { $0.string(claimLink, link) }
  }
}
