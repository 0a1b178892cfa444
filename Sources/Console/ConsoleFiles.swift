import CConsoleFiles

/// The files of the page.
public struct ConsoleFiles: Sendable {
  /// The file that is the page itself.
  public static let page = "index.html"

  /// The files that were compiled in.
  public static let embedded = ConsoleFiles(
    (0..<willcall_console_file_count()).map { place in
      let file = willcall_console_file_at(place)
      return ConsoleFile(
        name: String(cString: file.name), bytes: Array(String(cString: file.text).utf8), isPacked: true)
    })

  private let files: [String: ConsoleFile]

  /// Makes a collection.
  public init(_ files: [ConsoleFile]) {
    self.files = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The names, sorted.
  public var names: [String] { files.keys.sorted() }

  /// The file with a name.
  public subscript(name: String) -> ConsoleFile? { files[name] }
}
