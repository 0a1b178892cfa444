import CommandArguments
import Ledger

/// What `--strict` treats as a failure.
enum Strictness: Sendable {
  /// Violations, which make the verdict `not ready`.
  case violations
  /// Warnings too.
  case warnings

  /// The exit status of a run that is judged `not ready`.
  static let status: Int32 = 88

  /// The option for a command that judges.
  static func option<C: Command>(
    help: String, set: @escaping (inout C, Strictness) -> Void
  ) -> CommandOption<C> {
    .flag(
      "strict", orValue: "warnings", standard: "violations", expected: "warnings, or no value", help: help,
      parse: { ["violations": .violations, "warnings": .warnings][$0] }, set: set)
  }
}
