import Determinism
import HTTPTypes
import HTTPWire
import JSONText
import Ledger
import PartnerVocabulary
import PartnerWire
import Sandboxes
import Scenarios

/// Handling a visit as the scenarios dictate.
extension PartnerService {
  private static let header = RareName("X-Willcall-Scenario")
  private static let forcePolling = RareName("X-TM-FORCE-POLLING")

  /// Answers a visit: finds the rule that fires, waits if the rule says so, and does what it says.
  func perform(_ visit: Visit) -> Reply {
    let steering: Steering
    do throws(APIError) {
      steering = Steering(header: try headerScenario(visit), waives: try RuleSet(waivedBy: visit.request))
    } catch {
      var call = call(visit, Steering())
      return finish(Answer(error), &call, visit, firing: nil, delivery: .plain)
    }
    let firing = visit.sandbox.select(visit, header: steering.header)
    guard let firing, let delay = firing.delay, firing.delayMoment == .before else {
      return start(visit, steering, firing)
    }
    return .later(delay) { [self] in start(visit, steering, firing) }
  }

  /// Does the work, off the event loop if it takes long.
  private func start(_ visit: Visit, _ steering: Steering, _ firing: Firing?) -> Reply {
    // A clock that moves may end any number of carts.
    guard firing?.clock != nil || visit.route.operation.takesLong(for: visit.request) else {
      return act(visit, steering, firing)
    }
    return .aside { [self] in act(visit, steering, firing) }
  }

  /// The scenario that `X-Willcall-Scenario` names; it never applies to another request.
  private func headerScenario(_ visit: Visit) throws(APIError) -> Scenario? {
    guard let name = visit.request.fields.first(Self.header) else { return nil }
    if let scenario = directory.settings.library.scenario(named: name) { return scenario }
    let names = directory.settings.library.available.map(\.name)
    let meant = Spelling.nearest(to: name, among: names).map { "did you mean \($0)? There" } ?? "there"
    throw APIError(
      ErrorCatalogue.unknownScenario,
      "X-Willcall-Scenario names \"\(name)\"; \(meant) are \(names.joined(separator: ", ")).")
  }

  private func call(_ visit: Visit, _ steering: Steering) -> Call {
    let now = visit.sandbox.now()
    visit.sandbox.noteUse(at: now)
    return Call(
      request: visit.request, parameters: visit.parameters, sandbox: visit.sandbox, now: now, service: self,
      steering: steering, facts: ExchangeFact(visit, steering, at: now))
  }

  /// Does what the rule says, or the ordinary work if there is none.
  private func act(_ visit: Visit, _ given: Steering, _ firing: Firing?) -> Reply {
    moveClock(visit, firing, .before)
    var steering = given
    if visit.route.operation == .cartPayment || visit.route.operation == .memberBillingAdd {
      steering.refusesClearCards = visit.sandbox.withState { $0.engine.cards(header: given.header) } == .encryptedOnly
    }
    switch firing?.outcome {
    case .token(let flaw, let ticket): steering.tokenFlaw = (flaw, ticket)
    case .ticketError(let text, let ticket):
      steering.ticketFailure = RenderFailure(text: text).map { ($0, ticket) }
    case .inventory(.soldOut): steering.isSoldOut = true
    default: break
    }
    var call = call(visit, steering)
    var delivery = Delivery.plain
    var answer: Answer
    call.facts.isArranged = firing.map { $0.outcome.leavesNoWork || $0.clock?.moment == .before } ?? false
    switch firing?.outcome {
    case .error(let name):
      let entry = ErrorCatalogue.entry(named: name) ?? ErrorCatalogue.internalError
      var error = APIError(entry, "The scenario \(firing?.label ?? "") asked for this error; nothing was done.")
      if entry.name == ErrorCatalogue.quotaExceeded.name { error.messageSuffix = visit.sandbox.key }
      answer = Answer(error)
    case .respond(let canned):
      answer = Answer(canned)
    case .fault(.connectionReset): (answer, delivery) = (.withheld(by: firing?.label ?? ""), .reset)
    case .fault(.emptyResponse): (answer, delivery) = (.withheld(by: firing?.label ?? ""), .empty)
    case .fault(.hang): (answer, delivery) = (.withheld(by: firing?.label ?? ""), .hang)
    case .fault(.refusedStream): (answer, delivery) = (.withheld(by: firing?.label ?? ""), .refused)
    case .fault(.goAway): (answer, delivery) = (.withheld(by: firing?.label ?? ""), .goAway)
    case .fault(.truncatedBody):
      answer = work(visit, &call)
      delivery = .truncated(afterBodyBytes: answer.bodyCount / 2)
    case .fault(.slowDrip):
      answer = work(visit, &call)
      delivery = .drip(bytes: max(1, answer.bodyCount / 20), every: .milliseconds(100))
    case .loseResponse:
      answer = work(visit, &call)
      delivery = .reset
    case .poll(let times, let wait):
      answer = polled(work(visit, &call), &call, rounds: times, wait: wait)
    case .token, .ticketError, .inventory, .unchanged, nil:
      answer = work(visit, &call)
      if steering.tokenFlaw != nil, answer.status == .ok, answer.decision == nil { answer.decision = .scenarioToken }
      if isForcedToPoll(visit) { answer = polled(answer, &call, rounds: 1, wait: 4) }
    }
    let delay = firing.flatMap { $0.delayMoment == .after ? $0.delay : nil }
    let reply = finish(answer, &call, visit, firing: firing, delivery: delivery, delay: delay ?? .zero)
    moveClock(visit, firing, .after)
    guard let delay else { return reply }
    return .later(delay) { reply }
  }

