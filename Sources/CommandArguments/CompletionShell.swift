/// A shell for which there is a completion script.
enum CompletionShell: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// The option that prints a script, without its dashes.
  static let option = "generate-completion-script"

  /// The shells, for people.
  static let expected = "bash, zsh or fish"
}
