@preconcurrency import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// SIGINT, SIGTERM and SIGHUP as an event; it works for process 1 of a container too.
///
/// A second signal ends the process at once with status 1. A SIGHUP that was ignored when this process started stays so,
/// as `nohup` wants it.
final class StopSignals: Sendable {
  private struct State {
    var hasFired = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  // Guards the waiter; taken for an instant by signal handlers on the queue and by `wait`.
  private let state = Mutex(State())
  // The sources live as long as this object; a source that is released stops listening.
  private let sources: [any DispatchSourceSignal]

  private init(_ numbers: [Int32]) {
    let queue = DispatchQueue(label: "willcall.signals")
    sources = numbers.map { DispatchSource.makeSignalSource(signal: $0, queue: queue) }
  }

  /// Starts to listen; from its return on no signal is lost.
  ///
  /// One before that does what it does to any process: it ends it, but for process 1 of a container.
  static func listen() async -> StopSignals {
    let hangUp = signal(SIGHUP, SIG_IGN)
    let isIgnored = isIgnoring(hangUp)
    if !isIgnored { signal(SIGHUP, hangUp) }
    let numbers = isIgnored ? [SIGINT, SIGTERM] : [SIGINT, SIGTERM, SIGHUP]
    let signals = StopSignals(numbers)
    for (number, source) in zip(numbers, signals.sources) {
      source.setEventHandler { [weak signals] in signals?.fire() }
      // Dispatch begins to listen some time after it is told to, on a thread of its own.
      await withCheckedContinuation { continuation in
        source.setRegistrationHandler {
          #if canImport(Darwin)
            // Here the source sees ignored signals too; on Linux it has set an action of its own by now.
            signal(number, SIG_IGN)
          #endif
          continuation.resume()
        }
        source.resume()
      }
    }
    return signals
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
    if isSecond {
      ReadyFile.remove()
      StandardStreams.exit(1)
    }
    waiter?.resume()
  }
}
