import Determinism
import PartnerVocabulary
import PartnerWire

/// What SafeTix SDKs ask for when they start.
enum SafeTixConfigHandler {
  /// `GET /safetix/configuration/v1/config`.
  static func config(_ call: inout Call) throws(APIError) -> Answer { answer(at: call.now) }

  /// The answer at an instant; without any sandbox the server's time.
  static func answer(at now: Instant) -> Answer {
    .json(decision: .safeTixConfig) { SafeTixConfigWire.write(now, into: &$0) }
  }
}
