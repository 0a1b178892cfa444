import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// `GET events` and `PUT events/ID`.
enum EventHandlers {
  /// Lists what is on sale in the sandbox.
  static func list(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    sandbox.settle(now: sandbox.now())
    let (office, now) = sandbox.withState { (state, now) in (state.boxOffice, now) }
    var copy = office
    var writer = JSONWriter(reservingCapacity: 8192)
    writer.object { body in
      body.array("events") { list in
        for event in office.catalogue.events { write(event, &copy, at: now, into: &list) }
      }
    }
    return Response(json: writer.bytes)
  }

  /// Adds an event to the sandbox, or replaces one.
  static func put(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    let fixture = try call.json()
    let event: Event
    do throws(JSONFaults) {
      event = try Event.read(fixture, zoneRule: call.zoneRule)
    } catch {
      throw ControlError(error)
    }
    let id = call.parameters["event"] ?? ""
    guard event.id == id else {
      throw ControlError(
        .unprocessableContent, "The body and the path name different events.", path: "/id", expected: "\"\(id)\"",
        found: "\"\(event.id)\"")
    }
    let isReplacement: Bool
    do throws(Sandbox.PutRefusal) {
      isReplacement = try sandbox.put(event, from: fixture)
    } catch {
      throw refused(error, id)
    }
    let (office, now) = sandbox.withState { (state, now) in (state.boxOffice, now) }
    var copy = office
    var writer = JSONWriter()
    write(event, &copy, at: now, into: &writer)
    return Response(isReplacement ? .ok : .created, json: writer.bytes)
  }

  private static func refused(_ refusal: Sandbox.PutRefusal, _ id: String) -> ControlError {
    switch refusal {
    case .refused(.sharedName(let name, let owner)):
      ControlError(
        .unprocessableContent, "Two events cannot share an id or an alias.",
        path: name == id ? "/id" : "/aliases", expected: "names that no other event has",
        found: "\"\(name)\", which also names event \(owner)")
    case .refused(.sharedCode(let code, let owner)):
      ControlError(
        .unprocessableContent, "Two events of a host cannot have the same code.", path: "/code",
        expected: "a code that no other event of the host has", found: "\"\(code)\", the code of event \(owner)")
    case .refused(.hasLiveCarts(let count)):
      ControlError(
        .conflict, "An event with live carts cannot be replaced; delete them, or reset the sandbox.", path: "/id",
        expected: "an event without carts", found: "\(id) with \(count) live carts")
    case .refused(.hasOrders(let count)):
      ControlError(
        .conflict, "An event with sold tickets cannot be replaced; use another id.", path: "/id",
        expected: "an event without orders", found: "\(id) with \(count) orders")
    case .tooMany:
      ControlError(
        .conflict, "No more events can be put into this sandbox.", path: "/id",
        expected: "at most \(Sandbox.putEventLimit) events", found: "one more")
    case .tooLarge:
      ControlError(
        .conflict, "The events that were put into this sandbox would be too large.", path: "",
        expected: "at most \(Sandbox.putEventByteLimit) bytes together", found: "more")
    }
  }

  private static func write(_ event: Event, _ office: inout BoxOffice, at now: Instant, into writer: inout JSONWriter) {
    let dates = office.dates(of: event)
    let map = office.seatMap(of: event, now: now)
    let description = event.description
    writer.object { object in
      object.string("id", event.id)
      object.array("aliases") { list in
        for alias in description.aliases { list.string(alias) }
      }
      object.string("name", description.name)
      object.string("code", description.code)
      object.string("host", description.host)
      object.string("entry", description.entry.rawValue)
      object.bool("transactable", description.isTransactable)
      object.string("start", dates.start.rfc3339)
      object.string("onsale", dates.onsale.rfc3339)
      object.string("offsale", dates.offsale.rfc3339)
      object.object("seats") { seats in
        seats.integer("total", event.layout.seatCount)
        seats.integer("free", event.layout.rows.indices.reduce(0) { $0 + map.freeCount(inRow: $1) })
      }
    }
  }
}
