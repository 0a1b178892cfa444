import Synchronization

/// The state of a sandbox behind its lock.
final class GuardedState: Sendable {
  private let state: Mutex<SandboxState>

  init(_ state: consuming sending SandboxState) {
    self.state = Mutex(state)
  }

  /// Reads or changes the state under the lock; keep it short.
  ///
  /// - Throws: what `body` throws.
  @inline(__always)
  func withLock<Result: Sendable, Failure: Error>(
    _ body: (inout SandboxState) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try state.withLock { (state) throws(Failure) -> Result in try body(&state) }
  }
}
