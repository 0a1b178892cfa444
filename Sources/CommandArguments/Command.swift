/// Something that the program does: created with defaults, filled in from the command line, then run.
///
/// Both the reader and the help are driven by what is declared here.
package protocol Command: Sendable {
  /// The command's name on the command line.
  static var name: String { get }
  /// A one-sentence description.
  static var abstract: String { get }
  /// More about it, in lines of at most 80 columns; empty if there is nothing to add.
  static var discussion: String { get }
  /// Whether the help lists it.
  static var isListed: Bool { get }
  /// Its options, in the order of the help.
  static var options: [CommandOption<Self>] { get }
  /// What it takes besides options.
  static var operand: Operand<Self>? { get }

  /// Makes the command with all defaults.
  init()
  /// Checks that the options make sense together, before the command runs.
  ///
  /// - Throws: ``UsageError``.
  func validate() throws(UsageError)
  /// Runs the command.
  func run() async throws
}

extension Command {
  package static var discussion: String { "" }
  package static var isListed: Bool { true }
  package static var options: [CommandOption<Self>] { [] }
  package static var operand: Operand<Self>? { nil }
  package func validate() throws(UsageError) {}
}
