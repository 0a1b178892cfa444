/// The content of a request, in case another has the same.
///
/// A class, so that a connection holds one reference.
final class KnownContent: Sendable {
  let bytes: [UInt8]
  let recollection = Recollection()

  /// Longer content is not kept.
  static let longest = 2048

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether it is this.
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { $0.hasSameBytes(as: other) }
  }
}
