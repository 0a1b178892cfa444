import HTTPTypes
import HTTPWire

/// One request to a known route of a known sandbox, from its arrival to its answer.
struct Visit: Sendable {
  let route: PartnerRoute
  let parameters: PathParameters
  let request: Request
  let sandbox: Sandbox
  /// The number of the request in its sandbox.
  let number: UInt64
  /// When it arrived, in real time.
  let arrived: ContinuousClock.Instant

  /// What `X-Willcall-Request` says.
  var id: String { "r\(number)" }
}
