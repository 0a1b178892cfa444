import HTTPWire
import JSONText
import Sandboxes
import Scenarios

/// One of the faults in a body.
struct ControlFault {
  /// A JSON Pointer to its place in the body.
  var path: String
  /// The line, counting from 1.
  let line: Int
  var expected: String
  /// What was found, and what was probably meant.
  var found: String
  /// Whether it is an unknown name, which is often the reason why another member is missing.
  let isUnknownName: Bool

  /// Makes the fault for a value that is not what was expected.
  init(_ mismatch: JSONMismatch) {
    self.init(
      path: mismatch.path, line: mismatch.position.line, expected: mismatch.expected, found: mismatch.found,
      suggestion: mismatch.suggestion)
  }

  /// Makes the fault for an error in a scenario.
  init(_ error: ScenarioError) {
    self.init(
      path: error.path, line: error.line, expected: error.expected, found: error.found, suggestion: error.suggestion)
  }

  private init(path: String, line: Int, expected: String, found: String, suggestion: String?) {
    self.path = path
    self.line = line
    self.expected = expected
    self.found = found + (suggestion.map { " (did you mean \"\($0)\"?)" } ?? "")
    isUnknownName = found.hasPrefix("unknown key ")
  }

  /// The same fault without secrets.
  func shown(by secrets: Secrets, for request: Request) -> ControlFault {
    var fault = self
    fault.path = secrets.shown(path)
    fault.expected = secrets.shown(expected)
    fault.found = secrets.shown(diagnosis: found, of: request)
    return fault
  }

  func write(into writer: inout JSONWriter) {
    writer.object { object in
      object.string("path", path)
      object.integer("line", line)
      object.string("expected", expected)
      object.string("found", found)
      object.string("message", "\(path.isEmpty ? "" : "\(path): ")expected \(expected), found \(found)")
    }
  }
}
