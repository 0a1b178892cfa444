/// Where the pieces of a stream go; none of it waits for the client.
public protocol EventSink: Sendable {
  /// Sends a piece after those before it.
  ///
  /// - Returns: whether the stream was open; a sink that would have to keep too much for a slow client closes.
  func send(_ bytes: [UInt8]) -> Bool

  /// Whether nothing more can be sent.
  var isClosed: Bool { get }
}
