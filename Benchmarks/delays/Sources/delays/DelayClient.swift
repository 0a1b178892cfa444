import CSystem
import Glibc

/// One thread with a connection a request; it measures from the sending of a request to the arrival of its answer.
struct DelayClient {
  let port: UInt16

  func run(count: Int) {
    let poller = epoll_create1(0)
    raiseDescriptorLimit()
    let sockets = (0..<count).map { connect($0, poller) }
    // Every connection has a loop and a warm cache before the first one counts.
    for socket in sockets { request("/", on: socket) }
    var events = [epoll_event](repeating: epoll_event(), count: 512)
    receive(count, &events, poller) { _ in }
    // What follows opening is not measured: the sweep over fresh connections, memory that is asked for.
    usleep(200_000)

    var sent = [ContinuousClock.Instant?](repeating: nil, count: count)
    var errors: [Duration] = []
    let start = ContinuousClock.now
    var next = 0
    while errors.count < count {
      while next < count, start + .seconds(1) * next / count <= .now {
        sent[next] = .now
        request("/\(next)", on: sockets[next])
        next += 1
      }
      let pause = next < count ? max(.zero, start + .seconds(1) * next / count - .now) : .seconds(5)
      let arrived = receiveSome(&events, poller, waiting: pause)
      if arrived.isEmpty, next == count { break }
      for number in arrived {
        if let instant = sent[number] { errors.append(.now - instant - Main.delay(of: number)) }
      }
    }
    Main.report("error seen by the client", errors)
  }

  private func raiseDescriptorLimit() {
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    getrlimit(resource, &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(resource, &limit)
  }

  private func connect(_ number: Int, _ poller: Int32) -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else {
      perror("connect")
      exit(1)
    }
    var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: UInt64(number)))
    epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event)
    return descriptor
  }

  private func request(_ path: String, on socket: Int32) {
    let text = "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n"
    _ = send(socket, text, text.utf8.count, Int32(MSG_NOSIGNAL.rawValue))
  }
}
