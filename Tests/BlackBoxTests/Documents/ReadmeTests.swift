import Foundation
import LoopbackClient
import Testing

/// The README does what it says, and so do the documents that go on where it ends.
@Suite(.timeLimit(.minutes(5)))
struct ReadmeTests {
  private static let script = "\(Repository.path)/.ci/readme-curl"

  /// Runs the script that plays the README's six calls.
  private func play(_ arguments: [String]) throws -> Command {
    try Command.run("/usr/bin/env", ["bash", Self.script] + arguments)
  }

  private func requireCurl() throws {
    let curl = try Command.run("/usr/bin/env", ["bash", "-c", "command -v curl"])
    try #require(curl.status == 0, "this test needs curl: apt-get install curl")
  }

  @Test func theSixCallsWorkAsPrinted() throws {
    try requireCurl()
    let server = try RunningServer()
    for _ in 0..<2 {
      let result = try play([server.url])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("\"unpaid\":0.00"))
      #expect(result.output.contains("API=\(server.url) "), "it prints what it ran")
      #expect(result.output.contains("securerender"))
    }
    #expect(try server.brokenRules() == [])
  }

  @Test func theScriptNoticesWhenTheyDoNot() throws {
    try requireCurl()
    let refusing = try RunningServer(["--api-key", "other"])
    #expect(try play([refusing.url]).status != 0)
    let soldOut = try RunningServer(["--no-built-in-fixtures"])
    #expect(try play([soldOut.url]).status != 0)
    #expect(try soldOut.stop() == 0)
    #expect(try play([soldOut.url]).status != 0, "nobody listens any more")
  }

  @Test func theTestInPythonRunsUnderExec() throws {
    let python = try Command.run("/usr/bin/env", ["sh", "-c", "command -v python3"])
    try #require(python.status == 0, "this test needs python3: apt-get install python3")
    let block = try #require(Repository.blocks(of: "python", in: "README.md").first)
    let script = block + "\ntest_a_cart_runs_out()\nprint('passed')\n"
    let result = try Command.run(["exec", "--", "python3", "-c", script])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "passed\n")
  }

  private static let documents =
    ["README.md"] + ["emulation", "running", "test-data", "testing-your-app"].map { "docs/\($0).md" }

  @Test func everyOptionTheyNameExists() throws {
    var known = Set<String>()
    for command in HelpTests.commands {
      known.formUnion(HelpText.options(try Command.run(command + ["--help"]).output))
    }
    let named = HelpText.options(try Self.documents.map(Repository.text).joined(separator: "\n"))
    #expect(named.count > 8)
    // Those of curl, git, Gradle, apt-get, Node and swift; mise, ubi and docker; Packaging/release and .ci/image.
    let others: Set = [
      "--fail-with-body", "--depth", "--rerun", "--no-install-recommends", "--test", "--product",
      "--global", "--project", "--in", "--file", "--rm", "--twice", "--binary",
    ]
    #expect(named.subtracting(known).subtracting(others).isEmpty)
  }

  @Test func everyEventToTryIsServed() throws {
    let text = try Repository.text("docs/test-data.md")
    let named = Set(text.matches(of: /^\| `([0-9A-F]{16})` \|/.anchorsMatchLineEndings()).map { String($0.output.1) })
    let served = Set(try FixtureOptionTests.eventIDs(RunningServer()))
    #expect(named.count > 10)
    #expect(named.subtracting(served).isEmpty)
  }

  @Test func everyFileThatIsLinkedToExists() throws {
    let pages = try FileManager.default.contentsOfDirectory(atPath: "\(Repository.path)/docs")
      .filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
    #expect(pages.count > 10)
    for name in ["README.md", "CONTRIBUTING.md", "SECURITY.md"] + pages {
      let folder = name.hasPrefix("docs/") ? "\(Repository.path)/docs" : Repository.path
      for link in try Repository.text(name).matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/) {
        let path = "\(folder)/\(link.output.1)"
        #expect(FileManager.default.fileExists(atPath: path), "\(name) links to \(link.output.1)")
      }
    }
  }

  @Test func theRefusalIsTheOneThatIsPrinted() throws {
    let app = try RunningServer().partner()
    _ = try app.buy(SampleEvent.documented, SampleEvent.documentedSeat)
    let answer = try app.post(
      "/partners/v1/events/\(SampleEvent.documented)/cart",
      body: """
        {"reserve": {"tickets": [{"id": "000000000001"}], "section": "BALC2L", "row": "B", "begin_seat": 13,
        "end_seat": 13, "accept_best_available": false}}
        """)
    let diagnosis = try #require(answer.response["X-Willcall-Diagnosis"])
    let blocks = try Repository.blocks(of: "text", in: "README.md")
    let printed = try #require(blocks.first { $0.contains("X-Willcall-Diagnosis") })
    #expect(printed == "HTTP/1.1 400 Bad Request\nX-Willcall-Diagnosis: \(diagnosis)\n\n\(answer.text)\n")
  }
}
