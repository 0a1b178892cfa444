import HTTPTypes
import HTTPWire
import PartnerVocabulary
import Sandboxes

/// A request that reaches no operation of a sandbox: a wrong path or method, no usable key, `OPTIONS`, or what is wrong
/// on the wire.
struct Stray {
  /// The request; of what is wrong on the wire as much as is known, see ``hasLine``.
  let request: Request
  /// Whether the request line was understood.
  let hasLine: Bool
  /// Whether it is a whole request.
  let isWhole: Bool
  /// Whether it was for the Partner API, as far as is known.
  let isForPartner: Bool
  /// What it would have reached, if its path says so.
  let operation: PartnerVocabulary.Operation?
  /// When it arrived, in real time.
  let arrived: ContinuousClock.Instant

  /// A request that is right on the wire.
  init(_ request: Request, _ operation: PartnerVocabulary.Operation? = nil, arrived: ContinuousClock.Instant) {
    self.request = request
    self.operation = operation
    self.arrived = arrived
    (hasLine, isWhole, isForPartner) = (true, true, true)
  }

  /// What is wrong on the wire.
  init?(_ fragment: RequestFragment, isForPartner: Bool) {
    guard let target = fragment.target ?? (try? RequestTarget("/")) else { return nil }
    request = Request(
      method: fragment.method ?? .get, target: target, version: .http11, fields: fragment.fields, body: [])
    hasLine = fragment.method != nil
    isWhole = false
    self.isForPartner = isForPartner
    operation = nil
    arrived = .now
  }

  /// What the request names itself with, whether or not it is accepted.
  var keys: [String] { APIKey.all(request.target.query, request.fields) }
}
