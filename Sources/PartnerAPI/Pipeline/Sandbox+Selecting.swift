import PartnerVocabulary
import Sandboxes
import Scenarios

extension Sandbox {
  /// Finds the rule that fires for a visit, and counts its firing.
  func select(_ visit: Visit, _ steering: Steering) -> Firing? {
    if !steering.hasHeader, !mayFire(for: visit.route.operation.rawValue) { return nil }
    return selectAmongRules(visit, header: steering.header)
  }

  private func selectAmongRules(_ visit: Visit, header: Scenario?) -> Firing? {
    // Parsed outside the lock, so that nobody waits for a long body.
    let body = Facts.body(of: visit)
    return withState { state in
      state.engine.select(Facts(visit, body: body, in: state.boxOffice), seed: seed, header: header)
    }
  }
}
