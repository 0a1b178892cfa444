import PartnerVocabulary
import Determinism
import HTTPTypes
import HTTPWire
import Ledger
import Sandboxes

/// Recording in the ledger requests that reached no operation.
extension PartnerService {
  /// Notes a stray in the ledger of the sandbox that it names, or clearly meant to name.
  func note(_ stray: Stray, _ known: Sandbox?, number: UInt64, _ answer: Answer, at now: Instant) {
    guard stray.isForPartner, stray.request.method != .options else { return }
    var slip: ExchangeFact.KeySlip?
    var owner = known
    if let known {
      if answer.status == .notFound, stray.request.target.segments.contains(known.key) { slip = .path }
    } else if stray.isWhole, let misplaced = misplacedKey(in: stray.request) {
      slip = misplaced.slip
      owner = misplaced.sandbox
    }
    guard let owner else {
      if answer.status == .unauthorized { directory.noteUnauthorized() }
      return
    }
    // A request in the server's own journal has no number in this sandbox.
    var facts = ExchangeFact(
      number: known == nil ? 0 : number, operation: stray.operation?.ledgerOperation,
      time: known == nil ? owner.now() : now, arrived: stray.arrived, answered: .now, status: answer.status.code)
    facts.wasWorkedOn = false
    facts.keySlip = slip
    if isOfThePast(stray, answer), let sentence = answer.sentence { facts.otherForms = [sentence] }
    if stray.isWhole { facts.noteForm(of: stray.request) }
    owner.note(facts)
  }

  /// Whether the verb or path is one that clients are known to take from older documents.
  private func isOfThePast(_ stray: Stray, _ answer: Answer) -> Bool {
    if answer.status == .methodNotAllowed { return true }
    guard answer.status == .notFound, stray.isWhole else { return false }
    return RouteAdvice.isKnown(stray.request.target.segments, method: stray.request.method.rawValue)
  }

  /// Where a request without a usable key put its key, and the sandbox that the key belongs to.
  private func misplacedKey(in request: Request) -> (slip: ExchangeFact.KeySlip, sandbox: Sandbox)? {
    let keys = APIKey.all(in: request).filter { !$0.isEmpty }
    if keys.contains(where: { $0 != keys.first }) {
      return sandbox(ofOneOf: keys).map { (.twoKeys, $0) }
    }
    guard keys.isEmpty else { return nil }
    let path = request.target.path
    for name in ["&apikey=", "&apiKey="] {
      guard let range = path.firstRange(of: name) else { continue }
      let key = String(path[range.upperBound...].prefix { $0 != "&" && $0 != "/" })
      if let sandbox = sandbox(ofOneOf: [key]) { return (.afterAmpersand, sandbox) }
    }
    return request.target.segments.lazy.compactMap { self.directory.existing($0) }.first.map { (.path, $0) }
  }

  /// The sandbox of the first key that already has one, otherwise of the first key that is accepted.
  private func sandbox(ofOneOf keys: [String]) -> Sandbox? {
    keys.lazy.compactMap { self.directory.existing($0) }.first
      ?? keys.first { directory.accepts($0) }.map { directory.sandbox(for: $0) }
  }
}
