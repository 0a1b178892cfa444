public import JSONText

/// One thing that is wrong with a scenario, and where.
public struct ScenarioError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name as it was given.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The place as a JSON Pointer (RFC 6901); empty for the whole text.
  public let path: String
  /// What was expected.
  public let expected: String
  /// What was found.
  public let found: String
  /// The name that was probably meant, if a name is wrong.
  public let suggestion: String?

  /// Makes an error from its facts.
  public init(file: String, line: Int, path: String, expected: String, found: String, suggestion: String? = nil) {
    self.file = file
    self.line = line
    self.path = path
    self.expected = expected
    self.found = found
    self.suggestion = suggestion
  }

  init(file: String, _ mismatch: JSONMismatch) {
    self.init(
      file: file, line: mismatch.position.line, path: mismatch.path, expected: mismatch.expected,
      found: mismatch.found, suggestion: mismatch.suggestion)
  }

  /// Makes the error for a text that is not JSON or has a duplicate key.
  public init(file: String, _ error: JSONSyntaxError) {
    let (expected, found) =
      switch error.reason {
      case .unexpectedEnd(let expected): (expected.description, "the end of the text")
      case .unexpectedByte(let byte, let expected): (expected.description, Self.name(of: byte))
      case .duplicateKey: ("each key once", error.reason.description)
      default: ("strict JSON", error.reason.description)
      }
    let lookalike = error.lookalike.map { "; \($0)" } ?? ""
    self.init(file: file, line: error.position.line, path: error.path, expected: expected, found: found + lookalike)
  }

  private static func name(of byte: UInt8) -> String {
    (0x21...0x7E).contains(byte) ? "\"\(Character(Unicode.Scalar(byte)))\"" : "byte \(byte)"
  }

  /// One line, such as `demo.json:7: /rules/0/then/error: expected the name of an error, found "niterum" (did you mean
  /// "niterun"?)`.
  public var description: String {
    let place = path.isEmpty ? "" : "\(path): "
    let hint = suggestion.map { " (did you mean \"\($0)\"?)" } ?? ""
    return "\(file):\(line): \(place)expected \(expected), found \(found)\(hint)"
  }
}
