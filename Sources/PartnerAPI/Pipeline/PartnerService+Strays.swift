import Determinism
import HTTPTypes
public import HTTPWire
import PartnerVocabulary
import Sandboxes

/// Answering requests that reach no operation: in the sandbox whose key they name, else in the server's own journal.
///
/// Nothing is lost: each is numbered, journalled, counted and reported like a request that an operation answers.
extension PartnerService {
  /// Answers a malformed request in the vendor's error shape.
  ///
  /// - Parameters:
  ///   - fragment: what is known of the request.
  ///   - isForPartner: whether it was for the Partner API, as far as is known; if not, no sandbox journals it.
  public func respond(
    to fault: RequestFault, fragment: RequestFragment = RequestFragment(), isForPartner: Bool = true
  ) -> Response {
    let entry = ErrorCatalogue.wireFault(status: fault.status.code, sentence: fault.status.reasonPhrase)
    guard let stray = Stray(fragment, isForPartner: isForPartner) else {
      return Response(fault.status, text: fault.sentence)
    }
    return respond(
      stray, adding: { self.configuration.cors.decorate(&$0, forFault: fragment.fields) },
      { _ in Answer(APIError(entry, fault.sentence)) }
    ).response
  }

  /// Answers a request.
  ///
  /// - Parameters:
  ///   - add: adds header fields.
  ///   - answer: makes the answer for a given time.
  func answer(
    _ stray: Stray, adding add: (inout FieldSection) -> Void = { _ in }, _ answer: (Instant) -> Answer
  ) -> Reply {
    let (response, witness) = respond(stray, adding: add, answer)
    return .now(response, .plain, witness)
  }

  private func respond(
    _ stray: Stray, adding add: (inout FieldSection) -> Void, _ answer: (Instant) -> Answer
  ) -> (response: Response, witness: AnswerWitness) {
    let known = sandbox(named: stray)
    let sandbox = known ?? directory.own
    let now = known?.now() ?? directory.timeWithoutSandbox()
    // The server's own journal holds requests with many keys, so their secrets are removed before it records them.
    let secrets = known?.secrets ?? Secrets(keys: stray.keys + (directory.settings.keys ?? []))
    var answer = answer(now)
    answer.removeSecrets(secrets, of: stray.isWhole ? stray.request : nil)
    if stray.isWhole { tellOfOrigin(stray.request, &answer) }
    let number = sandbox.nextRequestNumber()
    var response = answer.response(
      at: now, number: number, isOfServer: known == nil, configuration: configuration)
    if stray.isWhole { configuration.cors.decorate(&response.fields, for: stray.request, preflight: nil) }
    add(&response.fields)
    var request = stray.request
    sandbox.removeCardData(from: &request, operation: stray.operation)
    if known == nil { request = secrets.shown(request) }
    var facts = JournalFacts(
      number: number, isOfServer: known == nil, hasLine: stray.hasLine, time: now, operation: stray.operation,
      outcome: .answered, statusCode: response.status.code, longRequest: JournalFacts.length(ifLong: request.body),
      longResponse: nil, nanoseconds: stray.arrived.nanoseconds(to: .now),
      fidelity: answer.fidelity ?? answer.decision?.fidelity ?? .documented, event: nil, account: nil, scenario: nil,
      diagnosis: answer.sentence)
    sandbox.journal.record(&facts, &request, &response)
    note(stray, known, number: number, answer, at: now)
    sandbox.tell(at: now, .request(JournalEntry(facts, request, response, secrets)))
    return (response, AnswerWitness(sandbox, number: number))
  }

  /// Adds to the diagnosis that a browser will withhold the answer from the page, and why.
  func tellOfOrigin(_ request: Request, _ answer: inout Answer) {
    guard let (origin, sentence) = configuration.cors.refusal(of: request) else { return }
    answer.tell(sentence)
    configuration.originRefused?(origin)
  }

  /// The sandbox whose key a request names, if this server accepts the key.
  private func sandbox(named stray: Stray) -> Sandbox? {
    guard stray.isForPartner, let key = try? APIKey.find(stray.request.target.query, stray.request.fields),
      directory.accepts(key)
    else { return nil }
    return directory.sandbox(for: key)
  }
}
