public import JSONText

/// A value that must be present at a certain place in a request's body.
public struct BodyTest: Sendable, Hashable {
  /// The place, as a JSON Pointer (RFC 6901).
  public var pointer: String
  /// The value, compared by meaning: `57` equals `57.00`, and the order of members does not matter.
  public var expected: JSONValue

  /// Makes a test.
  public init(pointer: String, expected: JSONValue) {
    self.pointer = pointer
    self.expected = expected
  }

  /// Whether a body passes.
  func holds(in body: JSONValue) -> Bool {
    body.value(at: pointer)?.semanticallyEquals(expected) ?? false
  }

  /// Whether both require the same.
  public static func == (first: BodyTest, second: BodyTest) -> Bool {
    first.pointer == second.pointer && first.expected.semanticallyEquals(second.expected)
  }

  /// Hashes the place only, because equal values can be written in many ways.
  public func hash(into hasher: inout Hasher) { hasher.combine(pointer) }
}
