public import Determinism
public import HTTPTypes
public import HTTPWire

/// One request and its answer, as a sandbox remembers them.
///
/// Card data is blotted out before an entry is made, keys and bearer tokens when it is read; see ``Redaction``.
public final class JournalEntry: Sendable {
  /// The longest content that is remembered, in bytes; of a longer one only the length is.
  public static let contentLimit = 64 * 1024

  /// What `X-Willcall-Request` said, such as `r17`.
  public let id: String
  /// The how-manieth request of the sandbox it was, from 1.
  public let number: UInt64
  /// The sandbox's time.
  public let time: Instant
  /// The operation; `nil` if no route matched.
  public let operation: Operation?
  /// The event that the path names.
  public let event: String?
  /// The account that the request names: `third_party_account_id` or `x-user-id`.
  public let account: String?
  /// The status of the answer.
  public let status: HTTPResponse.Status
  /// The request, whose card data is blotted out but whose key is not, and the answer, which may repeat the key.
  private let exchange: PackedExchange
  /// How many bytes the request's content had, if it was too long to be kept.
  public let longRequest: Int?
  /// How many bytes the answer's content had, if it was too long to be kept.
  public let longResponse: Int?
  /// How long it took until the answer was there, in real time; delays before the work included, those after it not.
  public let duration: Duration
  /// The scenario that fired, as `scenario/rule`.
  public let scenario: String?
  /// What `X-Willcall-Diagnosis` said.
  public let diagnosis: String?
  /// What `X-Willcall-Fidelity` said; `documented` if it was not sent.
  public let fidelity: Fidelity
  /// About how many bytes the entry takes.
  let weight: Int

  init(
    id: String, number: UInt64, time: Instant, operation: Operation?, event: String?, account: String?,
    request: Request, response: Response, duration: Duration, scenario: String?, diagnosis: String?,
    fidelity: Fidelity
  ) {
    self.id = id
    self.number = number
    self.time = time
    self.operation = operation
    self.event = event
    self.account = account
    self.duration = duration
    self.scenario = scenario
    self.diagnosis = diagnosis
    self.fidelity = fidelity
    var (request, response) = (request, response)
    longRequest = Self.shorten(&request.body)
    longResponse = Self.shorten(&response.body)
    status = response.status
    exchange = PackedExchange(request, response)
    weight = 512 + exchange.count
  }

  private static func shorten(_ content: inout [UInt8]) -> Int? {
    guard content.count > contentLimit else { return nil }
    defer { content = [] }
    return content.count
  }

  /// The method.
  public var method: HTTPRequest.Method { exchange.request.method }

  /// The target without secrets; cheaper than ``shownRequest``.
  public var shownTarget: RequestTarget { Redaction.shown(exchange.request.target) }

  /// The request without secrets.
  public var shownRequest: Request { Redaction.shown(exchange.request, operation: operation) }

  /// The answer without secrets.
  public var shownResponse: Response { Redaction.shown(exchange.response) }
}
