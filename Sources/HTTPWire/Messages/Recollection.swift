import Synchronization

/// What was made of the head of a request, or of its content, for the next request that has the very same one.
///
/// Only what follows from these bytes alone may be kept here, and from what never changes.
public final class Recollection: Sendable {
  private let kept = Mutex<(any AnyObject & Sendable)?>(nil)

  /// Creates an empty one.
  public init() {}

  /// What was made of it; nil if nothing was kept.
  public var reading: (any AnyObject & Sendable)? { kept.withLock { $0 } }

  /// Keeps what was made of it.
  public func keep(_ reading: any AnyObject & Sendable) {
    kept.withLock { $0 = reading }
  }
}
