public import Determinism
public import HTTPWire

/// One request and its answer, as a sandbox remembers them.
///
/// Card data is blotted out before an entry is made, keys and bearer tokens when it is read; see ``Redaction``.
public struct JournalEntry: Sendable {
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
  /// The request, whose card data is blotted out but whose key is not.
  let request: Request
  /// The answer.
  public let response: Response
  /// How long answering took, in real time; delays included.
  public let duration: Duration
  /// The scenario that fired, as `scenario/rule`.
  public let scenario: String?
  /// What `X-Willcall-Diagnosis` said.
  public let diagnosis: String?
  /// What `X-Willcall-Fidelity` said; `documented` if it was not sent.
  public let fidelity: Fidelity

  /// The request without secrets.
  public var shownRequest: Request { Redaction.withoutKeys(request) }

  /// About how many bytes the entry takes.
  var weight: Int { 512 + request.body.count + response.body.count + request.target.raw.utf8.count }
}
