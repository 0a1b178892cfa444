import Determinism
import PartnerVocabulary
import Sandboxes
import Scenarios

extension Operation {
  /// Whether the documents say that calls are counted.
  var isCounted: Bool { self == .availability || self == .eventsList || self == .eventDetails }
}

extension Call {
  /// Counts a call that is counted; the limit is enforced only if a scenario says so.
  ///
  /// - Returns: the quota headers; `nil` for calls that are not counted.
  /// - Throws: `quota-exceeded` with the key in its text, as the gateway answers.
  func spendQuota(_ operation: Operation) throws(APIError) -> QuotaHeaders? {
    switch operation {
    case .availability:
      let standing = sandbox.withState { state in
        state.engine.spendQuota(for: operation.rawValue, at: now, header: steering.header)
          ?? state.meters.availability.count(at: now)
      }
      if standing.isExceeded { throw exceeded(standing) }
      return QuotaHeaders(standing: standing)
    case .eventsList, .eventDetails:
      return QuotaHeaders(
        standing: sandbox.withState { $0.meters.events.count(at: now) }, printsAvailable: false)
    default:
      return nil
    }
  }

  private func exceeded(_ standing: QuotaStanding) -> APIError {
    var error = APIError(
      ErrorCatalogue.quotaExceeded,
      "The quota of \(standing.allowed) calls is used up until \(standing.expiry.rfc3339).")
    error.messageSuffix = sandbox.key
    error.quota = standing
    return error
  }
}
