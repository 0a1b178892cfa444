import BoxOffice
import HTTPTypes
import JSONText
import PartnerVocabulary
import PartnerWire
import Scenarios

/// What a handler answers: status, body and what the client is told about it.
struct Answer: Sendable {
  /// The media types of bodies.
  enum Body: Sendable {
    case none
    case json([UInt8])
    /// Any other, with what `Content-Type` says.
    case content(type: String, [UInt8])

    /// A page.
    static func html(_ page: String) -> Body { .content(type: "text/html; charset=utf-8", Array(page.utf8)) }

    /// Plain text.
    static func text(_ text: String) -> Body { .content(type: "text/plain; charset=utf-8", Array(text.utf8)) }
  }

  var status: HTTPResponse.Status
  var body: Body
  /// The decision that the answer rests on, if it is not plainly documented.
  var decision: Decision?
  /// What to tell the developer besides; the decision's sentence if `nil`.
  var diagnosis: String?
  /// The label, where no decision carries it.
  var fidelity: Fidelity?
  var anchor: String?
  /// Further headers: a handler's own, or those of an answer that a scenario gives word for word.
  var extraFields: [(name: String, value: String)] = []
  /// What the quota headers say.
  var quota: QuotaHeaders?
  /// The `Allow` header of a 405.
  var allow: String?

  /// Whether it came of any work; else nothing was done.
  var wasWorkedOn = true

  /// How many bytes the body has.
  var bodyCount: Int {
    switch body {
    case .none: 0
    case .json(let bytes), .content(_, let bytes): bytes.count
    }
  }

  /// The answer that a scenario gives word for word.
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
    return Answer(status: status, body: .json(writer.takeBytes()), decision: decision, diagnosis: diagnosis)
  }

  /// Tells of forms of the past that the request has.
  mutating func tell(_ forms: OtherForms) {
    if forms.sentences.isEmpty { return }
    let first = sentence.map { $0.hasSuffix(".") ? $0 : "\($0)." }
    diagnosis = ([first].compactMap { $0 } + forms.sentences).joined(separator: " ")
    if decision == nil, fidelity == nil { decision = .requestForm }
  }

  /// Tells of members of the body that nobody reads.
  mutating func tell(_ unknown: UnknownMembers) {
    guard let sentence = unknown.sentence else { return }
    tell(sentence)
    if decision == nil, fidelity == nil { decision = .unknownMembers }
  }

  /// Adds a sentence to what the developer is told.
  mutating func tell(_ more: String) {
    diagnosis = sentence.map { ($0.hasSuffix(".") ? $0 : "\($0).") + " " + more } ?? more
  }

  /// An answer without a body.
  static let noContent = Answer(status: .noContent, body: .none)

  /// What the journal has of a request that was never answered because a scenario broke the connection.
  static func withheld(by label: String) -> Answer {
    var answer = Answer(
      status: .noContent, body: .none, diagnosis: "The scenario \(label) withheld the answer; nothing was done.")
    answer.wasWorkedOn = false
    return answer
  }

  /// The answer for an error, in the shape its entry asks for.
  init(_ error: APIError) {
    let entry = error.entry
    var writer = JSONWriter(reservingCapacity: 192)
    switch entry.shape {
    case .partner:
      PartnerErrorBody.write(entry, into: &writer)
      body = .json(writer.bytes)
    case .gateway(let code):
      GatewayFaultBody.write(message: entry.message + error.messageSuffix, errorCode: code, into: &writer)
      // The gateway's own, which never saw the API's content type.
      body = .content(type: "application/json", writer.bytes)
    }
    status = HTTPResponse.Status(code: entry.status)
    diagnosis = error.diagnosis
    fidelity = error.decision?.fidelity ?? entry.fidelity
    anchor = error.decision?.anchor ?? "errors/\(entry.name)"
    allow = error.allow
    // What would be read (RFC 9110 section 15.5.16).
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
