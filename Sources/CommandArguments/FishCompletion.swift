/// The completion script for fish.
struct FishCompletion {
  private let tree: CompletionTree

  init(_ tree: CompletionTree) {
    self.tree = tree
  }

  var script: String {
    let name = tree.program
    return #"""
      # Completes \#(name) in fish. Made by: \#(name) --\#(CompletionShell.option) fish

      # Whether the words so far lead to a command; with --only, whether nothing else has been typed.
      function __\#(name)_at
        set -l at \#(name)
        set -l words (commandline -opc)
        set -e words[1]
        if test "$words[1]" = help
          set -e words[1]
          contains -- --options $argv; and return 1
        end
        while set -q words[1]; and contains -- "$at $words[1]" \#(commands)
          set at "$at $words[1]"
          set -e words[1]
        end
        test "$at" = "$argv[1]"; or return 1
        contains -- --only $argv; and set -q words[1]; and return 1
        contains -- -- $words; and not contains -- --rest $argv; and return 1
        return 0
      end

      complete -c \#(name) -f
      \#(lines)
      """#
  }

  private var commands: String {
    tree.nodes.dropFirst().map { CompletionTree.quoted($0.path) }.joined(separator: " ")
  }

  private var lines: String {
    tree.nodes.flatMap { node in
      node.members.map { line(node, "--only", "-a \(CompletionTree.quoted($0.text))", $0.help) }
        + node.options.map { line(node, "--options", arguments($0), $0.help) } + operand(node)
    }.joined(separator: "\n")
  }

  private func line(_ node: CompletionTree.Node, _ flag: String, _ arguments: String, _ help: String = "") -> String {
    let condition = "__\(tree.program)_at \"\(node.path)\" \(flag)"
    return "complete -c \(tree.program) -n \(CompletionTree.quoted(condition)) \(arguments)"
      + (help.isEmpty ? "" : " -d \(CompletionTree.quoted(help))")
  }

  private func arguments(_ option: CompletionTree.Option) -> String {
    var text = "-l \(option.name)" + (option.letter.map { " -s \($0)" } ?? "")
    if option.hasValue { text += " -x" }
    return text + values(option.completion)
  }

  private func operand(_ node: CompletionTree.Node) -> [String] {
    node.operand.isNone ? [] : [line(node, "--options --rest", String(values(node.operand).dropFirst()))]
  }

  /// The listed values, and what fish can complete by itself.
  private func values(_ completion: Completion) -> String {
    let words = completion.values.joined(separator: " ")
    let names: String? =
      switch completion.names {
      case .files: "(__fish_complete_path (commandline -ct))"
      case .folders: "(__fish_complete_directories (commandline -ct))"
      case .command: "(__fish_complete_command) (__fish_complete_path (commandline -ct))"
      case nil: nil
      }
    let all = [words.isEmpty ? nil : words, names].compactMap { $0 }.joined(separator: " ")
    return all.isEmpty ? "" : " -a \(CompletionTree.quoted(all))"
  }
}
