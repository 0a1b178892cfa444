/// How much a peer may use: sizes in bytes, counts and times.
///
/// Exceeding any of them is answered, except for the idle time. The defaults suit a loopback server.
public struct Limits: Sendable, Hashable {
  /// The longest request line in bytes, without its line end: 414 beyond.
  public var requestLine = 8 * 1024

  /// The most header fields, trailers included: 431 beyond.
  public var headers = 100

  /// The most bytes of header fields, trailers and line ends included: 431 beyond.
  public var headerBytes = 32 * 1024

  /// The most bytes of content; exactly this many are accepted: 413 beyond.
  public var body = 1024 * 1024

  /// The most connections at a time: 503 beyond, then the connection is closed.
  public var connections = 10_000

  /// The most bytes of pipelined requests held while one is being answered; beyond, reading pauses.
  public var pipelinedBytes = 64 * 1024

  /// The most bytes of answers held for a client that does not read; beyond, no request is taken.
  public var unwrittenBytes = 64 * 1024

  /// The most bytes of a stream held for a client that does not read; beyond, it is cut off.
  ///
  /// The piece that exceeds the limit is still accepted, so one stream holds at most this and one piece.
  public var unsentStreamBytes = 1024 * 1024

  /// The time from the first byte of a request to the end of its header: 408 beyond.
  public var headerTimeout: Duration = .seconds(10)

  /// How long a connection may wait for a request, or for its client to resume reading; then it is closed.
  ///
  /// `Keep-Alive` announces one second less, if that leaves at least one second.
  ///
  /// A client counts as reading when the system accepts more of its answer, which on Linux happens every 128 KiB of a
  /// large one.
  public var idleTimeout: Duration = .seconds(75)

  /// The time from the end of the header to the end of the content, in total: 408 beyond.
  public var bodyTimeout: Duration = .seconds(30)

  /// How long requests in progress have to finish when the server stops.
  public var drainTimeout: Duration = .seconds(10)

  /// How long a client has to close after the server's last answer before the server does (RFC 9112 §9.6).
  public var lingerTimeout: Duration = .seconds(2)

  /// Creates the default limits; change those that should differ.
  public init() {}
}
