public import BoxOffice
public import EventCatalogue
public import JSONText

extension Sandbox {
  /// How many events can be added to a sandbox besides those of the catalogue.
  public static let putEventLimit = 100
  /// The maximum size of their JSON in total, in bytes.
  public static let putEventByteLimit = 8 * 1024 * 1024

  /// Why an event was not added to a sandbox; nothing has changed.
  public enum PutRefusal: Error, Sendable, Hashable {
    /// The box office refuses it.
    case refused(EventRefusal)
    /// ``Sandbox/putEventLimit`` is reached.
    case tooMany
    /// ``Sandbox/putEventByteLimit`` would be exceeded.
    case tooLarge
  }

  /// Adds an event to this sandbox alone, or replaces one that has neither carts nor orders.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - fixture: what it was read from; it becomes part of ``export()``.
  /// - Returns: whether it replaced another.
  /// - Throws: ``PutRefusal``.
  public func put(_ event: Event, from fixture: JSONValue) throws(PutRefusal) -> Bool {
    let json = fixture.serialized()
    return try withState { (state, now) throws(PutRefusal) in
      let known = state.putEvents.firstIndex { $0.id == event.id }
      if known == nil, state.putEvents.count == Self.putEventLimit { throw .tooMany }
      let others = state.putEvents.reduce(0) { $0 + ($1.id == event.id ? 0 : $1.json.count) }
      if others + json.count > Self.putEventByteLimit { throw .tooLarge }
      let replaced: Bool
      do throws(EventRefusal) {
        replaced = try state.boxOffice.put(event, now: now)
      } catch {
        throw .refused(error)
      }
      // In the same place, as in the catalogue, so that lists of events are in the same order after an import.
      if let known { state.putEvents[known].json = json } else { state.putEvents.append((event.id, json)) }
      return replaced
    }
  }
}
