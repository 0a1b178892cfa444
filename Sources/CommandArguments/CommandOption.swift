/// An option, such as `--port 8490`, or a flag, such as `--no-hints`, of a command.
package struct CommandOption<Command> {
  /// The name without its dashes.
  package let name: String
  /// The letter behind a single dash that means the same.
  package let letter: Character?
  /// What the help calls the value; `nil` for a flag.
  package let value: String?
  /// One or two sentences.
  package let help: String
  /// What its value can be, as far as a shell can know.
  let completion: Completion
  /// What is read if no value is given; `nil` if one has to be.
  var standard: String?
  let read: (inout Command, String) throws(UsageError) -> Void

  /// An option that may be left out; the last of several counts, unless `set` gathers them.
  ///
  /// - Parameters:
  ///   - expected: what follows "expected" in the message about a value that cannot be used.
  ///   - completion: what its value can be, as far as a shell can know.
  ///   - parse: `nil` for such a value.
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

  /// An option whose value can be any text.
  package static func text(
    _ name: String, value: String, help: String, set: @escaping (inout Command, String) -> Void
  ) -> CommandOption {
    CommandOption(name: name, letter: nil, value: value, help: help, completion: .none) { command, text in
      set(&command, text)
    }
  }

  /// A flag.
  ///
  /// - Parameter letter: what means the same behind a single dash.
  package static func flag(
    _ name: String, letter: Character? = nil, help: String, set: @escaping (inout Command) -> Void
  ) -> CommandOption {
    CommandOption(name: name, letter: letter, value: nil, help: help, completion: .none) { command, _ in
      set(&command)
    }
  }

  /// A flag that may have a value, such as `--strict` and `--strict=warnings`; only behind an equals sign, so that what
  /// follows the flag is never taken for it.
  ///
  /// - Parameters:
  ///   - standard: what is read if there is no value.
  ///   - parse: `nil` for a value that cannot be used.
  package static func flag<Value>(
    _ name: String, orValue value: String, standard: String, expected: String, help: String,
    parse: @escaping (String) -> Value?, set: @escaping (inout Command, Value) -> Void
  ) -> CommandOption {
    var option = CommandOption.option(name, value: value, expected: expected, help: help, parse: parse, set: set)
    option.standard = standard
    return option
  }

  /// The name as it is written, with the value's: `--port <port>`.
  var synopsis: String {
    if standard != nil, let value { return "--\(name)[=\(value)]" }
    return (letter.map { "-\($0), " } ?? "") + (value.map { "--\(name) <\($0)>" } ?? "--\(name)")
  }
}
