package import HTTPTypes
package import HTTPWire
package import PartnerVocabulary

/// An answer that waits to be fetched, as it will be sent, without what every answer has.
package struct HeldAnswer: Sendable {
  /// The status.
  package var status: HTTPResponse.Status
  /// What `Content-Type` says; `nil` for an answer without a body.
  package var contentType: String?
  /// The body; empty without a content type.
  package var body: [UInt8]
  /// Further header fields.
  package var fields: FieldSection
  /// What `X-Willcall-Diagnosis` says.
  package var diagnosis: String?
  /// How well the documents support it, if they do not state it.
  package var fidelity: Fidelity?
  /// Where that is explained.
  package var anchor: String?

  /// The content type of JSON, with the parameter that the vendor's gateway was seen to send.
  package static let json = "application/json;charset=UTF-8"

  /// Makes an answer without a diagnosis.
  package init(
    status: HTTPResponse.Status, contentType: String?, body: [UInt8], fields: FieldSection = FieldSection()
  ) {
    self.status = status
    self.contentType = contentType
    self.body = body
    self.fields = fields
  }
}
