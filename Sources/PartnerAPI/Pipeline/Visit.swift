import Determinism
import HTTPTypes
import HTTPWire
import Sandboxes

/// One request to a known route of a known sandbox, from its arrival to its answer.
///
/// A class, because it is passed about a lot.
final class Visit: Sendable {
  let route: PartnerRoute
  let parameters: PathParameters
  let request: Request
  let sandbox: Sandbox
  /// The number of the request in its sandbox.
  let number: UInt64
  /// When it arrived, in real time.
  let arrived: ContinuousClock.Instant

  init(
    route: PartnerRoute, parameters: PathParameters, request: Request, sandbox: Sandbox, number: UInt64,
    arrived: ContinuousClock.Instant
  ) {
    self.route = route
    self.parameters = parameters
    self.request = request
    self.sandbox = sandbox
    self.number = number
    self.arrived = arrived
  }

  /// What `X-Willcall-Request` says.
  var id: String { JournalFacts.id(number, isOfServer: false) }
}
