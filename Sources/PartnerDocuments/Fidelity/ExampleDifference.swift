/// A difference in structure between an example of the vendor's documents and WillCall's answer, with its reason.
///
/// The test that replays the examples expects these and no others.
public struct ExampleDifference: Sendable {
  /// What differs.
  public enum Kind: String, Sendable {
    /// The example has the paths, the answer has not.
    case onlyDocumented = "only in the example"
    /// The answer has the paths, the example has not.
    case onlyServed = "only in the answer"
    /// The request is taken with other values there.
    case replaced = "replaced in the request"
    /// Both have the paths, with values of other kinds.
    case otherKind = "another kind of value"
  }

  /// The file of the example without its ending.
  public let example: String
  /// What differs.
  public let kind: Kind
  /// Where, as paths in which `[]` is any element and a last `*` all below.
  public let paths: [String]
  /// Why.
  public let reason: String

  init(_ example: String, _ kind: Kind, _ reason: String, _ paths: [String]) {
    self.example = example
    self.kind = kind
    self.paths = paths
    self.reason = reason
  }
}
