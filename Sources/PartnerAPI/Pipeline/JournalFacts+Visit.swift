import Determinism
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import Sandboxes

extension JournalFacts {
  /// The facts of a visit, with the messages in the form in which the journal keeps them.
  init(
    _ visit: borrowing Visit, account: String?, _ answer: borrowing Answer, response: borrowing Response,
    scenario: String?, delivery: Delivery, at now: Instant, finished: RealInstant
  ) {
    self.init(
      number: visit.number, time: now, operation: visit.route.operation,
      outcome: ExchangeOutcome(delivery, wasWorkedOn: answer.wasWorkedOn), statusCode: response.status.code,
      longRequest: Self.length(ifLong: visit.request.body), longResponse: Self.length(ifLong: response.body),
      nanoseconds: visit.arrived.nanoseconds(to: finished),
      fidelity: answer.fidelity ?? answer.decision?.fidelity ?? .documented, event: visit.approach.event,
      account: account, scenario: scenario, diagnosis: answer.sentence)
  }

  /// The length of the content in bytes if it is too long to be kept; otherwise `nil`.
  static func length(ifLong content: [UInt8]) -> Int? {
    content.count > JournalEntry.contentLimit ? content.count : nil
  }
}
