/// Reads the help that a command prints.
enum HelpText {
  /// An option, a flag, an argument or a subcommand.
  struct Entry {
    let name: String
    let explanation: String
  }

  /// What the help lists, in order.
  static func entries(_ help: String) -> [Entry] {
    var entries: [Entry] = []
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      let text = String(line.dropFirst(indent))
      if indent == 2, !text.hasPrefix("See ") {
        let parts = text.split(separator: #/ {2,}/#, maxSplits: 1)
        // A long name touches its explanation.
        let name = parts.first.map {
          $0.contains("> ") ? $0.prefix(through: $0.firstIndex(of: ">") ?? $0.startIndex) : $0
        }
        let rest = text.dropFirst(name?.count ?? 0).drop { $0 == " " }
        entries.append(Entry(name: String(name ?? ""), explanation: String(rest)))
      } else if indent > 2, let last = entries.popLast() {
        entries.append(
          Entry(name: last.name, explanation: last.explanation.isEmpty ? text : last.explanation + " " + text))
      }
    }
    return entries
  }

  /// The long options that a help names.
  static func options(_ help: String) -> Set<String> {
    Set(help.matches(of: /--[a-z][a-z-]*/).map { String($0.output) })
  }
}
