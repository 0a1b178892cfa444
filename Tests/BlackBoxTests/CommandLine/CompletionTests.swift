import Testing

/// `willcall --generate-completion-script`: the scripts, and what the shells that are here make of them.
@Suite(.timeLimit(.minutes(5)))
struct CompletionTests {
  private static func isHere(_ shell: String) -> Bool {
    (try? Command.run("/bin/sh", ["-c", "command -v \(shell)"]))?.status == 0
  }

  static let hasBash = isHere("bash")
  static let hasZsh = isHere("zsh")
  static let hasFish = isHere("fish")

  /// What is asked, as the words of a line of which the last is not finished, and what is among the answers and what
  /// not.
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    var has: Set<String> = []
    var lacks: Set<String> = []

    init(_ line: String, has: Set<String> = [], lacks: Set<String> = []) {
      (self.line, self.has, self.lacks) = (line, has, lacks)
    }

    var testDescription: String { line }
  }

  static let cases = [
    Case("willcall ", has: ["serve", "exec", "clock", "token", "fixture"], lacks: ["fidelity", "decode"]),
    Case("willcall s", has: ["serve", "scenario", "sandboxes"], lacks: ["exec"]),
    Case("willcall --p", has: ["--port", "--public-url"], lacks: ["--limit", "serve"]),
    Case("willcall --g", has: ["--generate-completion-script"]),
    Case("willcall --generate-completion-script ", has: ["bash", "zsh", "fish"], lacks: ["serve"]),
    Case(
      "willcall serve --", has: ["--port", "--quiet", "--help"], lacks: ["--pace", "--generate-completion-script"]),
    Case("willcall serve --log-level ", has: ["debug", "info"], lacks: ["--port"]),
    Case("willcall serve --log-level d", has: ["debug"], lacks: ["info"]),
    Case("willcall --log-level w", has: ["warning"]),
    Case("willcall serve --scenario pay", has: ["payment-declined-twice"], lacks: ["polling"]),
    Case("willcall serve --port ", lacks: ["--host", "serve"]),
    Case("willcall serve --port 0 --q", has: ["--quiet"]),
    Case("willcall token ", has: ["decode", "payload"], lacks: ["serve"]),
    Case("willcall token payload --a", has: ["--at"]),
    Case("willcall scenario show ", has: ["polling", "sla"]),
    Case("willcall scenario show p", has: ["polling"], lacks: ["sla"]),
    Case("willcall clock f", has: ["freeze"], lacks: ["resume"]),
    Case("willcall reset --part j", has: ["journal"], lacks: ["state"]),
    Case("willcall walkthrough --pace k", has: ["key"]),
    Case("willcall help ", has: ["serve", "token"], lacks: ["--port"]),
    Case("willcall help token d", has: ["decode"]),
    Case("willcall fixture validate /et", has: ["/etc"]),
    Case("willcall --port 0 se", lacks: ["serve"]),
  ]

  private func expect(_ answers: [String], _ question: Case) {
    let words = Set(answers.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 })
    #expect(question.has.subtracting(words).isEmpty, "\(question.line): \(answers)")
    #expect(question.lacks.isDisjoint(with: words), "\(question.line): \(answers)")
  }

  private func script(_ shell: String) throws -> String {
    let result = try Command.run(["--generate-completion-script", shell])
    #expect(result.status == 0 && result.errors.isEmpty)
    return result.output
  }

  private static func words(_ line: String) -> [String] {
    line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  }

  private func bash(_ words: [String]) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(try script("bash"), to: "script")
    let asking = """
      source "$0" || exit 9
      complete -p willcall >/dev/null || exit 8
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _willcall
      for word in "${COMPREPLY[@]}"; do printf '%s\\n' "$word"; done
      """
    let result = try Command.run(
      "/usr/bin/env", ["bash", "--norc", "--noprofile", "-c", asking, folder.file("script")] + words)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    return result.outputLines
  }

  @Test(.enabled(if: hasBash), arguments: cases)
  func bashCompletes(question: Case) throws {
    expect(try bash(Self.words(question.line)), question)
  }

  /// Bash parts words at equals signs.
  @Test(.enabled(if: hasBash))
  func bashCompletesAValueBehindAnEqualsSign() throws {
    #expect(try bash(["willcall", "serve", "--log-level", "=", "de"]) == ["debug"])
    #expect(try bash(["willcall", "serve", "--log-level", "="]).contains("critical"))
  }

  @Test(.enabled(if: hasBash))
  func bashCompletesTheLineOfAnotherCommand() throws {
    #expect(try bash(["willcall", "exec", "--", "bas"]).contains("bash"))
    #expect(try bash(["willcall", "exec", "--", "ls", "/et"]) == ["/etc"])
    #expect(try bash(["willcall", "exec", "--", "ls", "--po"]) == [])
  }

  @Test(.enabled(if: hasFish), arguments: cases)
  func fishCompletes(question: Case) throws {
    let folder = try TemporaryFolder()
    try folder.write(try script("fish"), to: "script")
    let result = try Command.run(
      "/usr/bin/env",
      ["fish", "--no-config", "-c", "source \(folder.file("script")); complete -C \"\(question.line)\""],
      environment: ["HOME": folder.path])
    #expect(result.status == 0)
    expect(result.outputLines.map { $0.split(separator: "\t").first.map(String.init) ?? "" }, question)
  }

  /// The functions by which zsh adds words are put by ones that print them.
  @Test(.enabled(if: hasZsh), arguments: cases)
  func zshCompletes(question: Case) throws {
    let folder = try TemporaryFolder()
    try folder.write(try script("zsh"), to: "script")
    let asking = """
      compdef() { [[ "$*" == "_willcall willcall" ]] || exit 8 }
      compset() { PREFIX=${PREFIX#*=} }
      compadd() { [[ $1 == -- ]] && shift; print -l -- ${(M)@:#${PREFIX}*} }
      _describe() { local all=${@[-1]}; local -a list=(${(P)all%%:*}); print -l -- ${(M)list:#${PREFIX}*} }
      _files() { print -l -- ${PREFIX}*(N) }
      source $1 || exit 9
      shift
      words=("$@") CURRENT=$# PREFIX=${@[-1]}
      _willcall
      """
    let result = try Command.run(
      "/usr/bin/env", ["zsh", "-f", "-c", asking, "zsh", folder.file("script")] + Self.words(question.line))
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    expect(result.outputLines, question)
  }

  /// Where the shells are not, at least what they would read is there, and quotes are closed.
  @Test(arguments: ["bash", "zsh", "fish"])
  func everyScriptHasEveryCommandAndOption(shell: String) throws {
    let script = try script(shell)
    #expect(try script == Command.run(["--generate-completion-script=\(shell)"]).output)
    let withoutEscapes = script.replacing("'\\''", with: "")
    #expect(withoutEscapes.filter { $0 == "'" }.count.isMultiple(of: 2))
    for command in HelpTests.commands where !command.isEmpty {
      #expect(script.contains("willcall \(command.joined(separator: " "))"))
      let help = try Command.run(command + ["--help"]).output
      for entry in HelpText.entries(help) {
        guard let option = entry.name.firstMatch(of: /--([a-z][a-z-]*)/)?.output.1 else { continue }
        let isThere = script.contains(shell == "fish" ? "-l \(option)" : "--\(option)")
        #expect(isThere, "\(command) --\(option)")
      }
    }
  }
}
