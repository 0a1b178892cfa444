import Synchronization

/// Memory that grows while a text is written into it; what lies behind the text is not initialized.
///
/// Blocks of the usual size are used again, because the allocator takes longer for one than a short text takes to write.
struct TextMemory: ~Copyable {
  private(set) var start: UnsafeMutableRawPointer
  private(set) var capacity: Int

  private static let usualSize = 4096
  /// Blocks of up to this size come quickly from the allocator.
  private static let quickSize = 1000

  /// The address of a block of the usual size that nobody uses; 0 if there is none.
  private static let spare = Atomic<UInt>(0)

  /// Allocates room for so many bytes, or a few more.
  init(capacity: Int) {
    guard capacity > Self.quickSize, capacity <= Self.usualSize else {
      self.capacity = max(16, capacity)
      start = .allocate(byteCount: self.capacity, alignment: 16)
      return
    }
    self.capacity = Self.usualSize
    start =
      UnsafeMutableRawPointer(bitPattern: Self.spare.exchange(0, ordering: .acquiringAndReleasing))
      ?? .allocate(byteCount: Self.usualSize, alignment: 16)
  }

  deinit {
    Self.release(start, capacity)
  }

  /// Makes room for at least so many bytes in all, of which the first `length` are kept.
  mutating func grow(to least: Int, keeping length: Int) {
    let larger = max(least, capacity * 2)
    let place = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    place.copyMemory(from: start, byteCount: length)
    Self.release(start, capacity)
    (start, capacity) = (place, larger)
  }

  private static func release(_ block: UnsafeMutableRawPointer, _ size: Int) {
    guard size == usualSize else { return block.deallocate() }
    let former = spare.exchange(UInt(bitPattern: block), ordering: .acquiringAndReleasing)
    UnsafeMutableRawPointer(bitPattern: former)?.deallocate()
  }
}
