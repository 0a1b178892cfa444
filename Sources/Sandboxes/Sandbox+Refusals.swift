public import BoxOffice
public import Determinism
import EventCatalogue
import PartnerVocabulary

extension Sandbox {
  /// The sentence sent to clients when the box office refuses something.
  public func sentence(for refusal: Refusal, at now: Instant) -> String {
    let events = withState { $0.boxOffice.catalogue.events.map(\.id) }
    return APIError(
      refusal, at: now, context: RefusalContext(eventIDs: events, sandboxWasEvicted: replacesEvicted)
    ).diagnosis
  }
}
