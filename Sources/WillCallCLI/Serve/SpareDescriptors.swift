import SocketServer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Checks that there are enough file descriptors to start with: Dispatch ends the process if it finds none.
enum SpareDescriptors {
  /// What a server needs before its first connection, plus some spare.
  private static let needed = 24

  /// - Throws: ``CommandFailure`` if there are fewer, even after asking the system for more.
  static func check() throws(CommandFailure) {
    DescriptorLimit.raise()
    var taken: [Int32] = []
    defer { for descriptor in taken { close(descriptor) } }
    for count in 0..<needed {
      let descriptor = open("/", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
        throw .runtime("a server needs \(needed) file descriptors, but can open only \(count) (ulimit -n): \(reason)")
      }
      taken.append(descriptor)
    }
  }
}
