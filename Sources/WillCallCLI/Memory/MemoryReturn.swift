import Dispatch
import Logging

#if canImport(Glibc)
  import CSystem
  import Glibc

  /// Returns unused memory to the system once a burst of requests is over.
  ///
  /// The GNU C library keeps freed memory for reuse, in one arena per thread. That is right while requests keep coming,
  /// but a server that runs for weeks would stay as large as it was at its busiest.
  final class MemoryReturn: Sendable {
    private let logger: Logger
    private let queue = DispatchQueue(label: "willcall.memory", qos: .utility)

    private init(logger: Logger) {
      self.logger = logger
    }

    /// Checks every two seconds from now on, for as long as the process lives; blocks no thread in between.
    static func start(logger: Logger) {
      MemoryReturn(logger: logger).lookLater(QuietAfterWork(processorTime: processorTime))
    }

    private func lookLater(_ state: QuietAfterWork) {
      queue.asyncAfter(deadline: .now() + .seconds(2)) { [self] in
        var state = state
        if state.isReached(processorTime: Self.processorTime) {
          csystem_trim_heap()
          logger.debug("returned unused memory to the system")
          // Returning memory does not count as work.
          state = QuietAfterWork(processorTime: Self.processorTime)
        }
        lookLater(state)
      }
    }

    /// The processor time used by the process; POSIX defines a million ticks per second.
    private static var processorTime: Duration { .microseconds(clock()) }
  }
#else
  /// Does nothing with other allocators.
  enum MemoryReturn {
    static func start(logger: Logger) {}
  }
#endif
