/// The head of a request as it was read, in case another has the same.
///
/// What a head means depends on nothing but its bytes and on the limits of its connection. A class, so that a connection
/// holds one reference.
final class KnownHead: Sendable {
  /// From the request line to the empty line.
  let bytes: [UInt8]
  let head: RequestHead
  let framing: BodyFraming
  /// How many fields it has, and how many bytes they take, for the limits of trailers.
  let fieldCount: Int
  let fieldBytes: Int
  let recollection = Recollection()

  /// Longer heads are not kept.
  static let longest = 1024

  init(bytes: [UInt8], head: RequestHead, framing: BodyFraming, fieldCount: Int, fieldBytes: Int) {
    self.bytes = bytes
    self.head = head
    self.framing = framing
    self.fieldCount = fieldCount
    self.fieldBytes = fieldBytes
  }

  /// Whether it is this.
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { $0.hasSameBytes(as: other) }
  }
}
