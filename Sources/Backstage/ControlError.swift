import HTTPTypes
import HTTPWire
import JSONText

/// An error of the control API: `{"error":{"message","path","expected","found"}}`.
struct ControlError: Error {
  let status: HTTPResponse.Status
  let message: String
  /// Where it is: a JSON Pointer into the body, `?name` for a parameter of the query, a field's name, or a URL path.
  let path: String
  let expected: String
  let found: String
  /// Header fields that the status asks for.
  var fields: FieldSection = [:]

  init(_ status: HTTPResponse.Status, _ message: String, path: String, expected: String, found: String) {
    self.status = status
    self.message = message
    self.path = path
    self.expected = expected
    self.found = found
  }

  /// A body that is JSON but not what was expected.
  init(_ mismatch: JSONMismatch) {
    let hint = mismatch.suggestion.map { " (did you mean \"\($0)\"?)" } ?? ""
    self.init(
      .unprocessableContent, "The body is not what this path takes.", path: mismatch.path,
      expected: mismatch.expected, found: mismatch.found + hint)
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
    }
    return Response(status, json: writer.bytes, fields: fields)
  }
}
