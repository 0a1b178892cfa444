import Synchronization

/// The text that was written last, with the source that it was written from: reused while the source stays the same.
///
/// All callers then share the same memory.
final class LatestText<Source: Equatable & Sendable>: Sendable {
  private struct Entry {
    let source: Source
    let text: [UInt8]
  }

  // Guards the entry; comparing and writing happen outside the lock, so that nobody waits for anybody else.
  private let latest = Mutex<Entry?>(nil)

  /// The text of a source, written now unless the last one had the same source.
  func text(of source: Source, write: () -> [UInt8]) -> [UInt8] {
    if let entry = latest.withLock({ $0 }), entry.source == source { return entry.text }
    let text = write()
    let replaced = latest.withLock { entry in
      let old = entry
      entry = Entry(source: source, text: text)
      return old
    }
    // The old text is freed here, outside the lock.
    _ = consume replaced
    return text
  }
}
