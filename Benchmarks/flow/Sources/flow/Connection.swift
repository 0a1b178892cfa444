import Glibc

/// A keep-alive connection with one client's purchases on it: it moves bytes, and leaves their meaning to `Purchase`.
final class Connection {
  /// The socket, which never blocks.
  let descriptor: Int32
  private(set) var purchase: Purchase
  private var request = Text(capacity: 1024)
  /// The longest answer is the availability, of about 50 KB.
  private let answer = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 64)
  private var received = 0

  init(options: Options, purchase: Purchase) throws(Failure) {
    self.purchase = purchase
    descriptor = try Self.connect(options)
  }

  deinit {
    close(descriptor)
    answer.deallocate()
  }

  /// Asks the first question.
  func begin() throws(Failure) {
    purchase.request(into: &request)
    try sendRequest()
  }

  /// Reads what has come, and asks the next question if that was the whole answer.
  func receive() throws(Failure) {
    let count = recv(descriptor, answer.baseAddress?.advanced(by: received), answer.count - received, 0)
    if count == 0 { throw Failure("the connection was closed in step \(purchase.step)") }
    if count < 0 {
      if errno == EAGAIN || errno == EINTR { return }
      throw .system("recv")
    }
    received += count
    if try purchase.receive(UnsafeRawBufferPointer(rebasing: answer[..<received]), next: &request) {
      received = 0
      try sendRequest()
    } else if received == answer.count {
      throw Failure("an answer is longer than \(answer.count) bytes in step \(purchase.step)")
    }
  }

  /// Sends the request in one piece: it is small, and the one before was answered, so there is room for it.
  private func sendRequest() throws(Failure) {
    let sent = request.withBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if sent != request.count { throw .system("send") }
  }

  private static func connect(_ options: Options) throws(Failure) -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = options.port.bigEndian
    address.sin_addr = options.address
    let status = withUnsafeBytes(of: &address) { bytes in
      Glibc.connect(descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
    }
    if status != 0 { throw .system("connect") }
    var on: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout.size(ofValue: on)))
    if fcntl(descriptor, F_SETFL, O_NONBLOCK) != 0 { throw .system("fcntl") }
    return descriptor
  }
}
