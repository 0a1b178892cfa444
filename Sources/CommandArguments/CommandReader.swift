import JSONText

/// Reads the words of one command.
struct CommandReader<C: Command> {
  /// What the words ask for.
  enum Reading {
    case run(C)
    case help
    case version
  }

  private let options = C.options
  private let operand = C.operand
  private var command = C()
  private var operands: [String] = []

  /// - Throws: ``UsageError`` about the first mistake.
  static func read(_ words: [String]) throws(UsageError) -> Reading {
    var reader = CommandReader()
    return try reader.read(words[...])
  }

  private mutating func read(_ words: ArraySlice<String>) throws(UsageError) -> Reading {
    var words = words
    while let word = words.popFirst() {
      switch word {
      case "-h", "--help": return .help
      case "--version": return .version
      case "--":
        for word in words { try add(word) }
        words = []
      case _ where word.hasPrefix("--"): try readOption(word, &words)
      case _ where word.hasPrefix("-") && word.count > 1 && !isNegative(word): try readLetter(word)
      default:
        try add(word)
        if operand?.count == .rest {
          operands += words
          words = []
        }
      }
    }
    if let operand {
      if operands.isEmpty, operand.count != .atMostOne { throw UsageError("expected <\(operand.name)>") }
      operand.set(&command, operands)
    }
    try command.validate()
    return .run(command)
  }

  /// Reads `--name`, `--name value` or `--name=value`; only the first or last form for a flag that may have a value.
  private mutating func readOption(_ word: String, _ words: inout ArraySlice<String>) throws(UsageError) {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard let option = options.first(where: { $0.name == name }) else { throw unknown("--\(name)") }
    var value = parts.count == 2 ? String(parts[1]) : nil
    if option.value == nil {
      if value != nil { throw UsageError("--\(name) takes no value") }
    } else if value == nil, let standard = option.standard {
      value = standard
    } else if value == nil {
      // What looks like an option is one; a value that starts with dashes has to be written as --name=value.
      guard let next = words.first, !next.hasPrefix("--") else {
        throw UsageError("expected a value: \(option.synopsis)")
      }
      value = next
      words.removeFirst()
    }
    try option.read(&command, value ?? "")
  }

  /// Reads an option such as `-f`.
  private mutating func readLetter(_ word: String) throws(UsageError) {
    guard word.count == 2, let option = options.first(where: { $0.letter == word.last }) else { throw unknown(word) }
    try option.read(&command, "")
  }

  /// Whether a word such as `-5m` or `-PT5M` is a negative amount, not an option, for a command that takes a word here.
  private func isNegative(_ word: String) -> Bool {
    guard operand != nil, let second = word.dropFirst().first else { return false }
    return second == "P" || ("0"..."9").contains(second)
  }

  private mutating func add(_ word: String) throws(UsageError) {
    guard let operand, !operand.takesOneWord || operands.isEmpty else {
      throw UsageError("did not expect \(UsageError.quoted(word))")
    }
    operands.append(word)
  }

  private func unknown(_ word: String) -> UsageError {
    let names = options.map(\.name) + ["help", "version"]
    let meant = Spelling.nearest(to: String(word.drop { $0 == "-" }), among: names)
    let hint = meant.map { "; did you mean --\($0)?" } ?? ""
    // Words for another program follow, and the option may have been meant for it.
    let rest =
      operand?.count == .rest
      ? "; if it belongs to the \(operand?.name ?? ""), put -- before that: \(C.name) -- …" : ""
    return UsageError("there is no option \(TerminalText.escaped(word))\(hint)\(rest)")
  }
}
