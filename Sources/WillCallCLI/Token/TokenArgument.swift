import CommandArguments

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The token of a command; it can come from standard input, which keeps it out of the shell's history.
enum TokenArgument {
  /// What the help says about it.
  static let help = "The token, as an order or Secure Render returned it; - reads it from standard input."

  /// The maximum number of bytes read; a token has a few hundred.
  private static let limit = 64 * 1024

  /// The token that a word stands for, without surrounding spaces and line breaks.
  ///
  /// - Throws: ``CommandFailure`` if standard input cannot be read or is not a short text.
  static func token(_ word: String) throws(CommandFailure) -> String {
    guard word == "-" else { return word }
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    return try text(standardInput().drop { blanks.contains($0) }, without: blanks)
  }

  /// The text that a word stands for, without trailing line breaks.
  ///
  /// - Throws: the same errors as ``token(_:)``.
  static func text(_ word: String) throws(CommandFailure) -> String {
    guard word == "-" else { return word }
    return try text(standardInput()[...], without: [0x0A, 0x0D])
  }

  private static func standardInput() throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.count <= limit {
      let count = StandardStreams.read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .runtime("standard input cannot be read") }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    throw .runtime("not a token: standard input has more than \(limit) bytes")
  }

  private static func text(_ bytes: ArraySlice<UInt8>, without ends: Set<UInt8>) throws(CommandFailure) -> String {
    let end = bytes.lastIndex { !ends.contains($0) }.map { $0 + 1 } ?? bytes.startIndex
    guard let text = String(validating: bytes[..<end], as: UTF8.self) else {
      throw .runtime("not a token: standard input is not UTF-8")
    }
    guard !text.isEmpty else { throw .runtime("not a token: standard input is empty") }
    return text
  }
}
