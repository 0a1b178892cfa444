public import Determinism
public import HTTPTypes
import HTTPWire
public import PartnerVocabulary

/// What a journal knows about an exchange besides its messages.
public struct JournalFacts: Sendable {
  /// The ordinal number of the request, from 1, in its sandbox or in the server's own journal.
  public let number: UInt64
  /// Whether it is in the server's own journal.
  let isOfServer: Bool
  /// The sandbox's time.
  public let time: Instant
  /// The operation; `nil` if no route matched, or routing was never reached.
  public let operation: Operation?
  /// What happened to the answer.
  public package(set) var outcome: ExchangeOutcome
  /// The status code of the answer, sent or not.
  let statusCode: Int
  /// The size in bytes of the request's content, if it was too long to be stored.
  public let longRequest: Int?
  /// The size in bytes of the answer's content, if it was too long to be stored.
  public let longResponse: Int?
  /// The same as ``duration`` in nanoseconds: a `Duration` has 128 bits, and making one takes a long multiplication.
  let nanoseconds: Int64
  /// The value of `X-Willcall-Fidelity`; `documented` if it was not sent.
  public let fidelity: Fidelity
  /// The event named in the path.
  public let event: String?
  /// The account named in the request: `third_party_account_id` or `x-user-id`.
  public let account: String?
  /// The scenario that fired, as `scenario/rule`.
  public let scenario: String?
  /// The value of `X-Willcall-Diagnosis`.
  public let diagnosis: String?

  /// Whether the request line was understood; otherwise method and target are meaningless.
  let hasLine: Bool

  /// Creates facts from their parts.
  package init(
    number: UInt64, isOfServer: Bool = false, hasLine: Bool = true, time: Instant, operation: Operation?,
    outcome: ExchangeOutcome, statusCode: Int, longRequest: Int?,
    longResponse: Int?,
    nanoseconds: Int64, fidelity: Fidelity, event: String?, account: String?, scenario: String?, diagnosis: String?
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
    self.nanoseconds = nanoseconds
    self.fidelity = fidelity
    self.event = event
    self.account = account
    self.scenario = scenario
    self.diagnosis = diagnosis
  }

  /// The real time until the answer was ready, including delays before the work but not those after it.
  public var duration: Duration { .nanoseconds(nanoseconds) }

  /// The value of `X-Willcall-Request`, such as `r17`, or `s17` in the server's own journal.
  public var id: String { Self.id(number, isOfServer: isOfServer) }

  /// The value of `X-Willcall-Request`.
  package static func id(_ number: UInt64, isOfServer: Bool) -> String {
    var id = ""
    withID(number, isOfServer: isOfServer) { id = String(decoding: $0, as: UTF8.self) }
    return id
  }

  /// Passes the same to the closure, without creating a text.
  package static func withID(_ number: UInt64, isOfServer: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 21) { text in
      var first = text.count
      var rest = number
      repeat {
        first -= 1
        text[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      first -= 1
      text[first] = UInt8(ascii: isOfServer ? "s" : "r")
      body(UnsafeBufferPointer(rebasing: text[first...]))
    }
  }

  /// The status that the client saw; `nil` if no status line was sent.
  public var status: HTTPResponse.Status? { sentStatusCode.map { HTTPResponse.Status(code: $0) } }

  /// The code of ``status``.
  var sentStatusCode: Int? { outcome.hasStatus ? statusCode : nil }
}
