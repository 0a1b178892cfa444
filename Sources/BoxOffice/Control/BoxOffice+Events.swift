public import Determinism
public import EventCatalogue
public import JSONText

extension Event {
  /// Reads an event from part of a JSON text, in the fixture format.
  ///
  /// - Parameter zoneRule: see ``CatalogueReader/event(_:file:zoneRule:)``.
  /// - Throws: `JSONFaults` with everything that is wrong.
  public static func read(_ value: JSONValue, zoneRule: (String) -> String?) throws(JSONFaults) -> Event {
    try EventReader.event(value, zoneRule: zoneRule)
  }
}

extension Catalogue {
  /// The catalogue with more events added, each replacing any event that has the same id.
  ///
  /// - Throws: ``EventRefusal/sharedName(_:owner:)``, ``EventRefusal/sharedCode(_:owner:)`` if two events of the result
  ///   have a name in common.
  public func putting(_ added: [Event]) throws(EventRefusal) -> Catalogue {
    var changed = events
    for event in added {
      if let place = changed.firstIndex(where: { $0.id == event.id }) {
        changed[place] = event
      } else {
        changed.append(event)
      }
    }
    for event in added { try Self.check(event, against: changed) }
    return Catalogue(events: changed, soldOrders: soldOrders)
  }

  private static func check(_ event: Event, against others: [Event]) throws(EventRefusal) {
    let names = Set([event.id] + event.description.aliases)
    let codes = Set(event.description.codes)
    for other in others where other.id != event.id {
      if let shared = ([other.id] + other.description.aliases).first(where: names.contains) {
        throw .sharedName(shared, owner: other.id)
      }
      if let shared = other.description.codes.first(where: codes.contains) {
        throw .sharedCode(String(shared.prefix { $0 != "/" }), owner: other.id)
      }
    }
  }
}

extension BoxOffice {
  /// Adds an event, or replaces the one with the same id.
  ///
  /// - Returns: whether it replaced another.
  /// - Throws: ``EventRefusal`` if its names belong to others, or the event it would replace has carts or orders.
  public mutating func put(_ event: Event, now: Instant) throws(EventRefusal) -> Bool {
    settle(now: now)
    let changed = try catalogue.putting([event])
    let place = catalogue.events.firstIndex { $0.id == event.id }
    if let place {
      let carts = carts.values.count { $0.eventPlace == place }
      if carts > 0 { throw .hasLiveCarts(carts) }
      let orders = book.orders.count { $0.event.id == event.id }
      if orders > 0 { throw .hasOrders(orders) }
      seatMaps[place] = nil
    }
    catalogue = changed
    return place != nil
  }
}
