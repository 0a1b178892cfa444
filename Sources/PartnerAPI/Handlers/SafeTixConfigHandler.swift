import Determinism
import PartnerVocabulary
import PartnerWire

/// The configuration that SafeTix SDKs request on start-up.
enum SafeTixConfigHandler {
  /// `GET /safetix/configuration/v1/config`.
  static func config(_ call: inout Call) throws(APIError) -> Answer { answer(at: call.now) }

  /// The answer at an instant: the server's own time if there is no sandbox.
  static func answer(at now: Instant) -> Answer {
    .json(decision: .safeTixConfig) { SafeTixConfigWire.write(now, into: &$0) }
  }
}
