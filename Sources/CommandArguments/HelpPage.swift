/// What `--help` prints: 80 columns, with explanations starting at the 27th.
struct HelpPage {
  let text: String

  private static let indent = 26

  /// Makes the page of a command.
  init<C: Command>(_ command: C.Type, _ path: [String]) {
    var page = Self.head(C.abstract, C.discussion, usage: Self.usage(of: command, path))
    if let operand = C.operand { page += Self.section("ARGUMENTS", [("<\(operand.name)>", operand.help)]) }
    page += Self.section("OPTIONS", C.options.map { ($0.synopsis, $0.help) } + Self.common)
    text = String(page.dropLast())
  }

  /// Makes the page of a group of commands.
  init(_ group: CommandGroup, _ path: [String]) {
    let name = path.joined(separator: " ")
    let list = group.members.filter(\.isListed).map { member in
      (member.name + (member.name == group.standard?.name ? " (default)" : ""), member.abstract)
    }
    var page = Self.head(
      group.abstract, group.discussion,
      usage: name + (group.standard == nil ? " <subcommand>" : " [<subcommand>] [<options>]"))
    page += Self.section("OPTIONS", path.count == 1 ? Self.program + Self.common : Self.common)
    page += Self.section("SUBCOMMANDS", list)
    let behindProgram = path.dropFirst().map { " \($0)" }.joined()
    page += "\n  See '\(path.first ?? "") help\(behindProgram) <subcommand>' for more.\n"
    text = String(page.dropLast())
  }

  /// The line that shows how a command is called.
  static func usage<C: Command>(of command: C.Type, _ path: [String]) -> String {
    let options = C.options
    let shown = options.count > 2 ? " [<options>]" : options.map { " [\($0.synopsis)]" }.joined()
    let operand = C.operand.map { ($0.count == .rest ? " [--] " : " ") + $0.synopsis } ?? ""
    return path.joined(separator: " ") + shown + operand
  }

  /// The program's own options, which come before everything else.
  static let program = [
    (
      "--\(CompletionShell.option) <shell>",
      "Print a script that lets \(CompletionShell.expected) complete this program's commands, options and values."
    )
  ]

  static let common = [
    ("--version", "Print the version of the program."), ("-h, --help", "Print this page."),
  ]

  private static func head(_ abstract: String, _ discussion: String, usage: String) -> String {
    "OVERVIEW: " + wrapped(abstract, from: 10, indent: 0) + "\n"
      + (discussion.isEmpty ? "" : discussion + "\n\n") + "USAGE: " + wrapped(usage, from: 7, indent: 7)
  }

  private static func section(_ title: String, _ entries: [(name: String, help: String)]) -> String {
    entries.reduce("\n\(title):\n") { page, entry in
      let name = "  \(entry.name)"
      // A name that leaves no space before the column gets a line of its own.
      let fits = name.utf8.count < indent
      let gap = fits ? String(repeating: " ", count: indent - name.utf8.count) : "\n" + blanks
      return page + name + gap + wrapped(entry.help, from: indent, indent: indent)
    }
  }

  private static let blanks = String(repeating: " ", count: indent)

  /// Wraps text into lines that each end with a newline.
  private static func wrapped(_ text: String, from column: Int, indent: Int) -> String {
    TerminalText.wrapped(text, from: column, indent: indent).joined(separator: "\n") + "\n"
  }
}
