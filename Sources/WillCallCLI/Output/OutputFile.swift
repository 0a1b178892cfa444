#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that a command was told to write.
enum OutputFile {
  /// Writes a text, replacing what was there.
  ///
  /// - Throws: ``CommandFailure`` if not all of it can be written.
  static func write(_ text: String, to path: String) throws(CommandFailure) {
    guard let file = fopen(path, "we") else { throw failure(path) }
    let bytes = Array(text.utf8)
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw failure(path) }
  }

  private static func failure(_ path: String) -> CommandFailure {
    .runtime("cannot write \(path): \(strerror(errno).map { String(cString: $0) } ?? "unknown error")")
  }
}
