import Synchronization

/// Who is told what happens in the sandboxes of a server; while nobody is, it costs one look at a flag.
public final class Audience: Sendable {
  /// What is told: called on any thread, perhaps several at once, with no lock held; it must return within microseconds.
  public typealias Listener = @Sendable (Happening) -> Void

  private let hasListener = Atomic<Bool>(false)
  /// Not the closure alone: one that is itself the value of a generic lock gets another wrapper at every look, until
  /// calling it overflows the stack.
  private struct Seat {
    var listener: Listener?
  }

  // Guards who listens; the listener is called outside.
  private let seat = Mutex(Seat())

  /// Makes an audience in which nobody listens.
  public init() {}

  /// Tells one listener from now on, instead of the one before; `nil`: nobody.
  public func listen(_ next: Listener?) {
    seat.withLock { $0.listener = next }
    hasListener.store(next != nil, ordering: .releasing)
  }

  /// Whether somebody listens.
  public var isListening: Bool { hasListener.load(ordering: .acquiring) }

  package func tell(_ happening: Happening) {
    seat.withLock { $0.listener }?(happening)
  }
}
