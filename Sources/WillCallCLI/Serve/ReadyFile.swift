import JSONText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file that says the server listens.
enum ReadyFile {
  /// Writes `{"url","port","pid"}` to another file first and renames it, so that a reader never sees half of it.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be written.
  static func write(_ path: String, url: String, port: UInt16) throws(CommandFailure) {
    var writer = JSONWriter()
    writer.object { body in
      body.string("url", url)
      body.integer("port", port)
      body.integer("pid", getpid())
    }
    let draft = "\(path).\(getpid())"
    guard let file = fopen(draft, "w") else { throw failure(path) }
    let bytes = writer.bytes + [UInt8(ascii: "\n")]
    let written = fwrite(bytes, 1, bytes.count, file)
    let closed = fclose(file)
    guard written == bytes.count, closed == 0, rename(draft, path) == 0 else {
      let error = failure(path)
      unlink(draft)
      throw error
    }
  }

  /// Removes the file at a clean stop.
  static func remove(_ path: String?) {
    if let path { unlink(path) }
  }

  private static func failure(_ path: String) -> CommandFailure {
    .runtime("cannot write the ready file \(path): \(strerror(errno).map { String(cString: $0) } ?? "unknown error")")
  }
}
