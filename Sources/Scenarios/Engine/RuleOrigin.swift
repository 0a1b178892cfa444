/// Where a rule comes from, in ascending precedence.
public enum RuleOrigin: String, Sendable, Hashable, CaseIterable {
  /// The scenarios of the server.
  case server
  /// The scenarios of the sandbox.
  case sandbox
  /// A fault posted for a number of calls.
  case fault
  /// The request itself, in its header.
  case header
}
