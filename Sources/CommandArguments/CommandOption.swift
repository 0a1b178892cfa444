/// An option of a command, such as `--port 8490`, or a flag, such as `--no-hints`.
package struct CommandOption<Command> {
  /// The name without its dashes.
  package let name: String
  /// The letter that means the same after a single dash.
  package let letter: Character?
  /// What the help calls the value; `nil` for a flag.
  package let value: String?
  /// One or two sentences.
  package let help: String
  /// What a shell can suggest for its value.
  let completion: Completion
  /// What is read if no value is given; `nil` if a value is required.
  var standard: String?
  let read: (inout Command, String) throws(UsageError) -> Void

  /// Declares an optional option; if it is repeated, the last one counts, unless `set` collects them.
  ///
  /// - Parameters:
  ///   - expected: what follows "expected" in the message about an unusable value.
  ///   - completion: what a shell can suggest for its value.
  ///   - parse: reads a value; returns `nil` if it cannot be used.
  package static func option<Value>(
    _ name: String, value: String, expected: String, help: String, completion: Completion = .none,
    parse: @escaping (String) -> Value?, set: @escaping (inout Command, Value) -> Void
  ) -> CommandOption {
    CommandOption(
      name: name, letter: nil, value: value, help: help, completion: completion
    ) { command, text throws(UsageError) in
      guard let value = parse(text) else { throw UsageError("--\(name)", expected: expected, found: text) }
      set(&command, value)
    }
  }

  /// Declares an option whose value can be any text.
  package static func text(
    _ name: String, value: String, help: String, set: @escaping (inout Command, String) -> Void
  ) -> CommandOption {
    CommandOption(name: name, letter: nil, value: value, help: help, completion: .none) { command, text in
      set(&command, text)
    }
  }

  /// Declares a flag.
  ///
  /// - Parameter letter: the letter that means the same after a single dash.
  package static func flag(
    _ name: String, letter: Character? = nil, help: String, set: @escaping (inout Command) -> Void
  ) -> CommandOption {
    CommandOption(name: name, letter: letter, value: nil, help: help, completion: .none) { command, _ in
      set(&command)
    }
  }

  /// Declares a flag that may have a value, such as `--strict` and `--strict=warnings`.
  ///
  /// The value must follow an equals sign, so that the next word is never taken for it.
  ///
  /// - Parameters:
  ///   - standard: what is read if there is no value.
  ///   - parse: reads a value; returns `nil` if it cannot be used.
  package static func flag<Value>(
    _ name: String, orValue value: String, standard: String, expected: String, help: String,
    parse: @escaping (String) -> Value?, set: @escaping (inout Command, Value) -> Void
  ) -> CommandOption {
    var option = CommandOption.option(name, value: value, expected: expected, help: help, parse: parse, set: set)
    option.standard = standard
    return option
  }

  /// The option as the help writes it, with the name of its value: `--port <port>`.
  var synopsis: String {
    if standard != nil, let value { return "--\(name)[=\(value)]" }
    return (letter.map { "-\($0), " } ?? "") + (value.map { "--\(name) <\($0)>" } ?? "--\(name)")
  }
}
