/// What happened to an answer on its way to the client, as far as the server knows.
public enum ExchangeOutcome: String, Sendable, BitwiseCopyable, CaseIterable {
  /// It was sent completely.
  case answered
  /// The work was done, but the connection was reset instead of answering.
  case lost
  /// Nothing was done, and the connection was reset.
  case reset
  /// Nothing was done, and the connection was closed without an answer.
  case empty
  /// Nothing was done, and the client was told so, as far as its protocol can.
  case refused
  /// Nothing was done, and no answer ever came.
  case hung
  /// The status line, the header fields and part of the content were sent, then the connection was closed.
  case truncated
  /// The work was done, but the client went away before the answer was sent completely.
  case dropped

  /// Whether a status line was sent.
  public var hasStatus: Bool { self == .answered || self == .truncated }

  /// Whether the request was processed.
  public var wasWorkedOn: Bool { hasStatus || self == .lost || self == .dropped }
}
