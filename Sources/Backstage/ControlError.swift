import HTTPTypes
import HTTPWire
import JSONText

/// An error of the control API: `{"error":{"message","path","expected","found"}}`, plus a member `errors` next to it
/// with all the faults in a body that can be reported at once.
struct ControlError: Error {
  let status: HTTPResponse.Status
  let message: String
  /// Where it is: a JSON Pointer into the body, `?name` for a query parameter, a header field's name, or a URL path.
  let path: String
  let expected: String
  let found: String
  /// Header fields that the status requires.
  var fields: FieldSection = [:]
  /// All faults in a body, unknown names first; empty if only one thing can be reported.
  var faults: [ControlFault] = []
  /// How many more faults there are.
  var moreFaults = 0

  /// The maximum number of faults reported at once.
  static let faultLimit = 20

  init(_ status: HTTPResponse.Status, _ message: String, path: String, expected: String, found: String) {
    self.status = status
    self.message = message
    self.path = path
    self.expected = expected
    self.found = found
  }

  /// Makes the error for a JSON body that is not what was expected.
  init(_ mismatch: JSONMismatch) {
    self.init("The body is not what this path expects.", [ControlFault(mismatch)])
  }

  /// Makes the error for a JSON body in which at least one thing is not what was expected.
  init(_ faults: JSONFaults) {
    self.init(
      "The body is not what this path expects.", faults.inOrder.map(ControlFault.init), more: faults.uncounted)
  }

  /// Makes the error for a body with faults; the first fault gives the error its place.
  init(_ message: String, _ all: [ControlFault], more: Int = 0) {
    let faults = all.filter(\.isUnknownName) + all.filter { !$0.isUnknownName }
    let first = faults.first
    self.init(
      .unprocessableContent, message, path: first?.path ?? "", expected: first?.expected ?? "something else",
      found: first?.found ?? "")
    self.faults = Array(faults.prefix(Self.faultLimit))
    moreFaults = more + max(0, faults.count - Self.faultLimit)
  }

  /// Makes the error for a body that is not JSON.
  init(_ error: JSONSyntaxError) {
    self.init(.badRequest, "The body is not JSON.", path: error.path, expected: "JSON", found: "\(error)")
  }

  var response: Response {
    var writer = JSONWriter()
    writer.object { body in
      body.object("error") { error in
        error.string("message", message)
        error.string("path", path)
        error.string("expected", expected)
        error.string("found", found)
      }
      if !faults.isEmpty {
        body.array("errors") { list in
          for fault in faults { fault.write(into: &list) }
        }
        if moreFaults > 0 { body.integer("more", moreFaults) }
      }
    }
    return Response(status, json: writer.bytes, fields: fields)
  }
}
