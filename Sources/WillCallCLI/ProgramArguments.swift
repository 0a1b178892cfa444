import CSystem
import CommandArguments

/// The words that this program was started with.
enum ProgramArguments {
  /// The words without the program's name.
  ///
  /// They come from the C library where possible: Swift's runtime reads /proc, and if it cannot, it reports no words,
  /// which would start a server with all defaults.
  ///
  /// - Throws: ``CommandFailure`` if one of them is not UTF-8, because it would name another file than the one meant.
  static func words() throws(CommandFailure) -> [String] {
    var values: UnsafePointer<UnsafeMutablePointer<CChar>?>?
    let count = csystem_arguments(&values)
    guard count >= 0, let values else { return Array(CommandLine.arguments.dropFirst()) }
    var words: [String] = []
    for index in 1..<max(1, Int(count)) {
      guard let value = values[index] else { break }
      guard let word = String(validatingCString: value) else {
        let shown = TerminalText.escaped(String(cString: value))
        throw .usage("argument \(index) is not UTF-8: \"\(shown)\"")
      }
      words.append(word)
    }
    return words
  }
}
