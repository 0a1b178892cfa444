import HTTPTypes
import HTTPWire
import JSONText

/// Why something could not be done to a sandbox, as the control API says it; nothing was changed.
public struct SandboxError: Error, Hashable, CustomStringConvertible {
  /// One thing that was not as expected.
  public struct Fault: Sendable, Hashable {
    /// Where it is, such as a JSON Pointer; empty if it is the whole.
    public let path: String
    /// What was expected there.
    public let expected: String
    /// What was there, and perhaps what was meant.
    public let found: String
  }

  /// What is wrong, in a sentence.
  public let message: String
  /// What was not as expected.
  public let faults: [Fault]

  /// A paragraph for people.
  public var description: String {
    faults.reduce(message) { text, fault in
      text + "\n  \(fault.path.isEmpty ? "" : "\(fault.path): ")expected \(fault.expected), found \(fault.found)"
    }
  }

  init(_ message: String, _ faults: [Fault]) {
    self.message = message
    self.faults = faults
  }

  init(_ message: String, expected: String, found: String) {
    self.init(message, [Fault(path: "", expected: expected, found: found)])
  }

  /// Reads an error that the control API answered with.
  init(_ response: Response) {
    let answer = try? JSONValue.parse(response.body)
    let error = answer?["error"]
    message = error?["message"]?.string ?? "The control API answered \(response.status.code)."
    let all = answer?["errors"].map { Array($0.elements) } ?? error.map { [$0] } ?? []
    faults = all.map { fault in
      Fault(
        path: fault["path"]?.string ?? "", expected: fault["expected"]?.string ?? "",
        found: fault["found"]?.string ?? "")
    }
  }
}
