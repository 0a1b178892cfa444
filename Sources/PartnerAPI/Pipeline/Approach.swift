import HTTPWire
import Sandboxes

/// Where the head of a request with a partner key leads, all of which follows from its bytes.
final class Approach: Sendable {
  let route: PartnerRoute
  let parameters: PathParameters
  /// The accepted key.
  let key: String

  init(_ route: PartnerRoute, _ parameters: PathParameters, key: String) {
    self.route = route
    self.parameters = parameters
    self.key = key
  }
}
