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
  func perform(_ visit: consuming Visit) -> Reply {
    var steering = Steering()
    do throws(APIError) {
      if let name = visit.request.fields.first(Self.header) { steering.follow(try scenario(named: name)) }
      steering.waives = try RuleSet(waivedBy: visit.request)
    } catch {
      var call = call(visit, Steering())
      var answer = Answer(error)
      return finish(&answer, &call, firing: nil, delivery: .plain)
    }
    let firing = visit.sandbox.select(visit, steering)
    guard let firing, let delay = firing.delay, firing.delayMoment == .before else {
      return start(visit, steering, firing)
    }
    let (delayed, given) = (visit, steering)
    return .later(delay) { [self] in start(delayed, given, firing) }
  }

  /// Does the work, off the event loop if it takes long.
  private func start(_ visit: consuming Visit, _ steering: consuming Steering, _ firing: Firing?) -> Reply {
    // A clock that moves may end any number of carts.
    guard firing?.clock != nil || visit.route.operation.takesLong(for: visit.request) else {
      return act(visit, steering, firing)
    }
    let (long, given) = (visit, steering)
    return .aside { [self] in act(long, given, firing) }
  }

  /// The scenario that `X-Willcall-Scenario` names; it never applies to another request.
  private func scenario(named name: String) throws(APIError) -> Scenario {
    if let scenario = directory.settings.library.scenario(named: name) { return scenario }
    let names = directory.settings.library.available.map(\.name)
    let meant = Spelling.nearest(to: name, among: names).map { "did you mean \($0)? There" } ?? "there"
    throw APIError(
      ErrorCatalogue.unknownScenario,
      "X-Willcall-Scenario names \"\(name)\"; \(meant) are \(names.joined(separator: ", ")).")
  }

  @inline(__always)
  private func call(_ visit: consuming Visit, _ steering: consuming Steering) -> Call {
    let now = visit.sandbox.use()
    return Call(visit, at: now, service: self, steering)
  }

  /// Does what the rule says, or the ordinary work if there is none.
  private func act(_ visit: consuming Visit, _ steering: consuming Steering, _ firing: Firing?) -> Reply {
    moveClock(visit.sandbox, firing, .before)
    let sandbox = visit.sandbox
    if visit.route.operation == .cartPayment || visit.route.operation == .memberBillingAdd {
      let header = steering.header
      steering.refusesClearCards = sandbox.withState { $0.engine.cards(header: header) } == .encryptedOnly
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
      if entry.name == ErrorCatalogue.quotaExceeded.name { error.messageSuffix = sandbox.key }
      answer = Answer(error)
    case .respond(let canned):
      answer = Answer(canned)
    case .fault(.connectionReset): (answer, delivery) = (.withheld(by: firing?.label ?? ""), .reset)
    case .fault(.emptyResponse): (answer, delivery) = (.withheld(by: firing?.label ?? ""), .empty)
    case .fault(.hang): (answer, delivery) = (.withheld(by: firing?.label ?? ""), .hang)
    case .fault(.refusedStream): (answer, delivery) = (.withheld(by: firing?.label ?? ""), .refused)
    case .fault(.goAway): (answer, delivery) = (.withheld(by: firing?.label ?? ""), .goAway)
    case .fault(.truncatedBody):
      answer = work(&call)
      delivery = .truncated(afterBodyBytes: answer.bodyCount / 2)
    case .fault(.slowDrip):
      answer = work(&call)
      delivery = .drip(bytes: max(1, answer.bodyCount / 20), every: .milliseconds(100))
    case .loseResponse:
      answer = work(&call)
      delivery = .reset
    case .poll(let times, let wait):
      answer = polled(work(&call), &call, rounds: times, wait: wait)
    case .token, .ticketError, .inventory, .unchanged, nil:
      answer = work(&call)
      if call.steering.tokenFlaw != nil, answer.status == .ok, answer.decision == nil {
        answer.decision = .scenarioToken
      }
      if isForcedToPoll(call.visit) { answer = polled(answer, &call, rounds: 1, wait: 4) }
    }
    let delay = firing.flatMap { $0.delayMoment == .after ? $0.delay : nil }
    let reply = finish(&answer, &call, firing: firing, delivery: delivery, delay: delay ?? .zero)
    moveClock(sandbox, firing, .after)
    guard let delay else { return reply }
    return .later(delay) { reply }
  }

  /// Moves the sandbox's clock if the rule says so at this moment; listeners are told, as for any other move.
  private func moveClock(_ sandbox: Sandbox, _ firing: Firing?, _ moment: Delay.Moment) {
    guard let step = firing?.clock, step.moment == moment else { return }
    // A clock can always move forward.
    _ = try? sandbox.move(.advance(step.duration))
  }

  private func isForcedToPoll(_ visit: borrowing Visit) -> Bool {
    visit.route.operation.mayPoll && visit.request.fields.first(Self.forcePolling)?.lowercased() == "true"
  }

  /// The ordinary work.
  private func work(_ call: inout Call) -> Answer {
    let route = call.visit.route
    var answer: Answer
    var quota: QuotaHeaders?
    do throws(APIError) {
      if route.operation.isCounted { quota = try call.spendQuota(route.operation) }
      call.facts.wasWorkedOn = true
      answer = try route.handler(&call)
    } catch {
      answer = Answer(error)
      call.note(error)
    }
    if let quota { answer.quota = quota }
    if let present = route.presentForm {
      call.otherForms.add("\(call.visit.request.method.rawValue) on this path is the old form of \(present).")
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
    answer.removeSecrets(call.sandbox.secrets, of: call.visit.request)
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
    _ answer: inout Answer, _ call: inout Call, firing: Firing?, delivery: Delivery, delay: Duration = .zero
  ) -> Reply {
    let label = firing?.label
    let sandbox = call.visit.sandbox
    answer.removeSecrets(sandbox.secrets, of: call.visit.request)
    if configuration.cors.concerns(call.visit.request.fields) { tellOfOrigin(call.visit.request, &answer) }
    var response = answer.response(at: call.now, number: call.visit.number, configuration: configuration)
    configuration.cors.decorate(&response.fields, for: call.visit.request, preflight: nil)
    if let label, let name = Self.header.name { response.fields[name] = ResponseHeaders.safe(label) }
    let finished = RealInstant.now
    let isForLedger = call.facts.operation != nil
    if isForLedger { call.complete(status: response.status.code, delivery: delivery, sent: finished + delay) }
    sandbox.removeCardData(from: &call.visit.request, operation: call.visit.route.operation)
    var facts = JournalFacts(
      call.visit, account: call.account, answer, response: response, scenario: label, delivery: delivery,
      at: call.now, finished: finished)
    sandbox.journal.record(&facts, &call.visit.request, &response)
    if isForLedger { sandbox.note(call.facts) }
    if sandbox.isHeard { tell(of: call, &facts, &response) }
    return .now(response, delivery, AnswerWitness(sandbox, number: call.visit.number))
  }

  /// Tells listeners of an exchange; the facts and the answer are only read.
  private func tell(of call: borrowing Call, _ facts: inout JournalFacts, _ response: inout Response) {
    let (facts, response) = (facts, response)
    if let label = facts.scenario {
      call.tell(.fault(label: label, request: call.visit.id, operation: call.visit.route.operation))
    }
    call.tell(.request(JournalEntry(facts, call.visit.request, response, call.sandbox.secrets)))
  }
}
