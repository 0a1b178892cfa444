package import HTTPTypes
package import HTTPWire
package import PartnerVocabulary

/// An answer waiting to be fetched, as it will be sent but without the fields that every answer has.
package struct HeldAnswer: Sendable {
  /// The status.
  package var status: HTTPResponse.Status
  /// The value of `Content-Type`; `nil` for an answer without a body.
  package var contentType: String?
  /// The body; empty if there is no content type.
  package var body: [UInt8]
  /// Further header fields.
  package var fields: FieldSection
  /// The value of `X-Willcall-Diagnosis`.
  package var diagnosis: String?
  /// How well the documents support it, if they do not state it explicitly.
  package var fidelity: Fidelity?
  /// Where that is explained.
  package var anchor: String?

  /// The JSON content type, with the parameter that the vendor's gateway was observed to send.
  package static let json = "application/json;charset=UTF-8"

  /// Creates an answer without a diagnosis.
  package init(
    status: HTTPResponse.Status, contentType: String?, body: [UInt8], fields: FieldSection = FieldSection()
  ) {
    self.status = status
    self.contentType = contentType
    self.body = body
    self.fields = fields
  }
}
