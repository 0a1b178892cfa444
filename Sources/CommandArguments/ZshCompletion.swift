/// The completion script for zsh: a function for `fpath`, or to be sourced.
struct ZshCompletion {
  private let tree: CompletionTree

  init(_ tree: CompletionTree) {
    self.tree = tree
  }

  var script: String {
    let name = tree.program
    return #"""
      #compdef \#(name)
      # Completes \#(name) in zsh. Made by: \#(name) --\#(CompletionShell.option) zsh

      _\#(name)() {
        local at='\#(name)' last=${words[CURRENT-1]} names=''
        local -i i=2 rest=0 help=0
        local -a members options values
        if [[ $PREFIX == --*=* ]]; then
          last=${PREFIX%%=*}
          compset -P '*='
        fi
        if (( CURRENT > 2 )) && [[ ${words[2]} == help ]]; then
          help=1
          i=3
        fi
        # Commands come before everything else.
        while (( i < CURRENT )); do
          case "$at ${words[i]}" in
            (\#(commands))
              at="$at ${words[i]}" ;;
            (*) break ;;
          esac
          (( i++ ))
        done
        (( CURRENT > i )) && rest=${${words[i,CURRENT-1]}[(I)--]}
        if (( ! rest && ! help )); then
          case "$at $last" in
      \#(values)
          esac
        fi
        case $at in
      \#(nodes)
        esac
        if (( help )); then
          _describe -t commands command members
        elif (( rest )); then
          if [[ $names == command ]]; then
            shift $(( i + rest - 2 )) words
            (( CURRENT -= i + rest - 2 ))
            _normal
          else
            _\#(name)_names "$names"
          fi
        elif [[ $PREFIX == -* ]]; then
          _describe -o -t options option options
        else
          (( i == CURRENT && ${#members} )) && _describe -t commands command members
          (( ${#values} )) && compadd -- $values
          if [[ -n $names ]]; then
            _\#(name)_names "$names"
          elif (( ! ${#values} && ! (i == CURRENT && ${#members}) )); then
            _describe -o -t options option options
          fi
        fi
      }

      _\#(name)_names() {
        case $1 in
          (files) _files ;;
          (folders) _files -/ ;;
          (command) _command_names -e ;;
        esac
      }

      if [[ $funcstack[1] == _\#(name) ]]; then
        _\#(name) "$@"
      else
        compdef _\#(name) \#(name)
      fi
      """#
  }

  private var commands: String {
    tree.nodes.dropFirst().map { CompletionTree.quoted($0.path) }.joined(separator: "|")
  }

  private var values: String {
    tree.nodes.flatMap { node in
      node.options.filter(\.hasValue).map { option in
        let words = option.completion.values.map(CompletionTree.quoted).joined(separator: " ")
        let add = words.isEmpty ? "" : " compadd -- \(words);"
        let names = option.completion.names.map { " _\(tree.program)_names \($0.rawValue);" } ?? ""
        return "      (\(CompletionTree.quoted("\(node.path) --\(option.name)")))\(add)\(names) return ;;"
      }
    }.joined(separator: "\n")
  }

  private var nodes: String {
    tree.nodes.map { node in
      let members = node.members.map { CompletionTree.quoted("\($0.text):\($0.help)") }
      let options = node.options.map { CompletionTree.quoted("--\($0.name):\($0.help)") }
      let values = node.operand.values.map(CompletionTree.quoted)
      return """
            (\(CompletionTree.quoted(node.path)))
              members=(\(members.joined(separator: " ")))
              options=(\(options.joined(separator: " ")))
              values=(\(values.joined(separator: " ")))
              names=\(CompletionTree.quoted(node.operand.names?.rawValue ?? "")) ;;
        """
    }.joined(separator: "\n")
  }
}
