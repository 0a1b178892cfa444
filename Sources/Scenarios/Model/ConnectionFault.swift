/// How a connection fails; in HTTP/2, only the stream of the request.
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
  /// The request is refused as not handled, for which only HTTP/2 has a word; otherwise like an empty response.
  case refusedStream = "refused-stream"
  /// The server goes away in the middle of the request, for which only HTTP/2 has a word; otherwise like an empty
  /// response.
  case goAway = "goaway"
}
