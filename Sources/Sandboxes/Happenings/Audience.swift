import Synchronization

/// Who is notified of what happens in the sandboxes of a server; without listeners, it costs one look at a flag.
public final class Audience: Sendable {
  /// The callback: called on any thread, perhaps several at once, without a lock; it must return within microseconds.
  public typealias Listener = @Sendable (Happening) -> Void

  private let isAttended = Atomic<Bool>(false)
  /// Not closures alone: one that is itself the value of a generic lock gets another wrapper at every look, until
  /// calling it overflows the stack.
  private struct Seats {
    var listener: Listener?
    var observer: Listener?
  }

  // Guards who listens; they are called outside.
  private let seats = Mutex(Seats())

  /// Makes an audience in which nobody listens.
  public init() {}

  /// Tells one listener from now on, instead of the one before; `nil`: nobody.
  public func listen(_ next: Listener?) {
    change { $0.listener = next }
  }

  /// Adds another observer, for as long as the server runs.
  public func observe(_ observer: @escaping Listener) {
    change { $0.observer = observer }
  }

  private func change(_ change: (inout Seats) -> Void) {
    seats.withLock { seats in
      change(&seats)
      isAttended.store(seats.listener != nil || seats.observer != nil, ordering: .releasing)
    }
  }

  /// Whether somebody listens or observes.
  public var isListening: Bool { isAttended.load(ordering: .acquiring) }

  package func tell(_ happening: Happening) {
    let seats = seats.withLock { $0 }
    seats.listener?(happening)
    seats.observer?(happening)
  }
}
