import CSystem

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A connected socket that waits with `poll`, so that every wait is bounded.
struct ClientSocket {
  let descriptor: Int32

  /// Connects to the first address that answers.
  static func connect(
    to endpoint: Endpoint, until deadline: ContinuousClock.Instant
  ) throws(ClientError) -> ClientSocket {
    switch endpoint {
    case .unix(let path):
      return try withUnixAddress(path) { address, length throws(ClientError) in
        try connect(family: AF_UNIX, address, length, until: deadline)
      }
    case .tcp(let host, let port):
      // `localhost` is always the loopback interface; no resolver is asked (RFC 6761 section 6.3).
      guard host.lowercased() == "localhost" else { return try connect(host: host, port: port, until: deadline) }
      do throws(ClientError) {
        return try connect(host: "127.0.0.1", port: port, until: deadline)
      } catch {
        guard let socket = try? connect(host: "::1", port: port, until: deadline) else { throw error }
        return socket
      }
    }
  }

  private static func connect(
    host: String, port: UInt16, until deadline: ContinuousClock.Instant
  ) throws(ClientError) -> ClientSocket {
    var list: UnsafeMutablePointer<addrinfo>?
    guard csystem_look_up(host, String(port), 0, &list) == 0 else { throw .unknownHost(host) }
    defer { freeaddrinfo(list) }
    var failure = ClientError.unknownHost(host)
    var entry = list
    while let info = entry?.pointee {
      entry = info.ai_next
      guard let address = info.ai_addr else { continue }
      do throws(ClientError) {
        return try connect(family: info.ai_family, address, info.ai_addrlen, until: deadline)
      } catch {
        failure = error
      }
    }
    throw failure
  }

  private static func connect(
    family: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t, until deadline: ContinuousClock.Instant
  ) throws(ClientError) -> ClientSocket {
    #if canImport(Glibc)
      let type = Int32(SOCK_STREAM.rawValue)
    #else
      let type = SOCK_STREAM
    #endif
    let socket = ClientSocket(descriptor: socket(family, type, 0))
    guard socket.descriptor >= 0 else { throw .last("socket") }
    do throws(ClientError) {
      socket.prepare()
      if systemConnect(socket.descriptor, address, length) != 0 {
        // EAGAIN: a Unix socket whose server cannot accept more connections now; nothing would wake the poll.
        guard errno == EINPROGRESS || errno == EINTR else { throw .last("connect") }
        try socket.wait(for: POLLOUT, until: deadline, operation: "connect")
        if let code = socket.pendingError { throw .system("connect", code) }
      }
      return socket
    } catch {
      socket.close()
      throw error
    }
  }

  private func prepare() {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    var on: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    _ = setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, size)
    #if canImport(Darwin)
      _ = setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, size)
    #endif
  }

  private var pendingError: Int32? {
    var code: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 else { return errno }
    return code == 0 ? nil : code
  }

  /// Sends all bytes.
  func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(ClientError) {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        rawSend(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent, flags)
      }
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        try wait(for: POLLOUT, until: deadline, operation: "send")
      } else if errno != EINTR {
        throw .last("send")
      }
    }
  }

  /// Receives the available bytes, at most 64 KiB; empty if the server closed.
  func receive(until deadline: ContinuousClock.Instant) throws(ClientError) -> [UInt8] {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, initialized in
        count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        initialized = max(0, count)
      }
      if count >= 0 { return bytes }
      if errno == EAGAIN || errno == EWOULDBLOCK {
        try wait(for: POLLIN, until: deadline, operation: "receive")
      } else if errno != EINTR {
        throw .last("receive")
      }
    }
  }

  private func wait(
    for events: Int32, until deadline: ContinuousClock.Instant, operation: String
  ) throws(ClientError) {
    while true {
      // Checks once even if the time is up, because bytes that have already arrived need no waiting.
      let remaining = max(.zero, deadline - .now)
      var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
      let milliseconds = remaining == .zero ? 0 : min(remaining / .milliseconds(1) + 1, 1_000_000)
      if poll(&entry, 1, Int32(milliseconds)) > 0 { return }
      guard remaining > .zero else { throw .timedOut(operation) }
    }
  }

  func shutdownWriting() {
    _ = shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Makes the next close a reset.
  func discardOnClose() {
    var value = linger(l_onoff: 1, l_linger: 0)
    _ = setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &value, socklen_t(MemoryLayout<linger>.size))
  }

  func close() {
    _ = systemClose(descriptor)
  }
}

private func withUnixAddress<Result>(
  _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) throws(ClientError) -> Result
) throws(ClientError) -> Result {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  let bytes = Array(path.utf8)
  guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { throw .system("connect", ENAMETOOLONG) }
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
  return try withUnsafePointer(to: &address) { pointer throws(ClientError) in
    try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { rebound throws(ClientError) in
      try body(rebound, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
}

extension ClientError {
  /// Captures the current `errno`; must be called right after the failed call.
  fileprivate static func last(_ operation: String) -> ClientError { system(operation, errno) }

  fileprivate static func system(_ operation: String, _ code: Int32) -> ClientError {
    .failed(operation: operation, errno: code, message: String(cString: strerror(code)))
  }
}

// The C functions whose names are hidden by the methods above.
private let systemConnect = connect as @convention(c) (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32
private let systemClose = close as @convention(c) (Int32) -> Int32
private let rawSend = send as @convention(c) (Int32, UnsafeRawPointer?, Int, Int32) -> Int
