@preconcurrency import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits for SIGINT, SIGTERM or SIGHUP, even in process 1 of a container.
///
/// A second signal ends the process at once with status 1. If SIGHUP was ignored when this process started, it stays
/// ignored, as `nohup` requires.
final class StopSignals: Sendable {
  private struct State {
    var hasFired = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  // Guards the waiter; held only for a moment by `wait` and by signal handlers on the queue.
  private let state = Mutex(State())
  // The sources live as long as this object; a source that is released stops listening.
  private let sources: [any DispatchSourceSignal]

  private init(_ numbers: [Int32]) {
    let queue = DispatchQueue(label: "willcall.signals")
    sources = numbers.map { DispatchSource.makeSignalSource(signal: $0, queue: queue) }
  }

  /// Starts listening; after this returns, no signal is lost.
  ///
  /// An earlier signal has its default effect: it ends the process, unless that is process 1 of a container.
  static func listen() async -> StopSignals {
    let hangUp = signal(SIGHUP, SIG_IGN)
    let isIgnored = isIgnoring(hangUp)
    if !isIgnored { signal(SIGHUP, hangUp) }
    let numbers = isIgnored ? [SIGINT, SIGTERM] : [SIGINT, SIGTERM, SIGHUP]
    let signals = StopSignals(numbers)
    for (number, source) in zip(numbers, signals.sources) {
      source.setEventHandler { [weak signals] in signals?.fire() }
      // Dispatch starts listening some time after it is told to, on a thread of its own.
      await withCheckedContinuation { continuation in
        source.setRegistrationHandler {
          #if canImport(Darwin)
            // Here the source sees ignored signals too; on Linux it has installed its own action by now.
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
