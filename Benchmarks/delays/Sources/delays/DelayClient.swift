import CSystem
import Glibc

/// One thread with a connection a request; it measures from the sending of a request to the arrival of its answer.
final class DelayClient {
  private let poller = epoll_create1(0)
  private var sockets: [Int32] = []
  private var events = [epoll_event](repeating: epoll_event(), count: 512)

  /// Opens the connections.
  init(port: UInt16, count: Int) {
    Self.raiseDescriptorLimit()
    for number in 0..<count {
      let socket = Self.connect(port)
      var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: UInt64(number)))
      epoll_ctl(poller, EPOLL_CTL_ADD, socket, &event)
      sockets.append(socket)
    }
  }

  func run() {
    // Every connection has its place and its memory before anything is measured.
    for number in sockets.indices { request("/", on: number) }
    var ready = 0
    while ready < sockets.count { ready += receive(within: .seconds(5)).count }

    var sent: [ContinuousClock.Instant] = []
    var errors: [Duration] = []
    let start = ContinuousClock.now
    while errors.count < sockets.count {
      var pause = Duration.zero
      while sent.count < sockets.count {
        pause = start + .seconds(1) * sent.count / sockets.count - .now
        guard pause <= .zero else { break }
        sent.append(.now)
        request("/\(sent.count - 1)", on: sent.count - 1)
      }
      if sent.count == sockets.count { pause = .seconds(5) }
      let arrived = receive(within: pause)
      if arrived.isEmpty, sent.count == sockets.count { break }
      let now = ContinuousClock.now
      for number in arrived { errors.append(now - sent[number] - Main.delay(of: number)) }
    }
    Main.report("error seen by the client", errors)
  }

  /// Reads what has come; the numbers of the connections.
  private func receive(within time: Duration) -> [Int] {
    let nanoseconds = Int64(max(.zero, time) / .nanoseconds(1))
    let count = csystem_epoll_wait(poller, &events, Int32(events.count), nanoseconds)
    return events.prefix(max(0, Int(count))).map { event in
      let number = Int(event.data.u64)
      var answer = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      if recv(sockets[number], &answer, MemoryLayout.size(ofValue: answer), 0) <= 0 { fail("recv") }
      return number
    }
  }

  private func request(_ path: String, on number: Int) {
    let text = "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n"
    if send(sockets[number], text, text.utf8.count, Int32(MSG_NOSIGNAL)) <= 0 { fail("send") }
  }

  private static func connect(_ port: UInt16) -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if status != 0 { fail("connect") }
    return descriptor
  }

  private static func raiseDescriptorLimit() {
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    getrlimit(resource, &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(resource, &limit)
  }
}

private func fail(_ operation: String) -> Never {
  perror(operation)
  exit(1)
}
