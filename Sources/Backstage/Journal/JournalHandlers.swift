import BoxOffice
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// `GET requests`, `GET requests/{request}` and `POST verify`.
enum JournalHandlers {
  /// Lists the sandbox's requests and answers, without secrets.
  static func list(_ call: inout ControlCall) throws(ControlError) -> Response {
    let filter = try RequestFilter(call.query)
    let entries = filter.apply(to: try call.journalOwner().journal.entries)
    var writer = JSONWriter(reservingCapacity: 512 + entries.count * 2048)
    writer.object { body in
      body.array("requests") { list in
        for entry in entries { JournalWire.write(entry, into: &list) }
      }
    }
    return Response(json: writer.bytes)
  }

  /// Shows one entry of the server's own journal, or of the journal of the sandbox that the request names.
  static func show(_ call: inout ControlCall) throws(ControlError) -> Response {
    let id = call.parameters["request"] ?? ""
    guard let number = RequestFilter.number(id) else {
      throw ControlError(
        .notFound, "That is not the id of a request.", path: "/requests/\(id)",
        expected: "a value of X-Willcall-Request, such as r17 or s24", found: id)
    }
    let owner = id.hasPrefix("s") ? call.directory.own : try call.sandbox()
    guard let entry = owner.journal.entry(number) else {
      throw ControlError(
        .notFound, "The journal does not have this request, or no longer has it.", path: "/requests/\(id)",
        expected: "one of the last \(Journal.entryLimit) requests", found: id)
    }
    var writer = JSONWriter(reservingCapacity: 4096)
    JournalWire.write(entry, into: &writer)
    return Response(json: writer.bytes)
  }

  /// Checks whether the sandbox received the requests that a test expects, as often as it expects.
  static func verify(_ call: inout ControlCall) throws(ControlError) -> Response {
    let verification = try call.body(Verification.init)
    let sandbox = try call.journalOwner()
    let outcome = verification.judge(sandbox.journal.entries) { id in sandbox.event(id)?.id ?? id }
    var writer = JSONWriter()
    outcome.write(into: &writer)
    return Response(outcome.isAsExpected ? .ok : .notAcceptable, json: writer.bytes)
  }
}
