import Synchronization

/// What was made of the content of a request, for the next request of its connection with the very same content.
///
/// Only what follows from the content alone may be kept here.
public final class Recollection: Sendable {
  private let kept = Mutex<(any AnyObject & Sendable)?>(nil)

  /// Creates an empty one.
  public init() {}

  /// What was made of the content; nil if nothing was kept.
  public var reading: (any AnyObject & Sendable)? { kept.withLock { $0 } }

  /// Keeps what was made of the content.
  public func keep(_ reading: any AnyObject & Sendable) {
    kept.withLock { $0 = reading }
  }
}
