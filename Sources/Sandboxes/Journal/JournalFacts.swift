public import Determinism
public import HTTPTypes
import HTTPWire
public import PartnerVocabulary

/// What a journal knows of an exchange besides its messages.
public struct JournalFacts: Sendable {
  /// The how-manieth request of the sandbox it was, from 1; of the server's own journal, the how-manieth of that.
  public let number: UInt64
  /// Whether it is in the server's own journal.
  let isOfServer: Bool
  /// The sandbox's time.
  public let time: Instant
  /// The operation; `nil` if no route matched, or none was reached.
  public let operation: Operation?
  /// What became of the answer.
  public package(set) var outcome: ExchangeOutcome
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

  /// Whether the request line was understood; else method and target stand for nothing.
  let hasLine: Bool

  /// Makes facts from their parts.
  package init(
    number: UInt64, isOfServer: Bool = false, hasLine: Bool = true, time: Instant, operation: Operation?,
    outcome: ExchangeOutcome, statusCode: Int, longRequest: Int?,
    longResponse: Int?,
    duration: Duration, fidelity: Fidelity, event: String?, account: String?, scenario: String?, diagnosis: String?
  ) {
    self.number = number
    self.isOfServer = isOfServer
    self.hasLine = hasLine
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

  /// What `X-Willcall-Request` said, such as `r17`, or `s17` in the server's own journal.
  public var id: String { Self.id(number, isOfServer: isOfServer) }

  /// What `X-Willcall-Request` says.
  package static func id(_ number: UInt64, isOfServer: Bool) -> String { "\(isOfServer ? "s" : "r")\(number)" }

  /// The status that the client saw; `nil` if no status line left.
  public var status: HTTPResponse.Status? { sentStatusCode.map { HTTPResponse.Status(code: $0) } }

  /// The code of ``status``.
  var sentStatusCode: Int? { outcome.hasStatus ? statusCode : nil }
}
