/// How an answer is performed on the wire: as it should be, or with a fault that a client must survive.
public enum Delivery: Sendable, Hashable {
  /// The whole answer.
  case plain

  /// The head and the first bytes of the body, then the connection is closed in order.
  ///
  /// The head still promises the full `Content-Length`. A count past the body's end sends all of it, then closes.
  case truncated(afterBodyBytes: Int)

  /// Not a byte; the connection is reset (RST).
  case reset

  /// Not a byte; the connection is closed in order (FIN).
  case empty

  /// Nothing at all, until the client goes away or the server stops.
  case hang

  /// The head at once, then `bytes` of the body at a time, `every` apart.
  ///
  /// Fewer than one byte at a time counts as one.
  case drip(bytes: Int, every: Duration)

  /// These bytes instead of the answer, valid HTTP or not, then the connection is closed in order.
  case raw([UInt8])
}
