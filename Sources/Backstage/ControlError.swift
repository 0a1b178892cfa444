import HTTPTypes
import HTTPWire
import JSONText

/// An error of the control API: `{"error":{"message","path","expected","found"}}`, and beside it `errors` with all faults
/// of a body that can be told at once.
struct ControlError: Error {
  let status: HTTPResponse.Status
  let message: String
  /// Where it is: a JSON Pointer into the body, `?name` for a parameter of the query, a field's name, or a URL path.
  let path: String
  let expected: String
  let found: String
  /// Header fields that the status asks for.
  var fields: FieldSection = [:]
  /// Everything that is wrong with a body, names that are not known first; empty where only one thing can be told.
  var faults: [ControlFault] = []
  /// How many more faults there are.
  var moreFaults = 0

  /// How many faults are told at once.
  static let faultLimit = 20

  init(_ status: HTTPResponse.Status, _ message: String, path: String, expected: String, found: String) {
    self.status = status
    self.message = message
    self.path = path
    self.expected = expected
    self.found = found
  }

  /// A body that is JSON but not what was expected.
  init(_ mismatch: JSONMismatch) { self.init([mismatch]) }

  /// A body that is JSON but not what was expected, in several places perhaps.
  ///
  /// - Parameters:
  ///   - mismatches: at least one.
  ///   - more: how many more there are.
  init(_ mismatches: [JSONMismatch], more: Int = 0) {
    self.init("The body is not what this path expects.", mismatches.map(ControlFault.init), more: more)
  }

  /// A body with faults; the first of them is the error's own place.
  init(_ message: String, _ all: [ControlFault], more: Int = 0) {
    let faults = all.filter(\.isUnknownName) + all.filter { !$0.isUnknownName }
    let first = faults.first
    self.init(
      .unprocessableContent, message, path: first?.path ?? "", expected: first?.expected ?? "something else",
      found: first?.found ?? "")
    self.faults = Array(faults.prefix(Self.faultLimit))
    moreFaults = more + max(0, faults.count - Self.faultLimit)
  }

  /// A body that is not JSON.
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
