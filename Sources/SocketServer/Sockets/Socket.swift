import CSystem

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A non-blocking socket that closes on exec and never raises SIGPIPE.
///
/// A plain wrapper of the descriptor: the owner of the socket closes it, once.
struct Socket: Sendable {
  /// The result of a read or write.
  enum Outcome {
    case bytes(Int)
    case end
    case wouldBlock
    case failed(SocketError)
  }

  let descriptor: Int32

  /// Opens a stream socket of the given address family.
  init(family: Int32) throws(SocketError) {
    #if canImport(Darwin)
      descriptor = socket(family, SOCK_STREAM, 0)
    #elseif canImport(Musl)
      descriptor = socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)
    #else
      descriptor = socket(family, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
    #endif
    guard descriptor >= 0 else { throw .last("socket") }
    #if canImport(Darwin)
      makeSafe()
    #endif
  }

  /// Takes ownership of an open descriptor.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Accepts one waiting connection of a listening socket; nil if there is none.
  func accept() throws(SocketError) -> Socket? {
    while true {
      #if canImport(Darwin)
        let accepted = Darwin.accept(descriptor, nil, nil)
      #else
        let accepted = csystem_accept_nonblocking(descriptor)
      #endif
      if accepted >= 0 {
        let socket = Socket(descriptor: accepted)
        #if canImport(Darwin)
          socket.makeSafe()
        #endif
        return socket
      }
      switch currentErrno() {
      case EAGAIN, EWOULDBLOCK: return nil
      case EINTR, ECONNABORTED, EPROTO: continue
      default: throw .last("accept")
      }
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Outcome {
    while true {
      let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      if count > 0 { return .bytes(count) }
      if count == 0 { return .end }
      if let outcome = Self.outcome(of: "recv") { return outcome }
    }
  }

  /// Sends as much as the socket accepts.
  ///
  /// - Parameter moreFollows: whether a short segment may be held back because more data follows at once.
  func write(_ bytes: UnsafeRawBufferPointer, moreFollows: Bool) -> Outcome {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL) | (moreFollows ? Int32(MSG_MORE) : 0)
    #endif
    while true {
      let count = send(descriptor, bytes.baseAddress, bytes.count, flags)
      if count >= 0 { return .bytes(count) }
      if let outcome = Self.outcome(of: "send") { return outcome }
    }
  }

  /// The meaning of a failed call; nil if it should be repeated.
  private static func outcome(of operation: String) -> Outcome? {
    switch currentErrno() {
    case EINTR: nil
    case EAGAIN, EWOULDBLOCK: .wouldBlock
    default: .failed(.last(operation))
    }
  }

  /// Sends buffered data at once, because answers are written whole.
  func disableDelay() {
    setOption(Int32(IPPROTO_TCP), TCP_NODELAY, Int32(1))
  }

  /// Limits the unsent bytes that the system buffers, beyond what the peer has room for, to about this many.
  ///
  /// Otherwise it would hold some megabytes for each slow reader, and spend the time to copy them.
  func limitUnsent(to bytes: Int32) {
    setOption(Int32(IPPROTO_TCP), TCP_NOTSENT_LOWAT, bytes)
  }

  func allowAddressReuse() {
    setOption(SOL_SOCKET, SO_REUSEADDR, Int32(1))
  }

  /// Makes the next close a reset.
  func discardOnClose() {
    setOption(SOL_SOCKET, SO_LINGER, linger(l_onoff: 1, l_linger: 0))
  }

  /// Whether the connection was ended by a reset from the peer or another error; an error is reported only once.
  var hasFailed: Bool {
    var error: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error != 0
  }

  func shutdownWriting() {
    _ = shutdown(descriptor, Int32(SHUT_WR))
  }

  func close() {
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #else
      _ = Glibc.close(descriptor)
    #endif
  }

  /// Sets an option that is not essential, so a failure is ignored.
  private func setOption<Value>(_ level: Int32, _ name: Int32, _ value: Value) {
    withUnsafeBytes(of: value) { bytes in
      _ = setsockopt(descriptor, level, name, bytes.baseAddress, socklen_t(bytes.count))
    }
  }

  #if canImport(Darwin)
    private func makeSafe() {
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
      setOption(SOL_SOCKET, SO_NOSIGPIPE, Int32(1))
    }
  #endif
}
