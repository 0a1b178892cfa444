/// How a connection fails.
public enum ConnectionFault: String, Sendable, Hashable, CaseIterable {
  /// It is reset before a byte of the answer.
  case connectionReset = "connection-reset"
  /// It is closed before a byte of the answer.
  case emptyResponse = "empty-response"
  /// It is closed in the middle of the body.
  case truncatedBody = "truncated-body"
  /// The answer comes a few bytes at a time.
  case slowDrip = "slow-drip"
  /// No answer ever comes.
  case hang
}
