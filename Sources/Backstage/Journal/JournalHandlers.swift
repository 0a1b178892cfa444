import BoxOffice
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// `GET requests` and `POST verify`.
enum JournalHandlers {
  /// What the sandbox was asked and what it answered, without secrets.
  static func list(_ call: inout ControlCall) throws(ControlError) -> Response {
    let filter = try RequestFilter(call.query)
    let entries = filter.apply(to: try call.sandbox().journal.entries)
    var writer = JSONWriter(reservingCapacity: 512 + entries.count * 2048)
    writer.object { body in
      body.array("requests") { list in
        for entry in entries { JournalWire.write(entry, into: &list) }
      }
    }
    return Response(json: writer.bytes)
  }

  /// Whether the sandbox was asked what a test expects, as often as it expects.
  static func verify(_ call: inout ControlCall) throws(ControlError) -> Response {
    let verification = try call.body(Verification.init)
    let sandbox = try call.sandbox()
    let outcome = verification.judge(sandbox.journal.entries) { id in sandbox.event(id)?.id ?? id }
    var writer = JSONWriter()
    outcome.write(into: &writer)
    return Response(outcome.isAsExpected ? .ok : .notAcceptable, json: writer.bytes)
  }
}
