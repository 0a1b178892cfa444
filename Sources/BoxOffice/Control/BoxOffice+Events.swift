public import Determinism
public import JSONText

extension Event {
  /// Reads an event from a part of a JSON text, in the format of fixtures.
  ///
  /// - Parameter zoneRule: see ``CatalogueReader/event(_:file:zoneRule:)``.
  /// - Throws: `JSONMismatch` for the first thing that is wrong.
  public static func read(_ value: JSONValue, zoneRule: (String) -> String?) throws(JSONMismatch) -> Event {
    try EventReader.event(value, zoneRule: zoneRule)
  }
}

extension BoxOffice {
  /// Adds an event, or puts it in the place of the one with its id.
  ///
  /// - Returns: whether it took the place of another.
  /// - Throws: ``EventRefusal`` if its names belong to others, or the event it would replace has carts or orders.
  public mutating func put(_ event: Event, now: Instant) throws(EventRefusal) -> Bool {
    settle(now: now)
    let place = catalogue.events.firstIndex { $0.id == event.id }
    try checkNames(of: event)
    if let place {
      let carts = carts.values.count { $0.eventPlace == place }
      if carts > 0 { throw .hasLiveCarts(carts) }
      let orders = book.orders.count { $0.event.id == event.id }
      if orders > 0 { throw .hasOrders(orders) }
    }
    var events = catalogue.events
    if let place { events[place] = event } else { events.append(event) }
    catalogue = Catalogue(events: events, soldOrders: catalogue.soldOrders)
    if let place { seatMaps[place] = nil }
    return place != nil
  }

  private func checkNames(of event: Event) throws(EventRefusal) {
    for other in catalogue.events where other.id != event.id {
      let taken = [other.id] + other.description.aliases
      for name in [event.id] + event.description.aliases where taken.contains(name) {
        throw .sharedName(name, owner: other.id)
      }
      if other.description.code == event.description.code, other.description.host == event.description.host {
        throw .sharedCode(event.description.code, owner: other.id)
      }
    }
  }
}
