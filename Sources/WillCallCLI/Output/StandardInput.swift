#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard input as a text.
enum StandardInput {
  /// How many bytes are read.
  private static let limit = 1 << 20

  /// All of it, without line breaks at the end.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read, is longer than 1 MiB, or is not UTF-8.
  static func text() throws(CommandFailure) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .runtime("cannot read standard input") }
      if count == 0 { break }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw .runtime("standard input is longer than 1 MiB") }
    }
    while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { bytes.removeLast() }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .runtime("standard input is not UTF-8") }
    return text
  }
}
