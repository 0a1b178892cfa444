import Determinism
import HTTPWire
import PartnerVocabulary
import Sandboxes

/// Where the head of a request leads and what it says, all of which follows from its bytes.
final class Approach: Sendable {
  let route: PartnerRoute
  let parameters: PathParameters
  /// The accepted key; nil if the sandbox was found in another way.
  let key: String?
  /// The event that the path names.
  let event: String?
  /// The account that Secure Render names, and the same folded.
  let user: String?
  let foldedUser: UInt64

  init(_ route: PartnerRoute, _ parameters: PathParameters, key: String?, _ request: borrowing Request) {
    self.route = route
    self.parameters = parameters
    self.key = key
    event = parameters["event_id"]
    user = route.operation == .secureRender ? SecureRenderHandler.user(of: request) : nil
    foldedUser = user.map { SeededSource.fold($0) } ?? 0
  }
}
