@preconcurrency import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// SIGINT and SIGTERM as an event; it works for process 1 of a container too.
///
/// A second signal ends the process at once with status 1.
final class StopSignals: Sendable {
  private struct State {
    var hasFired = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  // Guards the waiter; taken for an instant by signal handlers on the queue and by `wait`.
  private let state = Mutex(State())
  // The sources live as long as this object; a source that is released stops listening.
  private let sources: [any DispatchSourceSignal]

  init() {
    let queue = DispatchQueue(label: "willcall.signals")
    var sources: [any DispatchSourceSignal] = []
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      sources.append(DispatchSource.makeSignalSource(signal: number, queue: queue))
    }
    self.sources = sources
    for source in sources {
      source.setEventHandler { [weak self] in self?.fire() }
      source.resume()
    }
  }

  /// Returns when the first signal has come.
  func wait() async {
    await withCheckedContinuation { continuation in
      let isLate = state.withLock { state in
        if state.hasFired { return true }
        state.waiter = continuation
        return false
      }
      if isLate { continuation.resume() }
    }
  }

  private func fire() {
    let (isSecond, waiter) = state.withLock { state in
      defer {
        state.hasFired = true
        state.waiter = nil
      }
      return (state.hasFired, state.waiter)
    }
    if isSecond { StandardStreams.exit(1) }
    waiter?.resume()
  }
}
