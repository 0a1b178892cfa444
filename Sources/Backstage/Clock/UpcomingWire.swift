import BoxOffice
import Determinism
import EventCatalogue
import JSONText
import Sandboxes

/// What happens next in a sandbox, as `clock` shows it: the nearest instant of each kind, soonest first.
enum UpcomingWire {
  static func write(_ sandbox: Sandbox, into body: inout JSONWriter) {
    body.array("next") { list in
      for upcoming in next(in: sandbox) { list.object { write(upcoming, into: &$0) } }
    }
  }

  private static func next(in sandbox: Sandbox) -> [Upcoming] {
    // Many holds are ended in slices, so that other requests get their turn.
    sandbox.settle(now: sandbox.now())
    let (hold, office, now) = sandbox.withState { (state, now) in
      (state.boxOffice.nextHold(now: now), state.boxOffice, now)
    }
    // Looking through many orders takes a while, so it is done on a copy, outside the lock.
    var next = hold.map { [Upcoming.holdEnds($0)] } ?? []
    if let (order, instant) = office.nextToken(after: now) { next.append(.tokenComes(order, at: instant)) }
    if let (event, instant) = office.nextEvent(after: now) { next.append(.eventBegins(event, at: instant)) }
    return next.sorted { $0.instant < $1.instant }
  }

  private static func write(_ upcoming: Upcoming, into object: inout JSONWriter) {
    let event: Event
    switch upcoming {
    case .holdEnds(let cart):
      object.string("what", "hold-ends")
      object.string("at", cart.expiresAt.rfc3339)
      object.string("cart_id", cart.id)
      event = cart.event
    case .tokenComes(let order, let instant):
      object.string("what", "token-comes")
      object.string("at", instant.rfc3339)
      object.string("order_number", order.number)
      event = order.event
    case .eventBegins(let begins, let instant):
      object.string("what", "event-begins")
      object.string("at", instant.rfc3339)
      event = begins
    }
    object.string("event_id", event.id)
  }
}
