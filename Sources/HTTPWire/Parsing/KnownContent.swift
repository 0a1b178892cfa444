/// The content of a connection's last request, in case the next one has the same: a client that polls, or refreshes its
/// tokens, sends the same bytes again and again.
struct KnownContent: Sendable {
  let bytes: [UInt8]
  let recollection: Recollection

  /// Longer content is not kept.
  static let longest = 2048

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    recollection = Recollection()
  }

  /// Whether it is this.
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { $0.hasSameBytes(as: other) }
  }
}
