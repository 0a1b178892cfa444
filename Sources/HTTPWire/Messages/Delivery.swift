/// How an answer is delivered on the wire: correctly, or with a fault that a client must survive.
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
}
