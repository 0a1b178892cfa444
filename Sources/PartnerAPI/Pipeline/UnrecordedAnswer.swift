public import Determinism
public import HTTPWire

/// An answer that no sandbox has in its journal: to a request without a usable key or route, to `OPTIONS`, or to what is
/// no request at all.
public struct UnrecordedAnswer: Sendable {
  /// The time that its `Date` says.
  public let time: Instant
  /// The request without secrets; `nil` if what came is none.
  public let request: Request?
  /// The answer.
  public let response: Response
  /// What `X-Willcall-Diagnosis` said, or would have.
  public let diagnosis: String?
}
