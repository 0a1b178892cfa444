#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The error numbers with which reading and writing tell of a reset.
let resetErrorNumbers: Set<Int32> = [ECONNRESET, EPIPE]

/// A fresh name for a socket file, short enough for one.
func temporarySocketPath() -> String {
  "\(P_tmpdir)/wc-\(getpid())-\(UInt32.random(in: .min ... .max)).sock"
}

func fileExists(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}

func removeFile(_ path: String) {
  unlink(path)
}

func makeFile(_ path: String) {
  close(open(path, O_CREAT | O_WRONLY, 0o600))
}

/// A socket file as a server leaves it that did not stop: bound, and nobody there.
func makeStaleSocketFile(_ path: String) {
  #if canImport(Glibc)
    let type = Int32(SOCK_STREAM.rawValue)
  #else
    let type = SOCK_STREAM
  #endif
  let descriptor = socket(AF_UNIX, type, 0)
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
  withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      _ = bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
  close(descriptor)
}

#if os(Linux)
  /// How many descriptors this process has open, not counting the one that looks.
  func openDescriptorCount() -> Int {
    guard let directory = opendir("/proc/self/fd") else { return -1 }
    defer { closedir(directory) }
    var count = 0
    while readdir(directory) != nil { count += 1 }
    return count
  }

  /// Sets the soft limit of open descriptors.
  func limitDescriptors(to count: Int) {
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    getrlimit(resource, &limit)
    limit.rlim_cur = rlim_t(count)
    setrlimit(resource, &limit)
  }
#endif
