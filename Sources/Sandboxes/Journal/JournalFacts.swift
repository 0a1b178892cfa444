public import Determinism
public import HTTPTypes
import HTTPWire
public import PartnerVocabulary

/// What a journal knows of an exchange besides its messages.
public struct JournalFacts: Sendable {
  /// The how-manieth request of the sandbox it was, from 1.
  public let number: UInt64
  /// The sandbox's time.
  public let time: Instant
  /// The operation; `nil` if no route matched.
  public let operation: Operation?
  /// What became of the answer.
  public let outcome: ExchangeOutcome
  /// The status code of the answer, sent or not.
  let statusCode: Int
  /// How many bytes the request's content had, if it was too long to be kept.
  public let longRequest: Int?
  /// How many bytes the answer's content had, if it was too long to be kept.
  public let longResponse: Int?
  /// How long it took until the answer was there, in real time; delays before the work included, those after it not.
  public let duration: Duration
  /// What `X-Willcall-Fidelity` said; `documented` if it was not sent.
  public let fidelity: Fidelity
  /// The event that the path names.
  public let event: String?
  /// The account that the request names: `third_party_account_id` or `x-user-id`.
  public let account: String?
  /// The scenario that fired, as `scenario/rule`.
  public let scenario: String?
  /// What `X-Willcall-Diagnosis` said.
  public let diagnosis: String?

  /// Makes facts from their parts.
  package init(
    number: UInt64, time: Instant, operation: Operation?, outcome: ExchangeOutcome, statusCode: Int, longRequest: Int?,
    longResponse: Int?,
    duration: Duration, fidelity: Fidelity, event: String?, account: String?, scenario: String?, diagnosis: String?
  ) {
    self.number = number
    self.time = time
    self.operation = operation
    self.outcome = outcome
    self.statusCode = statusCode
    self.longRequest = longRequest
    self.longResponse = longResponse
    self.duration = duration
    self.fidelity = fidelity
    self.event = event
    self.account = account
    self.scenario = scenario
    self.diagnosis = diagnosis
  }

  /// What `X-Willcall-Request` said, such as `r17`.
  public var id: String { "r\(number)" }

  /// The status that the client saw; `nil` if no status line left.
  public var status: HTTPResponse.Status? { sentStatusCode.map { HTTPResponse.Status(code: $0) } }

  /// The code of ``status``.
  var sentStatusCode: Int? { outcome.hasStatus ? statusCode : nil }
}
