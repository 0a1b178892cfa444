#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The file of a Unix socket, distinguished by its inode from a later one at the same path.
struct SocketFile: Sendable {
  private let path: String
  private let device: UInt64
  private let inode: UInt64

  /// The socket file at `path`; nil if there is none or it is not a socket.
  init?(path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
    self.path = path
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// Removes the file, unless another has taken its place.
  func remove() {
    guard let current = SocketFile(path: path), current.device == device, current.inode == inode else { return }
    unlink(path)
  }
}
