#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The file of a Unix socket, told from a later one at the same path by its inode.
struct SocketFile: Sendable {
  private let path: String
  private let device: UInt64
  private let inode: UInt64

  /// The socket file at `path`; nil if there is none or it is no socket.
  init?(path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
    self.path = path
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// Removes the file unless another took its place.
  func remove() {
    guard let current = SocketFile(path: path), current.device == device, current.inode == inode else { return }
    unlink(path)
  }
}
