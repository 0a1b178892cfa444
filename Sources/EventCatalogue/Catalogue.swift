/// All events, and the orders that exist from the start, shared by every sandbox.
public struct Catalogue: Sendable {
  /// The events, in the order in which lists print them.
  public let events: [Event]
  /// The orders that every sandbox starts with.
  public let soldOrders: [SoldOrder]
  private let places: [String: Int]

  /// Makes a catalogue; when two events share an id or an alias, the later one keeps it.
  public init(events: [Event], soldOrders: [SoldOrder]) {
    self.events = events
    self.soldOrders = soldOrders
    var places: [String: Int] = [:]
    for (place, event) in events.enumerated() {
      for alias in event.description.aliases { places[alias] = place }
      places[event.id] = place
    }
    self.places = places
  }

  /// The place in ``events`` of the event with an id or alias.
  public func place(ofEvent id: String) -> Int? { places[id] }

  /// The event with an id or alias.
  public func event(_ id: String) -> Event? { places[id].map { events[$0] } }

  /// The event with a code at a host.
  ///
  /// Complexity: O(events).
  public func event(code: String, host: String) -> Event? {
    let name = "\(code)/\(host)"
    return events.first { $0.description.codes.contains(name) }
  }
}
