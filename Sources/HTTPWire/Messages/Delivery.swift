/// How an answer is delivered on the wire: correctly, or with a fault that a client must survive.
///
/// In HTTP/2 a fault ends the stream, and others on the connection go on: what closes an HTTP/1.1 connection resets the
/// stream, with NO_ERROR for an orderly end and INTERNAL_ERROR for any other.
public enum Delivery: Sendable, Hashable {
  /// The whole answer.
  case plain

  /// The head and the first bytes of the body; then the connection is closed normally.
  ///
  /// The head still promises the full `Content-Length`. A count past the end of the body sends all of it, then closes.
  case truncated(afterBodyBytes: Int)

  /// Nothing is sent; the connection is reset (RST).
  case reset

  /// Nothing is sent; the connection is closed normally (FIN).
  case empty

  /// Nothing happens until the client goes away or the server stops.
  case hang

  /// The head at once, then `bytes` of the body at a time, at intervals of `every`.
  ///
  /// Less than one byte at a time counts as one.
  case drip(bytes: Int, every: Duration)

  /// These bytes instead of the answer, valid HTTP or not; then the connection is closed normally.
  case raw([UInt8])

  /// The request is refused as not handled: in HTTP/2 the stream is reset with REFUSED_STREAM; in HTTP/1.1, which
  /// cannot say that, like ``empty``.
  case refused

  /// The connection ends in the middle of the request: in HTTP/2 a GOAWAY that names the stream before this one as the
  /// last handled; in HTTP/1.1, which cannot say that, like ``empty``.
  case goAway
}
