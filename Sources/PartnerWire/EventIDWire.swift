package import EventCatalogue
package import JSONText

/// `GET /events/{event_code}/{event_host}/id`: the id of the event that a host knows by a code.
package enum EventIDWire {
  private static let source = "Partner API, Event ID"
  package static let id = WireField(
    "id", .string, required: true, about: "The event's id.", source: source, example: "\"0B004D43F86C478F\"")
  static let eventTable = WireTable("EventIDEvent", [id])
  package static let event = WireField(
    "event", .object(eventTable), required: true, about: "The event.", source: source)
  package static let table = WireTable("EventID", [event])

  package static func write(_ subject: Event, into writer: inout JSONWriter) {
    writer.object { body in
      body.object(event) { $0.string(id, subject.id) }
    }
  }
}
