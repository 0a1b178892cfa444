import BoxOffice
import HTTPTypes
import JSONText

/// What a handler answers: status, body and what the client is told about it.
struct Answer {
  /// The media types of bodies.
  enum Body {
    case none
    case json([UInt8])
    case html(String)
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
  /// The `Allow` header of a 405.
  var allow: String?

  /// A successful JSON answer.
  static func json(
    _ status: HTTPResponse.Status = .ok, reserving capacity: Int = 1024, decision: Decision? = nil,
    diagnosis: String? = nil, _ write: (inout JSONWriter) -> Void
  ) -> Answer {
    var writer = JSONWriter(reservingCapacity: capacity)
    write(&writer)
    return Answer(status: status, body: .json(writer.bytes), decision: decision, diagnosis: diagnosis)
  }

  /// An answer without a body.
  static let noContent = Answer(status: .noContent, body: .none)

  /// The answer for an error, in the shape its entry asks for.
  init(_ error: APIError) {
    let entry = error.entry
    var writer = JSONWriter(reservingCapacity: 192)
    switch entry.shape {
    case .partner: PartnerErrorBody.write(entry, into: &writer)
    case .gateway(let code): GatewayFaultBody.write(message: entry.message, errorCode: code, into: &writer)
    }
    status = HTTPResponse.Status(code: entry.status)
    body = .json(writer.bytes)
    diagnosis = error.diagnosis
    fidelity = entry.fidelity
    anchor = "errors/\(entry.name)"
    allow = error.allow
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
