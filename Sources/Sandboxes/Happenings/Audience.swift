import Synchronization

/// The listeners to what happens in a server's sandboxes; without any, the cost is reading one flag.
public final class Audience: Sendable {
  /// A callback, called on any thread, perhaps several at once, without a lock; it must return within microseconds.
  public typealias Listener = @Sendable (Happening) -> Void

  private let isAttended = Atomic<Bool>(false)
  /// Not just closures: a closure that is itself the value of a generic lock gets another wrapper on every access,
  /// until calling it overflows the stack.
  private struct Seats {
    var listener: Listener?
    var observer: Listener?
  }

  // Guards the listeners; they are called outside the lock.
  private let seats = Mutex(Seats())

  /// Creates an audience without listeners.
  public init() {}

  /// Sets the listener, replacing the previous one; `nil`: none.
  public func listen(_ next: Listener?) {
    change { $0.listener = next }
  }

  /// Adds an observer for as long as the server runs.
  public func observe(_ observer: @escaping Listener) {
    change { $0.observer = observer }
  }

  private func change(_ change: (inout Seats) -> Void) {
    seats.withLock { seats in
      change(&seats)
      isAttended.store(seats.listener != nil || seats.observer != nil, ordering: .releasing)
    }
  }

  /// Whether there is a listener or observer.
  public var isListening: Bool { isAttended.load(ordering: .acquiring) }

  package func tell(_ happening: Happening) {
    let seats = seats.withLock { $0 }
    seats.listener?(happening)
    seats.observer?(happening)
  }
}
