public import HTTPWire

/// A handler that answers the requests of a server.
public protocol RequestHandling: Sendable {
  /// Answers a request, at once or later, with ``Exchange/answer(_:delivery:)`` or ``Exchange/stream(head:)``.
  ///
  /// Called on the connection's event loop, so it must return within microseconds and never block: all other
  /// connections of the loop are waiting. Answering before it returns is fastest.
  func handle(_ request: consuming Request, on exchange: Exchange)
}