  /// Moves the sandbox's clock if the rule says so at this moment; listeners are told, as for any other move.
  private func moveClock(_ visit: Visit, _ firing: Firing?, _ moment: Delay.Moment) {
    guard let step = firing?.clock, step.moment == moment else { return }
    // A clock can always move forward.
    _ = try? visit.sandbox.move(.advance(step.duration))
  }

  private func isForcedToPoll(_ visit: Visit) -> Bool {
    visit.route.operation.mayPoll && visit.request.fields.first(Self.forcePolling)?.lowercased() == "true"
  }

  /// The ordinary work.
  private func work(_ visit: Visit, _ call: inout Call) -> Answer {
    var answer: Answer
    var quota: QuotaHeaders?
    do throws(APIError) {
      quota = try call.spendQuota(visit.route.operation)
      call.facts.wasWorkedOn = true
      answer = try visit.route.handler(&call)
    } catch {
      answer = Answer(error)
      call.note(error)
    }
    if let quota { answer.quota = quota }
    if let present = visit.route.presentForm {
      call.otherForms.add("\(visit.request.method.rawValue) on this path is the old form of \(present).")
    }
    answer.tell(call.otherForms)
    answer.tell(call.unknownMembers)
    return answer
  }

  /// Holds an answer for polling and tells the client to poll; errors are answered at once.
  private func polled(_ answer: Answer, _ call: inout Call, rounds: Int, wait: Int) -> Answer {
    guard answer.status.kind == .successful else { return answer }
    // It is kept with the answer, so it must not be longer than an id.
    let cartID = (call.cartID ?? call.query.first("cart_id")).flatMap { id in
      id.scalarCount(outside: 0...WireField.keptLength) == nil ? id : nil
    }
    var answer = answer
    answer.removeSecrets(call.sandbox.secrets, of: call.request)
    let held = answer.held
    let poll = Poll(
      answer: held, cartID: cartID, rounds: rounds, wait: wait, readyAt: call.now + .seconds(wait),
      readyInRealTime: ContinuousClock.now + .seconds(wait))
    let seed = call.sandbox.seed
    let token = call.sandbox.withState { $0.polls.add(poll, seed: seed) }
    (call.facts.pollToken, call.facts.pollWait) = (token, wait)
    return PollingHandlers.accepted(token: token, wait: wait, cartID: cartID, call)
  }

  private func finish(
    _ answer: consuming Answer, _ call: inout Call, _ visit: Visit, firing: Firing?, delivery: Delivery,
    delay: Duration = .zero
  ) -> Reply {
    var answer = answer
    answer.removeSecrets(visit.sandbox.secrets, of: visit.request)
    tellOfOrigin(visit.request, &answer)
    var response = answer.response(
      at: call.now, requestID: visit.id, to: visit.request, configuration: configuration)
    if let firing, let name = Self.header.name { response.fields[name] = ResponseHeaders.safe(firing.label) }
    let finished = RealInstant.now
    let isForLedger = visit.route.ledgerOperation != nil
    if isForLedger { call.complete(status: response.status.code, delivery: delivery, sent: finished + delay) }
    visit.sandbox.removeCardData(from: &call.request, operation: visit.route.operation)
    var facts = JournalFacts(
      visit, account: call.account, answer, request: call.request, response: response, scenario: firing?.label,
      delivery: delivery, at: call.now, finished: finished)
    visit.sandbox.journal.record(&facts, &call.request, &response)
    if isForLedger { visit.sandbox.note(call.facts) }
    if let firing {
      call.tell(.fault(label: firing.label, request: visit.id, operation: visit.route.operation))
    }
    call.tell(.request(JournalEntry(facts, call.request, response, visit.sandbox.secrets)))
    return .now(response, delivery, JournalWitness(sandbox: visit.sandbox, number: visit.number))
  }
}
