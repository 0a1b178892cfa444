/// Reads a whole command line.
package struct CommandLineReader {
  /// What a command line asks for.
  package enum Request: Sendable {
    case run(any Command)
    /// Text for standard output: a help page or the version.
    case print(String)
  }

  /// A mistake, and where to find help.
  package struct Mistake: Error {
    /// A one-sentence description.
    package let message: String
    /// The command line that prints help for the command.
    package let help: String
  }

  private let root: CommandGroup
  private let version: String

  package init(_ root: CommandGroup, version: String) {
    self.root = root
    self.version = version
  }

  /// - Parameter words: the words of the command line, without the program's name.
  /// - Throws: ``Mistake``.
  package func read(_ words: [String]) throws(Mistake) -> Request {
    var words = words[...]
    let isHelp = words.first == "help"
    if isHelp { words.removeFirst() }
    var path = [root.name]
    var group = root
    while true {
      switch words.first.flatMap(group.member) {
      case .group(let inner)?:
        words.removeFirst()
        path.append(inner.name)
        group = inner
      case .command(let command)?:
        words.removeFirst()
        path.append(command.name)
        if isHelp { return .print(help(of: command, path)) }
        return try read(Array(words), as: command, path)
      case nil:
        return try readStandard(words, of: group, path, isHelp: isHelp)
      }
    }
  }

  /// Reads the words after a group's name if they name none of its members.
  private func readStandard(
    _ words: ArraySlice<String>, of group: CommandGroup, _ path: [String], isHelp: Bool
  ) throws(Mistake) -> Request {
    if path.count == 1, let shell = try shell(words) { return .print(CompletionTree(root).script(for: shell)) }
    switch words.first {
    case "-h", "--help": return .print(HelpPage(group, path).text)
    case "--version": return .print(version)
    case let word? where isHelp || !word.hasPrefix("-"): throw mistake(group.unknown(word), path)
    case nil where isHelp: return .print(HelpPage(group, path).text)
    default: break
    }
    if let standard = group.standard { return try read(Array(words), as: standard, path + [standard.name]) }
    guard let word = words.first else { return .print(HelpPage(group, path).text) }
    throw mistake(group.unknown(word), path)
  }

  /// The shell for which a script is requested; `nil` if there is no such request.
  private func shell(_ words: ArraySlice<String>) throws(Mistake) -> CompletionShell? {
    let option = "--" + CompletionShell.option
    guard let first = words.first, first == option || first.hasPrefix(option + "=") else { return nil }
    let value = first == option ? words.dropFirst().first : String(first.dropFirst(option.count + 1))
    guard let value else { throw mistake(UsageError("expected a value: \(option) <shell>"), [root.name]) }
    guard let shell = CompletionShell(rawValue: value) else {
      throw mistake(UsageError(option, expected: CompletionShell.expected, found: value), [root.name])
    }
    return shell
  }

  private func read<C: Command>(_ words: [String], as command: C.Type, _ path: [String]) throws(Mistake) -> Request {
    do throws(UsageError) {
      switch try CommandReader<C>.read(words) {
      case .run(let command): return .run(command)
      case .help: return .print(help(of: command, path))
      case .version: return .print(version)
      }
    } catch {
      throw mistake(error, path)
    }
  }

  private func help<C: Command>(of command: C.Type, _ path: [String]) -> String { HelpPage(command, path).text }

  private func mistake(_ error: UsageError, _ path: [String]) -> Mistake {
    Mistake(message: error.message, help: (path + ["--help"]).joined(separator: " "))
  }
}
