import JSONText

/// What is wrong with a fixture, and where.
public struct FixtureError: Error, Sendable, Hashable, CustomStringConvertible {
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
  /// Further errors in the same file, at most 19; unknown keys come first.
  public private(set) var others: [FixtureError] = []
  /// How many errors are left out.
  public private(set) var more = 0

  /// The most errors that are reported at once.
  private static let limit = 20

  /// Makes an error from its five facts.
  public init(file: String, line: Int, path: String, expected: String, found: String) {
    self.file = file
    self.line = line
    self.path = path
    self.expected = expected
    self.found = found
  }

  /// Makes an error from everything that is wrong with a file, which is at least one mismatch.
  ///
  /// - Parameter more: how many mismatches are not in the list.
  init(file: String, _ mismatches: [JSONMismatch], more: Int = 0) {
    let errors = mismatches.prefix(Self.limit).map { FixtureError(file: file, $0) }
    self = errors.first ?? FixtureError(file: file, line: 1, path: "", expected: "a fixture", found: "something else")
    others = Array(errors.dropFirst())
    self.more = more + mismatches.count - errors.count
  }

  init(file: String, _ mismatch: JSONMismatch) {
    let hint = mismatch.suggestion.map { " (did you mean \"\($0)\"?)" } ?? ""
    self.init(
      file: file, line: mismatch.position.line, path: mismatch.path, expected: mismatch.expected,
      found: mismatch.found + hint)
  }

  init(file: String, _ error: JSONSyntaxError) {
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

  /// One line per error, such as `events/x.json:12: /seating/0/rows/3/step: expected 1 or 2, found 3`.
  public var description: String {
    let line = "\(file):\(line): \(path.isEmpty ? "" : "\(path): ")expected \(expected), found \(found)"
    return ([line] + others.map(\.description) + (more > 0 ? ["\(file): and \(more) more"] : [])).joined(
      separator: "\n")
  }
}
