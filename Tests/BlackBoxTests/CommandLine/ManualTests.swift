import Testing

/// `willcall manual`: the page that a release carries.
@Suite(.timeLimit(.minutes(5)))
struct ManualTests {
  /// The page, dated in the past: formatters warn of a date that is still to come.
  private func page() throws -> String {
    let result = try Command.run(["manual", "--date", "2025-12-01"])
    #expect(result.status == 0 && result.errors.isEmpty)
    return result.output
  }

  /// What roff makes of the escapes that the page uses.
  private static func shown(_ source: String) -> String {
    [("\\-", "-"), ("\\(aq", "'"), ("\\(dq", "\""), ("\\(ga", "`"), ("\\(ha", "^"), ("\\(ti", "~"), ("\\&", "")]
      .reduce(source) { $0.replacing($1.0, with: $1.1) }.replacing("\\e", with: "\\")
  }

  @Test func itHasEveryCommandAndOptionWithItsExplanation() throws {
    let page = Self.shown(try page())
    let words = page.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    for command in HelpTests.commands where !["", "token", "scenario", "fixture"].contains(command.joined()) {
      #expect(page.contains("\n.SS \"willcall \(command.joined(separator: " "))\"\n"), "\(command)")
      let help = try Command.run(command + ["--help"]).output
      for entry in HelpText.entries(help) where !entry.name.isEmpty {
        #expect(page.contains("\n.B \(entry.name)\n"), "\(command) \(entry.name)")
        #expect(words.contains(entry.explanation), "\(command) \(entry.name)")
      }
    }
    #expect(!page.contains("fidelity") && !page.contains("willcall manual"), "what the help does not list")
  }

  @Test func nothingInItIsTakenForARequest() throws {
    let known: Set = [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".nh", ".ad"]
    for line in try page().split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      let request = line.split(separator: " ").first.map(String.init) ?? ""
      #expect(known.contains(request), "\(line)")
    }
    #expect(try page().hasPrefix(".TH \"WILLCALL\" 1 \"2025-12-01\" \"willcall "))
    #expect(try Command.run(["manual", "--date", "a\"b"]).status == 2)
  }

  private static let formatter = ["mandoc -Tlint -Wwarning", "groff -ww -man -Tutf8"].first { line in
    let name = line.split(separator: " ").first ?? ""
    return (try? Command.run("/bin/sh", ["-c", "command -v \(name)"]))?.status == 0
  }

  @Test(.enabled(if: formatter != nil)) func formattersReadItWithoutAWarning() throws {
    let formatter = try #require(Self.formatter)
    let folder = try TemporaryFolder()
    try folder.write(try page(), to: "willcall.1")
    let result = try Command.run("/bin/sh", ["-c", "\(formatter) \"$0\"", folder.file("willcall.1")])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.output)\(result.errors)")
  }
}
