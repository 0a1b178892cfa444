/// Something that the program does: made with its defaults, filled in from the command line, then run.
///
/// What is stated here is what is read, and what the help says.
package protocol Command: Sendable {
  /// The word that names it.
  static var name: String { get }
  /// One sentence.
  static var abstract: String { get }
  /// More about it, in lines of 80 columns at most; empty for nothing.
  static var discussion: String { get }
  /// Whether the help lists it.
  static var isListed: Bool { get }
  /// Its options, in the order of the help.
  static var options: [CommandOption<Self>] { get }
  /// What it takes besides options.
  static var operand: Operand<Self>? { get }

  /// With all defaults.
  init()
  /// Looks at what only makes sense together, before the command runs.
  ///
  /// - Throws: ``UsageError``.
  func validate() throws(UsageError)
  /// Does it.
  func run() async throws
}

extension Command {
  package static var discussion: String { "" }
  package static var isListed: Bool { true }
  package static var options: [CommandOption<Self>] { [] }
  package static var operand: Operand<Self>? { nil }
  package func validate() throws(UsageError) {}
}
