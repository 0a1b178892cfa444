/// Where a rule comes from, in ascending precedence.
public enum RuleOrigin: String, Sendable, Hashable, CaseIterable {
  /// The scenarios of the server.
  case server
  /// The scenarios of the sandbox.
  case sandbox
  /// A fault that was posted for a number of calls.
  case fault
  /// The scenario named in the request's header.
  case header
}
