import Determinism
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import Sandboxes

extension Answer {
  /// The response as sent, with the headers that every answer has but those of CORS.
  ///
  /// - Parameters:
  ///   - now: the sandbox's time, for `Date`.
  ///   - number: the number of the request, for `X-Willcall-Request`.
  ///   - isOfServer: whether that is its number in the server's own journal.
  func response(
    at now: Instant, number: UInt64, isOfServer: Bool = false, configuration: PartnerConfiguration
  ) -> Response {
    var fields = FieldSection()
    fields.reserveCapacity(256)
    HTTPDate.withBytes(of: now) { fields.append(ResponseHeaders.date, clean: $0) }
    JournalFacts.withID(number, isOfServer: isOfServer) { fields.append(ResponseHeaders.request, clean: $0) }
    var bytes: [UInt8] = []
    switch body {
    case .none: break
    case .json(let json):
      fields.append(ResponseHeaders.json)
      bytes = json
    case .content(let type, let content):
      fields.append(.contentType, type)
      bytes = content
    }
    if let allow { fields[.allow] = allow }
    quota?.write(into: &fields)
    addExtraFields(to: &fields)
    if configuration.givesHints {
      if let sentence { fields[ResponseHeaders.diagnosis] = ResponseHeaders.safe(sentence) }
      if let label = fidelity ?? decision?.fidelity, let anchor = anchor ?? decision?.anchor {
        fields[ResponseHeaders.fidelity] = "\(label.rawValue); see=\(anchor)"
      }
    }
    return Response(status: status, fields: fields, body: bytes)
  }

  /// Adds the extra headers.
  func addExtraFields(to fields: inout FieldSection) {
    for field in extraFields {
      if let name = HTTPField.Name(field.name) { fields[name] = field.value }
    }
  }

  /// The sentence for `X-Willcall-Diagnosis`.
  var sentence: String? { diagnosis ?? decision?.sentence }
}
