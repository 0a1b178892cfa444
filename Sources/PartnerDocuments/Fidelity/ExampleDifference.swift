/// A structural difference between an example in the vendor's documents and WillCall's answer, with its reason.
///
/// The test that replays the examples expects exactly these.
public struct ExampleDifference: Sendable {
  /// The kind of difference.
  public enum Kind: String, Sendable {
    /// The example has the paths, but the answer does not.
    case onlyDocumented = "only in the example"
    /// The answer has the paths, but the example does not.
    case onlyServed = "only in the answer"
    /// The request is replayed with other values at the paths.
    case replaced = "replaced in the request"
    /// Both have the paths, but with values of different kinds.
    case otherKind = "another kind of value"
  }

  /// The example's file name without its extension.
  public let example: String
  /// The kind of difference.
  public let kind: Kind
  /// The paths concerned, in which `[]` stands for any element and a final `*` for everything below.
  public let paths: [String]
  /// The reason for the difference.
  public let reason: String

  init(_ example: String, _ kind: Kind, _ reason: String, _ paths: [String]) {
    self.example = example
    self.kind = kind
    self.paths = paths
    self.reason = reason
  }
}
