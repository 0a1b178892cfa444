import PartnerVocabulary
import Sandboxes
import Scenarios

extension Sandbox {
  /// Finds the rule that fires for a visit, and counts its firing.
  func select(_ visit: Visit, header: Scenario?) -> Firing? {
    let operation = visit.route.operation.rawValue
    if header == nil, withState({ $0.engine.isEmpty(operation) }) { return nil }
    // Parsed outside the lock, so that nobody waits for a long body.
    let body = Facts.body(of: visit)
    return withState { state in
      state.engine.select(Facts(visit, body: body, in: state.boxOffice), seed: seed, header: header)
    }
  }
}
