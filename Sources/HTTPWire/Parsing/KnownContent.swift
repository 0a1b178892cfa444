/// The content of a connection's last request, in case the next one has the same: a client that polls, or refreshes its
/// tokens, sends the same bytes again and again.
struct KnownContent: Sendable {
  private let bytes: [UInt8]
  private let recollection: Recollection

  /// Longer content is not kept.
  static let longest = 2048

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    recollection = Recollection()
  }

  /// Gives a request this content, with what was made of it.
  func give(to request: inout Request) {
    request.body = bytes
    request.recollection = recollection
  }

  /// Whether it is this.
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { $0.hasSameBytes(as: other) }
  }
}
