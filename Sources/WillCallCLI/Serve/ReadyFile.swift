import JSONText
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file that announces that the server is listening; a process writes at most one.
enum ReadyFile {
  /// What was written, so that it can be recognised at the end.
  private struct Written {
    let path: String
    let device: dev_t
    let node: ino_t
  }

  // Guards what is to be removed; a second signal removes it on another thread.
  private static let written = Mutex<Written?>(nil)

  /// Writes `{"url","port","pid"}`.
  ///
  /// The file is replaced atomically, so that a reader never sees half of it. If the path is not a regular file, but
  /// for example `/dev/stdout` or a FIFO that somebody reads, it is written to and stays.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be written.
  static func write(_ path: String, url: String, port: UInt16) throws(CommandFailure) {
    var writer = JSONWriter()
    writer.object { body in
      body.string("url", url)
      body.integer("port", port)
      body.integer("pid", getpid())
    }
    let bytes = writer.bytes + [UInt8(ascii: "\n")]
    var facts = stat()
    if stat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG {
      // Non-blocking, so that a FIFO that nobody reads is a failure instead of a wait.
      try write(bytes, to: open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK), named: path)
    } else {
      try replace(path, with: bytes)
    }
  }

  /// The URL in the ready file of a running server; `nil` if there is none.
  static func url(in path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
    guard let value = try? JSONValue.parse(bytes), var object = try? value.asObject() else { return nil }
    return try? object.string("url")
  }

  /// Removes the file at the end, if it is still the one that was written.
  static func remove() {
    let file = written.withLock { written in
      defer { written = nil }
      return written
    }
    var facts = stat()
    guard let file, lstat(file.path, &facts) == 0, facts.st_dev == file.device, facts.st_ino == file.node else {
      return
    }
    unlink(file.path)
  }

  /// Writes a new file next to it, which nobody else has opened, and renames that.
  private static func replace(_ path: String, with bytes: [UInt8]) throws(CommandFailure) {
    var draft = Array("\(path).XXXXXX".utf8CString)
    // Made for this process alone, with a name that nobody can predict to plant a link.
    let descriptor = mkstemp(&draft)
    guard descriptor >= 0 else { throw failure(path) }
    var facts = stat()
    let isKnown = fstat(descriptor, &facts) == 0
    do throws(CommandFailure) {
      try write(bytes, to: descriptor, named: path)
      guard isKnown, rename(draft, path) == 0 else { throw failure(path) }
    } catch {
      unlink(draft)
      throw error
    }
    written.withLock { $0 = Written(path: path, device: facts.st_dev, node: facts.st_ino) }
  }

  /// Writes everything and closes the descriptor.
  private static func write(_ bytes: [UInt8], to descriptor: Int32, named path: String) throws(CommandFailure) {
    guard descriptor >= 0 else { throw failure(path) }
    guard let file = fdopen(descriptor, "w") else {
      let error = failure(path)
      close(descriptor)
      throw error
    }
    // The bytes are only written when the file is closed, because they fit into a buffer.
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw failure(path) }
  }

  private static func failure(_ path: String) -> CommandFailure {
    .runtime("cannot write the ready file \(path): \(strerror(errno).map { String(cString: $0) } ?? "unknown error")")
  }
}
