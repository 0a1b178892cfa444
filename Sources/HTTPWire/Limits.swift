/// What a peer may use up: sizes in bytes, counts, and times.
///
/// Each is answered when exceeded, none silently but the idle time. The defaults suit a loopback server.
public struct Limits: Sendable, Hashable {
  /// The longest request line in bytes, without its line end: 414 beyond.
  public var requestLine = 8 * 1024

  /// The most header fields, trailers included: 431 beyond.
  public var headers = 100

  /// The most bytes of header fields, trailers and line ends included: 431 beyond.
  public var headerBytes = 32 * 1024

  /// The most bytes of content; exactly that many pass: 413 beyond.
  public var body = 1024 * 1024

  /// The most connections at a time: 503 beyond, then the connection is closed.
  public var connections = 10_000

  /// The most bytes of pipelined requests held while one is being answered; beyond, reading pauses.
  public var pipelinedBytes = 64 * 1024

  /// The most bytes of answers held for a client that does not read; beyond, no request is taken.
  public var unwrittenBytes = 64 * 1024

  /// The most bytes of a stream held for a client that does not read; when more are to be sent, it is cut off.
  ///
  /// The piece that goes over it is still taken, so one stream holds at most this and one piece.
  public var unsentStreamBytes = 1024 * 1024

  /// The time from the first byte of a request to the end of its header: 408 beyond.
  public var headerTimeout: Duration = .seconds(10)

  /// The time a connection may wait for a request, or for its client to read on; then it is closed.
  ///
  /// Answers say in `Keep-Alive` that it is a second less, if that is one second at least.
  ///
  /// A client reads on when the system takes more of its answer, which on Linux is each 128 KiB of a large one.
  public var idleTimeout: Duration = .seconds(75)

  /// The time from the end of the header to the end of the content, in total: 408 beyond.
  public var bodyTimeout: Duration = .seconds(30)

  /// The time that requests under way have to finish when the server stops.
  public var drainTimeout: Duration = .seconds(10)

  /// The time a client has to close after the server's last answer, before the server does (RFC 9112 §9.6).
  public var lingerTimeout: Duration = .seconds(2)

  /// Creates the defaults; change what should differ.
  public init() {}
}
