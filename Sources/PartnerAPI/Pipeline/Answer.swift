import BoxOffice
import HTTPTypes
import JSONText
import PartnerVocabulary
import PartnerWire
import Scenarios

/// A handler's answer: the status, the body and what the client is told about them.
struct Answer: Sendable {
  /// A body with its media type.
  enum Body: Sendable {
    case none
    case json([UInt8])
    /// Any other content, with the value of `Content-Type`.
    case content(type: String, [UInt8])

    /// An HTML page.
    static func html(_ page: String) -> Body { .content(type: "text/html; charset=utf-8", Array(page.utf8)) }

    /// Plain text.
    static func text(_ text: String) -> Body { .content(type: "text/plain; charset=utf-8", Array(text.utf8)) }
  }

  var status: HTTPResponse.Status
  var body: Body
  /// The decision that the answer rests on, if the documents do not plainly state it.
  var decision: Decision?
  /// The diagnosis for the developer; if `nil`, the decision's sentence is used.
  var diagnosis: String?
  /// The fidelity label, if no decision carries one.
  var fidelity: Fidelity?
  var anchor: String?
  /// Extra headers: a handler's own, or those of a scenario's canned answer.
  var extraFields: [(name: String, value: String)] = []
  /// The quota headers, if any.
  var quota: QuotaHeaders?
  /// The `Allow` header of a 405.
  var allow: String?

  /// Whether a handler did any work for it.
  var wasWorkedOn = true

  /// The length of the body in bytes.
  var bodyCount: Int {
    switch body {
    case .none: 0
    case .json(let bytes), .content(_, let bytes): bytes.count
    }
  }

  /// A scenario's canned answer.
  init(_ canned: CannedResponse) {
    status = HTTPResponse.Status(code: canned.status)
    switch canned.body {
    case .json(let bytes): body = .json(bytes)
    case .text(let text): body = .text(text)
    case nil: body = .none
    }
    extraFields = canned.headers.map { ($0.name, $0.value) }
    decision = .scenarioRespond
  }

  /// A successful JSON answer.
  static func json(
    _ status: HTTPResponse.Status = .ok, reserving capacity: Int = 1024, decision: Decision? = nil,
    diagnosis: String? = nil, _ write: (inout JSONWriter) -> Void
  ) -> Answer {
    var writer = JSONWriter(reservingCapacity: capacity)
    write(&writer)
    return Answer(status: status, body: .json(writer.bytes), decision: decision, diagnosis: diagnosis)
  }

  /// Adds the outdated forms that the request uses to the diagnosis.
  mutating func tell(_ forms: OtherForms) {
    if forms.sentences.isEmpty { return }
    let first = sentence.map { $0.hasSuffix(".") ? $0 : "\($0)." }
    diagnosis = ([first].compactMap { $0 } + forms.sentences).joined(separator: " ")
    if decision == nil, fidelity == nil { decision = .requestForm }
  }

  /// Adds the members of the body that nobody reads to the diagnosis.
  mutating func tell(_ unknown: UnknownMembers) {
    guard let sentence = unknown.sentence else { return }
    tell(sentence)
    if decision == nil, fidelity == nil { decision = .unknownMembers }
  }

  /// Adds a sentence to the diagnosis.
  mutating func tell(_ more: String) {
    diagnosis = sentence.map { ($0.hasSuffix(".") ? $0 : "\($0).") + " " + more } ?? more
  }

  /// An answer without a body.
  static let noContent = Answer(status: .noContent, body: .none)

  /// The journal's stand-in for the answer to a request whose connection a scenario broke.
  static func withheld(by label: String) -> Answer {
    var answer = Answer(
      status: .noContent, body: .none, diagnosis: "The scenario \(label) withheld the answer; nothing was done.")
    answer.wasWorkedOn = false
    return answer
  }

  /// The answer for an error, in the shape that its entry specifies.
  init(_ error: APIError) {
    let entry = error.entry
    var writer = JSONWriter(reservingCapacity: 192)
    switch entry.shape {
    case .partner:
      PartnerErrorBody.write(entry, into: &writer)
      body = .json(writer.bytes)
    case .gateway(let code):
      GatewayFaultBody.write(message: entry.message + error.messageSuffix, errorCode: code, into: &writer)
      // The gateway answers by itself and never saw the API's content type.
      body = .content(type: "application/json", writer.bytes)
    }
    status = HTTPResponse.Status(code: entry.status)
    diagnosis = error.diagnosis
    fidelity = error.decision?.fidelity ?? entry.fidelity
    anchor = error.decision?.anchor ?? "errors/\(entry.name)"
    allow = error.allow
    // The encoding that would be accepted (RFC 9110 section 15.5.16).
    if entry == ErrorCatalogue.unsupportedEncoding { extraFields = [("Accept-Encoding", "identity")] }
    quota = error.quota.map { QuotaHeaders(standing: $0) }
  }

  init(
    status: HTTPResponse.Status, body: Body, decision: Decision? = nil, diagnosis: String? = nil
  ) {
    self.status = status
    self.body = body
    self.decision = decision
    self.diagnosis = diagnosis
  }
}
