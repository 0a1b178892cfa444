import Synchronization

/// The heads and contents that clients send again and again: a client that polls, or refreshes its tokens, sends the same
/// bytes each time, and bytes that were read once need not be read twice.
///
/// Shared by the connections of an event loop, which have the same limits. Only what comes a second time is kept: at most
/// 256 heads of 1 KiB, and 64 contents of 2 KiB.
public final class KnownRequests: Sendable {
  // Nobody waits for these, for a loop has one thread.
  private let heads = Mutex(KnownTable<KnownHead>(capacity: 256))
  private let contents = Mutex(KnownTable<KnownContent>(capacity: 64))

  /// Creates an empty memory.
  public init() {}

  /// Finds the head with these bytes, or notes that it has come.
  func head(_ bytes: UnsafeBufferPointer<UInt8>) -> KnownTable<KnownHead>.Finding {
    let hash = bytes.hash
    return heads.withLock { $0.find(hash) { $0.isSame(as: bytes) } }
  }

  /// Keeps a head that came again.
  func keep(_ head: KnownHead, _ hash: UInt64) {
    heads.withLock { $0.keep(head, hash) }
  }

  /// Finds the content with these bytes, or notes that it has come.
  func content(_ bytes: UnsafeBufferPointer<UInt8>) -> KnownTable<KnownContent>.Finding {
    let hash = bytes.hash
    return contents.withLock { $0.find(hash) { $0.isSame(as: bytes) } }
  }

  /// Keeps content that came again.
  func keep(_ content: KnownContent, _ hash: UInt64) {
    contents.withLock { $0.keep(content, hash) }
  }
}
