import CSystem

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An address that a socket can be bound to.
struct SocketAddress {
  private var storage: sockaddr_storage
  private let length: socklen_t

  var family: Int32 { Int32(storage.ss_family) }

  /// The addresses of a numeric host, or of a name, in the order the resolver returns them.
  static func resolve(host: String, port: UInt16) throws(SocketError) -> [SocketAddress] {
    var list: UnsafeMutablePointer<addrinfo>?
    let code = csystem_look_up(host, String(port), AI_PASSIVE, &list)
    guard code == 0 else { throw SocketError(lookup: code, of: host) }
    defer { freeaddrinfo(list) }
    var addresses: [SocketAddress] = []
    var entry = list
    while let info = entry?.pointee {
      if let address = info.ai_addr { addresses.append(SocketAddress(address, length: info.ai_addrlen)) }
      entry = info.ai_next
    }
    return addresses
  }

  /// The address of a Unix socket; the path, with its terminating NUL, must fit in about 100 bytes.
  init(path: String) throws(SocketError) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    guard !bytes.isEmpty, !bytes.contains(0) else { throw SocketError("bind", errno: EINVAL, subject: path) }
    guard bytes.count < capacity else { throw SocketError("bind", errno: ENAMETOOLONG, subject: path) }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    self = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { SocketAddress($0, length: length) }
    }
  }

  /// The address to which a socket is bound.
  init(boundTo socket: Socket) throws(SocketError) {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket.descriptor, $0, &length) }
    }
    guard result == 0 else { throw .last("getsockname") }
    self.storage = storage
    self.length = length
  }

  private init(_ address: UnsafePointer<sockaddr>, length: socklen_t) {
    var storage = sockaddr_storage()
    withUnsafeMutableBytes(of: &storage) { bytes in
      bytes.copyMemory(from: UnsafeRawBufferPointer(start: address, count: min(Int(length), bytes.count)))
    }
    self.storage = storage
    self.length = length
  }

  /// The numeric host, without brackets, and the port of a TCP address.
  var hostAndPort: (host: String, port: UInt16) {
    withPointer { address, length in
      var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      var port = [CChar](repeating: 0, count: Int(NI_MAXSERV))
      let code = getnameinfo(
        address, length, &host, socklen_t(host.count), &port, socklen_t(port.count), NI_NUMERICHOST | NI_NUMERICSERV)
      guard code == 0 else { return ("", 0) }
      return (Self.text(host), UInt16(Self.text(port)) ?? 0)
    }
  }

  func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    withUnsafePointer(to: storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
