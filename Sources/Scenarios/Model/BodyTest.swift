public import JSONText

/// A value that must stand at a place of a request's body.
public struct BodyTest: Sendable, Hashable {
  /// The place, as a JSON Pointer (RFC 6901).
  public var pointer: String
  /// What must mean the same: `57` is `57.00`, members stand in any order.
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

  /// Whether both demand the same.
  public static func == (first: BodyTest, second: BodyTest) -> Bool {
    first.pointer == second.pointer && first.expected.semanticallyEquals(second.expected)
  }

  /// Feeds the place to a hasher: equal values can be written in many ways.
  public func hash(into hasher: inout Hasher) { hasher.combine(pointer) }
}
