/// Where the pieces of a stream go; its methods never wait for the client.
public protocol EventSink: Sendable {
  /// Sends a piece after those before it.
  ///
  /// - Returns: whether the stream was open; a sink closes if it would have to buffer too much for a slow client.
  func send(_ bytes: [UInt8]) -> Bool

  /// Whether nothing more can be sent.
  var isClosed: Bool { get }
}
