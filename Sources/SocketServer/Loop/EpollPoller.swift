#if os(Linux)
  import CSystem
  import Determinism
  import Dispatch
  import Synchronization

  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  /// The Linux poller: one `epoll` loop on its own dispatch queue for as long as the server runs.
  ///
  /// With a dispatch source, each event wakes Dispatch's manager thread and then a worker; here the waiting thread does
  /// the work itself, and one system call reports the events of many sockets.
  final class EpollPoller: Poller {
    /// The maximum number of events per call.
    private static let batch: Int32 = 256
    /// The event number of ``wakeUp``; no watch has it.
    private static let wakeUpNumber = UInt64.max

    private struct Inbox {
      var work: [@Sendable () -> Void] = []
      var isShutDown = false
    }

    /// State that only the loop touches.
    private final class LoopState {
      var watches: [EpollSocketWatch?] = []
      var freeSlots: [Int] = []
      var generation: UInt64 = 0
      var alarm: @Sendable () -> Void = {}
      var alarmInstant: RealInstant?
      var turnEnd: @Sendable () -> Void = {}
      var turnEndIsDue = false
      var shutDown: (@Sendable () -> Void)?
    }

    let descriptor: Int32
    private let wakeUp: Int32
    private let queue: DispatchQueue
    // Guards work handed over by other threads.
    private let inbox = Mutex(Inbox())
    private let thread = Atomic<UInt>(0)
    // Unsafe only to the compiler: used only on the loop and, before it starts, by its creator.
    nonisolated(unsafe) private let state = LoopState()

    /// Creates a poller; `nil` if the process has no descriptors left for it.
    init?(label: String) {
      descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
      wakeUp = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
      queue = DispatchQueue(label: label)
      guard descriptor >= 0, wakeUp >= 0 else {
        if descriptor >= 0 { close(descriptor) }
        if wakeUp >= 0 { close(wakeUp) }
        return nil
      }
      var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: Self.wakeUpNumber))
      epoll_ctl(descriptor, EPOLL_CTL_ADD, wakeUp, &event)
    }

    var isCurrent: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    func enqueue(_ work: @escaping @Sendable () -> Void) {
      inbox.withLock { inbox in
        guard !inbox.isShutDown else { return }
        inbox.work.append(work)
        // Under the lock, so that the descriptor cannot be closed and reused before the write.
        if inbox.work.count == 1, !isCurrent { wake() }
      }
    }

    func watch(_ socket: Socket, for observer: any ReadinessObserver) -> any SocketWatch {
      let slot = state.freeSlots.popLast() ?? state.watches.count
      if slot == state.watches.count { state.watches.append(nil) }
      state.generation += 1
      let number = state.generation << 24 | UInt64(slot)
      let watch = EpollSocketWatch(socket, poller: self, number: number, observer: observer)
      state.watches[slot] = watch
      return watch
    }

    func activate(alarm: @escaping @Sendable () -> Void, turnEnd: @escaping @Sendable () -> Void) {
      state.alarm = alarm
      state.turnEnd = turnEnd
      queue.async { self.run() }
    }

    func askForTurnEnd() {
      state.turnEndIsDue = true
    }

    func setAlarm(at instant: RealInstant) {
      state.alarmInstant = instant
    }

    func shutDown(_ done: @escaping @Sendable () -> Void) {
      state.shutDown = done
    }

    /// Forgets a watch; its descriptor is closed already.
    func remove(_ number: UInt64) {
      let slot = Int(number & 0xFF_FFFF)
      state.watches[slot] = nil
      state.freeSlots.append(slot)
    }

    // MARK: The loop

    private func run() {
      thread.store(UInt(pthread_self()), ordering: .relaxed)
      let events = UnsafeMutableBufferPointer<epoll_event>.allocate(capacity: Int(Self.batch))
      defer { events.deallocate() }
      while state.shutDown == nil {
        let count = csystem_epoll_wait(descriptor, events.baseAddress, Self.batch, timeout())
        for index in 0..<max(0, Int(count)) { deliver(events[index]) }
        takeWork()
        ringAlarm()
        endTurn()
      }
      close(descriptor)
      let dropped = inbox.withLock { inbox in
        inbox.isShutDown = true
        close(wakeUp)
        defer { inbox.work = [] }
        return inbox.work
      }
      // What the dropped work refers to may be released now, outside the lock.
      withExtendedLifetime(dropped) {}
      // These refer to the loop's poller, which is this object.
      state.alarm = {}
      state.turnEnd = {}
      thread.store(0, ordering: .relaxed)
      state.shutDown?()
      state.shutDown = {}
    }

    private func deliver(_ event: epoll_event) {
      let number = event.data.u64
      guard number != Self.wakeUpNumber else {
        var count: UInt64 = 0
        _ = read(wakeUp, &count, 8)
        return
      }
      // A watch that was closed earlier in this batch may have left its slot to another.
      guard let watch = state.watches[Int(number & 0xFF_FFFF)], watch.number == number else { return }
      watch.deliver(event.events)
    }

    private func takeWork() {
      let work = inbox.withLock { inbox in
        defer { inbox.work = [] }
        return inbox.work
      }
      for item in work { item() }
    }

    private func ringAlarm() {
      guard let instant = state.alarmInstant, instant <= .now else { return }
      state.alarmInstant = nil
      state.alarm()
    }

    private func endTurn() {
      guard state.turnEndIsDue else { return }
      state.turnEndIsDue = false
      state.turnEnd()
    }

    /// Nanoseconds until the alarm; zero if there is work to do, negative (for ever) without either.
    private func timeout() -> Int64 {
      if state.turnEndIsDue || inbox.withLock({ !$0.work.isEmpty }) { return 0 }
      guard let instant = state.alarmInstant else { return -1 }
      return min(max(0, instant.nanoseconds - RealInstant.now.nanoseconds), 60_000_000_000)
    }

    private func wake() {
      var one: UInt64 = 1
      _ = write(wakeUp, &one, 8)
    }
  }
#endif
