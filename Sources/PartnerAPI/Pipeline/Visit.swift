import Determinism
import HTTPTypes
import HTTPWire
import Sandboxes

/// One request to a known route of a known sandbox, from its arrival to its answer.
///
/// It is a class because it is passed around a lot.
final class Visit: Sendable {
  let route: PartnerRoute
  let parameters: PathParameters
  let request: Request
  let sandbox: Sandbox
  /// The number of the request in its sandbox.
  let number: UInt64
  /// When it arrived, in real time.
  let arrived: RealInstant

  init(
    route: PartnerRoute, parameters: PathParameters, request: Request, sandbox: Sandbox, number: UInt64,
    arrived: RealInstant
  ) {
    self.route = route
    self.parameters = parameters
    self.request = request
    self.sandbox = sandbox
    self.number = number
    self.arrived = arrived
  }

  /// The value of `X-Willcall-Request`.
  var id: String { JournalFacts.id(number, isOfServer: false) }
}
