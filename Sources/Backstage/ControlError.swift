import HTTPTypes
import HTTPWire
import JSONText

/// An error of the control API: `{"error":{"message","path","expected","found"}}`.
struct ControlError: Error {
  let message: String
  let path: String
  let expected: String
  let found: String

  func response(status: HTTPResponse.Status) -> Response {
    var writer = JSONWriter()
    writer.object { body in
      body.object("error") { error in
        error.string("message", message)
        error.string("path", path)
        error.string("expected", expected)
        error.string("found", found)
      }
    }
    return Response(status: status, fields: [.contentType: "application/json"], body: writer.bytes)
  }
}
