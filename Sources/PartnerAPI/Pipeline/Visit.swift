import Determinism
import HTTPTypes
import HTTPWire
import Sandboxes

/// One request to a known route of a known sandbox, from its arrival to its answer.
struct Visit: Sendable {
  let approach: Approach
  /// The request; when all is done, as it may be remembered.
  var request: Request
  let sandbox: Sandbox
  /// The number of the request in its sandbox.
  let number: UInt64
  /// When it arrived, in real time.
  let arrived: RealInstant

  var route: PartnerRoute { approach.route }
  var parameters: PathParameters { approach.parameters }

  /// The value of `X-Willcall-Request`.
  var id: String { JournalFacts.id(number, isOfServer: false) }
}
