import PartnerVocabulary
import Sandboxes
import Scenarios

extension Sandbox {
  /// Finds the rule that fires for a visit, and counts.
  func select(_ visit: Visit, header: Scenario?) -> Firing? {
    let operation = visit.route.operation.rawValue
    return withState { state in
      if header == nil, state.engine.isEmpty(operation) { return nil }
      return state.engine.select(Facts(visit, in: state.boxOffice), seed: seed, header: header)
    }
  }
}
