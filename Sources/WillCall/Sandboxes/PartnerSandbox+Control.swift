import Backstage
import HTTPTypes
import HTTPWire
import JSONText

extension PartnerSandbox {
  /// Asks the control API in process.
  ///
  /// - Parameter write: writes the members of the body.
  /// - Throws: ``SandboxError`` for any answer that is not a success.
  @discardableResult
  func control(
    _ method: HTTPRequest.Method, _ path: String, _ write: (inout JSONWriter) -> Void = { _ in }
  ) throws(SandboxError) -> JSONValue {
    let response = try ask(method, path, write)
    guard response.status.kind == .successful else { throw SandboxError(response) }
    guard let answer = try? JSONValue.parse(response.body) else {
      throw SandboxError("The control API did not answer with JSON.", expected: "JSON", found: "something else")
    }
    return answer
  }

  /// The answer of the control API, whatever its status.
  func ask(
    _ method: HTTPRequest.Method, _ path: String, _ write: (inout JSONWriter) -> Void = { _ in }
  ) throws(SandboxError) -> Response {
    var fields: FieldSection = [:]
    if let host = HTTPField.Name("Host") { fields[host] = "localhost" }
    var body: [UInt8] = []
    if method == .post || method == .put {
      var writer = JSONWriter()
      writer.object(write)
      body = writer.bytes
      fields[.contentType] = "application/json"
    }
    let target = "\(BackstageService.prefix)\(path)?apikey=\(QueryText.encoded(key))"
    do throws(RequestFault) {
      return server.control.respond(to: try Request(method, target, fields: fields, body: body))
    } catch {
      throw SandboxError("The key cannot be sent.", expected: "a shorter key", found: "\(error)")
    }
  }
}
