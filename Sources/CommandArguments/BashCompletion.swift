/// The completion script for bash 3.2 and later.
struct BashCompletion {
  private let tree: CompletionTree

  init(_ tree: CompletionTree) {
    self.tree = tree
  }

  var script: String {
    let name = tree.program
    return #"""
      # Completes \#(name) in bash. Made by: \#(name) --\#(CompletionShell.option) bash

      _\#(name)() {
        local at='\#(name)' current=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]}
        local i=1 j rest='' help='' members='' options='' values='' names=''
        COMPREPLY=()
        # Bash splits --option=value into three words.
        if [[ $current == '=' ]]; then
          current=''
        elif [[ $last == '=' ]]; then
          last=${COMP_WORDS[COMP_CWORD-2]}
        fi
        if [[ ${COMP_WORDS[1]} == help && $COMP_CWORD -gt 1 ]]; then
          help=1
          i=2
        fi
        # Commands come before everything else.
        for (( ; i < COMP_CWORD; i++)); do
          case "$at ${COMP_WORDS[i]}" in
            \#(commands))
              at="$at ${COMP_WORDS[i]}" ;;
            *) break ;;
          esac
        done
        for ((j = i; j < COMP_CWORD; j++)); do
          [[ ${COMP_WORDS[j]} == -- ]] && rest=$((j + 1)) && break
        done
        if [[ -z $rest && -z $help ]]; then
          case "$at $last" in
      \#(values)
          esac
        fi
        case $at in
      \#(nodes)
        esac
        if [[ -n $help ]]; then
          _\#(name)_reply "$current" "$members" ''
        elif [[ -n $rest && $names == command && $COMP_CWORD -gt $rest ]]; then
          _\#(name)_reply "$current" '' files
        elif [[ -z $rest && $current == -* ]]; then
          _\#(name)_reply "$current" "$options" ''
        else
          [[ $i -eq $COMP_CWORD ]] && values="$members $values"
          [[ $values == *[!\ ]* || -n $names ]] || values=$options
          _\#(name)_reply "$current" "$values" "$names"
        fi
      }

      # Replies with those of the words, and of the existing names, that begin like the current word.
      _\#(name)_reply() {
        local word action=''
        case $3 in
          files) action=file ;;
          folders) action=directory ;;
          command) action=command ;;
        esac
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$2" -- "$1")
        [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
        [[ -z $action ]] && return
        compopt -o filenames 2>/dev/null
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -A $action -- "$1")
      }

      complete -F _\#(name) \#(name)
      """#
  }

  /// The command paths below the program, as a pattern.
  private var commands: String {
    tree.nodes.dropFirst().map { CompletionTree.quoted($0.path) }.joined(separator: " | ")
  }

  /// What can be suggested for an option's value.
  private var values: String {
    tree.nodes.flatMap { node in
      node.options.filter(\.hasValue).map { option in
        let words = CompletionTree.quoted(option.completion.values.joined(separator: " "))
        let reply =
          option.completion.isNone
          ? "" : " _\(tree.program)_reply \"$current\" \(words) '\(option.completion.names?.rawValue ?? "")';"
        return "      \(CompletionTree.quoted("\(node.path) --\(option.name)")))\(reply) return ;;"
      }
    }.joined(separator: "\n")
  }

  private var nodes: String {
    tree.nodes.map { node in
      let members = node.members.map(\.text).joined(separator: " ")
      let options = node.options.map { "--\($0.name)" }.joined(separator: " ")
      let values = node.operand.values.joined(separator: " ")
      return """
            \(CompletionTree.quoted(node.path)))
              members=\(CompletionTree.quoted(members))
              options=\(CompletionTree.quoted(options))
              values=\(CompletionTree.quoted(values))
              names=\(CompletionTree.quoted(node.operand.names?.rawValue ?? "")) ;;
        """
    }.joined(separator: "\n")
  }
}
