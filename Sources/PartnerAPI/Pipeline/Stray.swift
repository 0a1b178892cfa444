import Determinism
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import Sandboxes

/// A request that reaches no operation of a sandbox: one with a wrong path or method or without a usable key, an
/// `OPTIONS`, or a malformed one.
struct Stray {
  /// The request, or as much as is known of a malformed one; see ``hasLine``.
  let request: Request
  /// Whether the request line was understood.
  let hasLine: Bool
  /// Whether it is a complete request.
  let isWhole: Bool
  /// Whether it was for the Partner API, as far as is known.
  let isForPartner: Bool
  /// The operation that it would have reached, if its path tells.
  let operation: PartnerVocabulary.Operation?
  /// When it arrived, in real time.
  let arrived: RealInstant

  /// Makes a stray from a well-formed request.
  init(_ request: Request, _ operation: PartnerVocabulary.Operation? = nil, arrived: RealInstant) {
    self.request = request
    self.operation = operation
    self.arrived = arrived
    (hasLine, isWhole, isForPartner) = (true, true, true)
  }

  /// Makes a stray from a malformed request.
  init?(_ fragment: RequestFragment, isForPartner: Bool) {
    guard let target = fragment.target ?? (try? RequestTarget("/")) else { return nil }
    request = Request(
      method: fragment.method ?? .get, target: target, version: fragment.version, fields: fragment.fields, body: [])
    hasLine = fragment.method != nil
    isWhole = false
    self.isForPartner = isForPartner
    operation = nil
    arrived = .now
  }

  /// The keys that the request names, whether or not they are accepted.
  var keys: [String] { APIKey.all(request.target.query, request.fields) }
}
