import Synchronization

/// The text that was written last, with what it was written from: given again while that stays the same.
///
/// Whoever asks then has the same memory.
final class LatestText<Source: Equatable & Sendable>: Sendable {
  private struct Entry {
    let source: Source
    let text: [UInt8]
  }

  // Guards the entry; neither compared nor written under it, so that nobody waits for another.
  private let latest = Mutex<Entry?>(nil)

  /// The text of a source, written now unless the last one was of the same.
  func text(of source: Source, write: () -> [UInt8]) -> [UInt8] {
    if let entry = latest.withLock({ $0 }), entry.source == source { return entry.text }
    let text = write()
    let replaced = latest.withLock { entry in
      let old = entry
      entry = Entry(source: source, text: text)
      return old
    }
    // The old text is freed here, after the lock.
    _ = consume replaced
    return text
  }
}
