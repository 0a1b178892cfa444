#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads files and folders whole.
enum FileSystem {
  /// The most bytes that a file may have.
  static let limit = 64 * 1024 * 1024

  /// The bytes of a regular file; of anything else a reader might wait for ever.
  ///
  /// - Throws: ``StartError/unreadable(path:reason:)``.
  static func read(_ path: String) throws(StartError) -> [UInt8] {
    // Else opening a FIFO would wait for somebody who writes.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: reason(errno)) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw .unreadable(path: path, reason: reason(errno)) }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      let isFolder = facts.st_mode & S_IFMT == S_IFDIR
      throw .unreadable(path: path, reason: isFolder ? reason(EISDIR) : "not a regular file")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = buffer.withUnsafeMutableBytes { Self.read(descriptor, into: $0) }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .unreadable(path: path, reason: reason(errno))
      }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > limit { throw .unreadable(path: path, reason: "more than \(limit) bytes") }
    }
  }

  private static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// The names in a folder that end in `.json`, sorted; hidden ones are left out.
  ///
  /// - Returns: `nil` if there is no such folder.
  static func jsonFiles(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".json"), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The name of the folder that a file is in, whichever way the path goes there; `nil` if the file is not there.
  static func folderName(of path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer).split(separator: "/").dropLast().last.map(String.init)
  }

  /// What tells one version of a file from another; `nil` if it is not there.
  static func stamp(of path: String) -> FileStamp? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    #if canImport(Darwin)
      let changed = facts.st_mtimespec
    #else
      let changed = facts.st_mtim
    #endif
    return FileStamp(
      seconds: Int64(changed.tv_sec), nanoseconds: Int64(changed.tv_nsec), size: Int64(facts.st_size),
      node: UInt64(facts.st_ino))
  }

  private static func reason(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }
}
