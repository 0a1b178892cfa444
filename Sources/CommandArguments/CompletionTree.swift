/// Everything that can be completed, taken from the declarations of the commands.
struct CompletionTree {
  /// What can follow the name of a command or group.
  struct Node {
    /// The names that lead there, separated by spaces.
    let path: String
    /// The commands of a group, and what they do.
    var members: [Word] = []
    /// Its options.
    var options: [Option] = []
    /// What it takes besides options.
    var operand = Completion.none
  }

  /// A word and what it means.
  struct Word {
    let text: String
    let help: String
  }

  /// An option.
  struct Option {
    /// The name without its dashes.
    let name: String
    var letter: Character?
    /// Whether a value follows.
    let hasValue: Bool
    let completion: Completion
    let help: String
  }

  /// The program's name.
  let program: String
  /// The top-level group first, and each other node after the group that contains it.
  private(set) var nodes: [Node] = []

  init(_ root: CommandGroup) {
    program = root.name
    add(root, path: root.name)
    let shells = CompletionShell.allCases.map(\.rawValue)
    nodes[0].options.append(
      Option(
        name: CompletionShell.option, hasValue: true, completion: .values(shells),
        help: "Print a script like this one."))
  }

  private mutating func add(_ group: CommandGroup, path: String) {
    let place = nodes.count
    let listed = group.members.filter(\.isListed)
    nodes.append(Node(path: path, members: listed.map { Word(text: $0.name, help: Self.sentence($0.abstract)) }))
    if let standard = group.standard {
      nodes[place].options = node(standard, path: path).options
    } else {
      nodes[place].options = Self.common
    }
    for member in listed {
      switch member {
      case .command(let command): nodes.append(node(command, path: "\(path) \(member.name)"))
      case .group(let inner): add(inner, path: "\(path) \(member.name)")
      }
    }
  }

  private func node<C: Command>(_ command: C.Type, path: String) -> Node {
    let options = C.options.map { option in
      Option(
        name: option.name, letter: option.letter, hasValue: option.value != nil, completion: option.completion,
        help: Self.sentence(option.help))
    }
    return Node(path: path, options: options + Self.common, operand: C.operand?.completion ?? .none)
  }

  private static let common = [
    Option(name: "version", hasValue: false, completion: .none, help: "Print the version of the program."),
    Option(name: "help", letter: "h", hasValue: false, completion: .none, help: "Explain the command."),
  ]

  /// The first sentence, without its full stop.
  private static func sentence(_ text: String) -> String {
    var sentence = ""
    for word in text.split(separator: " ") {
      sentence += (sentence.isEmpty ? "" : " ") + word
      if word.hasSuffix(".") || word.hasSuffix(":") || word.hasSuffix(";") { break }
    }
    while let last = sentence.last, ".:;".contains(last) { sentence.removeLast() }
    return sentence
  }

  /// Writes the script for a shell.
  func script(for shell: CompletionShell) -> String {
    switch shell {
    case .bash: BashCompletion(self).script
    case .zsh: ZshCompletion(self).script
    case .fish: FishCompletion(self).script
    }
  }

  /// The text in single quotes, as all three shells read it.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
