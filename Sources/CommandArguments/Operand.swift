/// The words that a command takes besides options.
package struct Operand<Command> {
  /// How many words it takes.
  package enum Count {
    case one
    /// One word, or none.
    case atMostOne
    case several
    /// This word and all that follow, whatever they look like: the command line of another command.
    case rest
  }

  /// What the help calls it.
  package let name: String
  /// One or two sentences.
  package let help: String
  let count: Count
  /// What a shell can suggest for it.
  let completion: Completion
  let set: (inout Command, [String]) -> Void

  /// One required word.
  package static func one(
    _ name: String, help: String, completion: Completion = .none, set: @escaping (inout Command, String) -> Void
  ) -> Operand {
    Operand(name: name, help: help, count: .one, completion: completion) { command, words in
      for word in words { set(&command, word) }
    }
  }

  /// One optional word.
  package static func optional(
    _ name: String, help: String, completion: Completion = .none, set: @escaping (inout Command, String) -> Void
  ) -> Operand {
    Operand(name: name, help: help, count: .atMostOne, completion: completion) { command, words in
      for word in words { set(&command, word) }
    }
  }

  /// One or more words, which may be mixed with options.
  package static func several(
    _ name: String, help: String, completion: Completion = .none, set: @escaping (inout Command, [String]) -> Void
  ) -> Operand {
    Operand(name: name, help: help, count: .several, completion: completion, set: set)
  }

  /// One or more words, after which no more options are read.
  package static func rest(
    _ name: String, help: String, set: @escaping (inout Command, [String]) -> Void
  ) -> Operand {
    Operand(name: name, help: help, count: .rest, completion: .command, set: set)
  }

  var takesOneWord: Bool { count == .one || count == .atMostOne }

  var synopsis: String {
    switch count {
    case .one: "<\(name)>"
    case .atMostOne: "[<\(name)>]"
    case .several, .rest: "<\(name)> ..."
    }
  }
}
