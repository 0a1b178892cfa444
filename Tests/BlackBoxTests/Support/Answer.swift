import JSONText
import LoopbackClient

/// A response and the JSON in it.
struct Answer {
  /// The response.
  let response: ClientResponse
  /// The content; `nil` if there is none.
  let json: JSONValue?

  /// Reads the JSON of a response.
  ///
  /// - Throws: if the content is not JSON.
  init(_ response: ClientResponse) throws {
    self.response = response
    json = response.body.isEmpty ? nil : try JSONValue.parse(response.body)
  }

  /// The status code.
  var status: Int { response.status }
  /// The content as text.
  var text: String { response.text }
  /// The code of a partner error.
  var errorCode: String? { json?.value(at: "/error/code")?.text }
  /// What WillCall says about it.
  var diagnosis: String? { response["X-Willcall-Diagnosis"] }

  /// The string, or the text of the number, at a JSON Pointer.
  ///
  /// - Throws: ``TestFailure`` if there is neither.
  func value(_ pointer: String) throws -> String {
    guard let value = json?.value(at: pointer) else { throw TestFailure("no \(pointer) in \(status) \(text)") }
    return value.string ?? value.text
  }

  /// This answer.
  ///
  /// - Throws: ``TestFailure`` if it has another status.
  @discardableResult
  func expecting(_ status: Int) throws -> Answer {
    guard self.status == status else {
      throw TestFailure("expected \(status), found \(self.status): \(diagnosis ?? "") \(text.prefix(500))")
    }
    return self
  }
}
