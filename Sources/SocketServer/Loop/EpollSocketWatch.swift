#if os(Linux)
  import CSystem

  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  /// A socket watched by `epoll`, level-triggered.
  ///
  /// A socket that nobody wants to hear of is taken out, for otherwise an error or a hang-up would be told for ever.
  final class EpollSocketWatch: SocketWatch {
    let number: UInt64
    private let socket: Socket
    private let poller: EpollPoller
    private var observer: (any ReadinessObserver)?
    private var interest: UInt32 = 0

    init(_ socket: Socket, poller: EpollPoller, number: UInt64, observer: any ReadinessObserver) {
      self.socket = socket
      self.poller = poller
      self.number = number
      self.observer = observer
      update()
    }

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
      let change = wanted == 0 ? EPOLL_CTL_DEL : interest == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD
      epoll_ctl(poller.descriptor, change, socket.descriptor, &event)
      interest = wanted
    }

    /// Tells the observer; errors and hang-ups show when it reads or writes.
    func deliver(_ events: UInt32) {
      let trouble = events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0
      if isReading, trouble || events & EPOLLIN.rawValue != 0 { observer?.socketIsReadable() }
      if isWriting, trouble || events & EPOLLOUT.rawValue != 0 { observer?.socketIsWritable() }
    }

    func close(_ done: @escaping @Sendable () -> Void) {
      guard observer != nil else { return }
      // Closing takes the descriptor out of epoll as well: nothing else refers to the socket.
      socket.close()
      poller.remove(number)
      observer = nil
      poller.enqueue(done)
    }
  }
#endif
