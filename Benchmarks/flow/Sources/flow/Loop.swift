import CSystem
import Glibc

/// One thread with its share of the connections, which sleeps until answers come.
final class Loop {
  private let poller = epoll_create1(0)
  private let connections: [Connection]
  private var events = [epoll_event](repeating: epoll_event(), count: 64)
  private var deadline = ContinuousClock.now

  /// How many purchases its connections have completed.
  var purchases: Int { connections.reduce(0) { $0 + $1.purchase.completed } }

  /// Opens the connections of one thread.
  init(thread: Int, options: Options) throws(Failure) {
    var connections: [Connection] = []
    // The keys of a process are its own, so that the houses of an earlier one are not sold out in the next.
    for number in stride(from: thread, to: options.connections, by: options.threads) {
      let purchase = Purchase(
        name: "flow-\(getpid())-\(number)", host: options.host, purchasesPerKey: options.purchasesPerKey)
      let connection = try Connection(options: options, purchase: purchase)
      var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: UInt64(connections.count)))
      if epoll_ctl(poller, EPOLL_CTL_ADD, connection.descriptor, &event) != 0 { throw .system("epoll_ctl") }
      connections.append(connection)
    }
    self.connections = connections
  }

  deinit {
    close(poller)
  }

  /// Runs on a thread of its own, which ends at the deadline.
  func start(until deadline: ContinuousClock.Instant) -> pthread_t {
    self.deadline = deadline
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { loop in
        if let loop { Unmanaged<Loop>.fromOpaque(loop).takeRetainedValue().run() }
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    if status != 0 { Main.stop(Failure("pthread_create: \(String(cString: strerror(status)))")) }
    return thread
  }

  private func run() {
    do throws(Failure) {
      for connection in connections { try connection.begin() }
      while true {
        let left = (deadline - .now) / .nanoseconds(1)
        if left <= 0 { return }
        let count = csystem_epoll_wait(poller, &events, Int32(events.count), Int64(left))
        if count < 0, errno != EINTR { throw .system("epoll_wait") }
        for index in 0..<max(0, Int(count)) { try connections[Int(events[index].data.u64)].receive() }
      }
    } catch {
      Main.stop(error)
    }
  }
}
