#if os(Linux)
  import CSystem

  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  /// A socket watched by `epoll`, level-triggered.
  ///
  /// `epoll` reports errors and hang-ups regardless of what was asked for, so a reset is noticed even while reading is
  /// paused.
  final class EpollSocketWatch: SocketWatch {
    let number: UInt64
    private let socket: Socket
    private let poller: EpollPoller
    private var observer: (any ReadinessObserver)?
    private var interest: UInt32?

    init(_ socket: Socket, poller: EpollPoller, number: UInt64, observer: any ReadinessObserver) {
      self.socket = socket
      self.poller = poller
      self.number = number
      self.observer = observer
      update()
    }

    let isLevelTriggered = true

    var isReading = true {
      didSet { if isReading != oldValue { update() } }
    }

    var isWriting = false {
      didSet { if isWriting != oldValue { update() } }
    }

    private func update() {
      guard observer != nil else { return }
      let wanted = (isReading ? EPOLLIN.rawValue : 0) | (isWriting ? EPOLLOUT.rawValue : 0)
      guard wanted != interest else { return }
      var event = epoll_event(events: wanted, data: epoll_data_t(u64: number))
      epoll_ctl(poller.descriptor, interest == nil ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket.descriptor, &event)
      interest = wanted
    }

    /// Notifies the observer; errors and hang-ups show when it reads or writes, and are reported separately if it does
    /// neither.
    func deliver(_ events: UInt32) {
      let trouble = events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0
      if trouble, !isReading, !isWriting { observer?.socketIsLost() }
      if isReading, trouble || events & EPOLLIN.rawValue != 0 { observer?.socketIsReadable() }
      if isWriting, trouble || events & EPOLLOUT.rawValue != 0 { observer?.socketIsWritable() }
    }

    func close(_ done: @escaping @Sendable () -> Void) {
      guard observer != nil else { return }
      // Closing also removes the descriptor from epoll, because nothing else refers to the socket.
      socket.close()
      poller.remove(number)
      observer = nil
      poller.enqueue(done)
    }
  }
#endif
