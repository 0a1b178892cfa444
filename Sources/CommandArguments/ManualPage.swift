/// The manual page of a program, with all its commands, in the macros of man(7).
package struct ManualPage {
  /// The page's source.
  package let text: String

  /// Writes the page of everything that the help lists.
  ///
  /// - Parameter date: what the foot of the page shows, in digits and hyphens such as `2026-12-01`; empty for none.
  package init(_ root: CommandGroup, version: String, date: String) {
    var lines = [
      // mandoc does not read a date whose hyphens are escaped.
      ".TH \(Self.quoted(root.name.uppercased())) 1 \"\(date)\" \(Self.quoted("\(root.name) \(version)"))",
      // Neither hyphenated nor stretched to the right margin.
      ".nh", ".ad l",
      ".SH NAME", "\(Self.escaped(root.name)) \\- \(Self.escaped(Self.phrase(root.abstract)))",
      ".SH SYNOPSIS", ".B \(Self.escaped(root.name))", "[<subcommand>] [<options>]",
      ".SH DESCRIPTION",
    ]
    lines += Self.prose(root.discussion)
    lines += [".SH OPTIONS"] + Self.list(HelpPage.program + HelpPage.common)
    lines.append(".SH SUBCOMMANDS")
    lines += Self.section(root, [root.name])
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ group: CommandGroup, _ path: [String]) -> [String] {
    group.members.filter(\.isListed).flatMap { member in
      switch member {
      case .command(let command): section(command, path + [member.name])
      case .group(let inner): section(inner, path + [member.name])
      }
    }
  }

  private static func section<C: Command>(_ command: C.Type, _ path: [String]) -> [String] {
    var lines = [".SS \(quoted(path.joined(separator: " ")))"]
    lines += [".B \(escaped(HelpPage.usage(of: command, path)))", ".PP"]
    lines += prose(C.abstract)
    if !C.discussion.isEmpty { lines += [".PP"] + prose(C.discussion) }
    let operand = C.operand.map { [("<\($0.name)>", $0.help)] } ?? []
    return lines + list(operand + C.options.map { ($0.synopsis, $0.help) })
  }

  private static func list(_ entries: [(name: String, help: String)]) -> [String] {
    entries.flatMap { [".TP", ".B \(escaped($0.name))"] + prose($0.help) }
  }

  /// One line for each line of a text; roff fills them.
  private static func prose(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in escaped(line.split(separator: " ").joined(separator: " ")) }
  }

  /// A sentence as the line under NAME has it: no capital for an article, no full stop.
  private static func phrase(_ sentence: String) -> String {
    let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return text.hasPrefix("A ") ? "a" + text.dropFirst() : text
  }

  /// An argument of a macro.
  private static func quoted(_ text: String) -> String {
    "\"" + escaped(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq") + "\""
  }

  /// Text as roff shows it unchanged: hyphens that can be copied, and no line that is taken for a request.
  private static func escaped(_ text: String) -> String {
    var result = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      default: result.append(character)
      }
    }
    return result
  }
}
