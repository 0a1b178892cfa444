/// A program that was run to its end.
struct Command {
  /// The exit status, or minus the number of the signal that ended it.
  let status: Int32
  /// What it wrote on standard output.
  let output: String
  /// What it wrote on standard error.
  let errors: String

  /// The lines of standard output.
  var outputLines: [String] { Self.lines(output) }
  /// The lines of standard error.
  var errorLines: [String] { Self.lines(errors) }

  /// Runs `willcall`.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Command {
    try run(Binary.path, arguments, environment: environment)
  }

  /// Runs `willcall` with a text on its standard input.
  static func run(_ arguments: [String], input: String) throws -> Command {
    try run("/bin/sh", ["-c", "text=$1; shift; printf %s \"$text\" | \"$0\" \"$@\"", Binary.path, input] + arguments)
  }

  /// The columns of its longest line.
  var width: Int { outputLines.map(\.count).max() ?? 0 }

  /// Runs a program.
  ///
  /// - Throws: ``TestFailure`` if it does not end in time; it is killed then.
  static func run(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws -> Command {
    let process = try ChildProcess(path, arguments, environment: environment)
    let status = try process.wait()
    return Command(status: status, output: process.output.text, errors: process.errors.text)
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
