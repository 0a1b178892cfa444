import Dispatch
import Logging

#if canImport(Glibc)
  import CSystem
  import Glibc

  /// Gives the system back the memory that a burst of requests leaves unused, once it is over.
  ///
  /// The GNU C library keeps what is freed, in an arena a thread, for the next time. That is right as long as requests
  /// come; but a server that runs for weeks would for ever be as large as it was at its busiest.
  final class MemoryReturn: Sendable {
    private let logger: Logger
    private let queue = DispatchQueue(label: "willcall.memory", qos: .utility)

    private init(logger: Logger) {
      self.logger = logger
    }

    /// Looks every two seconds from now on, as long as the process lives; holds no thread between two looks.
    static func start(logger: Logger) {
      MemoryReturn(logger: logger).lookLater(QuietAfterWork(processorTime: processorTime))
    }

    private func lookLater(_ state: QuietAfterWork) {
      queue.asyncAfter(deadline: .now() + .seconds(2)) { [self] in
        var state = state
        if state.isReached(processorTime: Self.processorTime) {
          csystem_trim_heap()
          logger.debug("returned unused memory to the system")
          // Giving back is no work.
          state = QuietAfterWork(processorTime: Self.processorTime)
        }
        lookLater(state)
      }
    }

    /// What the process has used of all processors; POSIX counts a million to the second.
    private static var processorTime: Duration { .microseconds(clock()) }
  }
#else
  /// Other allocators are left to themselves.
  enum MemoryReturn {
    static func start(logger: Logger) {}
  }
#endif
