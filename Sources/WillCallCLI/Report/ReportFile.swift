import CommandArguments
import Ledger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that a report is written to, in the format given by its extension.
struct ReportFile: Sendable {
  /// Where it is.
  let path: String
  /// The format in which it is written.
  let format: ReportFormat

  /// What the message about an invalid name says is expected.
  static let expected = "a file whose name ends with \(extensions)"

  /// The extensions, for the help.
  static var extensions: String {
    let names = ReportFormat.fileExtensions
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  /// Makes a report file from a path; `nil` if its extension stands for no format.
  init?(_ path: String) {
    guard let format = ReportFormat(fileName: path) else { return nil }
    self.path = path
    self.format = format
  }

  /// Writes a text to a file, replacing what is there or appending to it.
  ///
  /// - Throws: ``CommandFailure`` if not all of it could be written.
  static func write(_ text: String, to path: String, appending: Bool = false) throws(CommandFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appending ? O_APPEND : O_TRUNC), 0o644)
    guard file >= 0 else { throw failure(path) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { StandardStreams.write(file, $0) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else {
        let reason = failure(path)
        close(file)
        throw reason
      }
      rest = rest.dropFirst(written)
    }
    guard close(file) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> CommandFailure {
    let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return .runtime("cannot write the report \(TerminalText.escaped(path)): \(reason)")
  }
}
