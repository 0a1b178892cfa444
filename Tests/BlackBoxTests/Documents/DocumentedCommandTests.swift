import Foundation
import Testing

/// The command lines that README.md, CONTRIBUTING.md and some of the documents print, and the suites that docs/testing.md names.
@Suite(.timeLimit(.minutes(5)))
struct DocumentedCommandTests {
  /// The arguments behind every `swift run willcall` in a document, in code blocks and in the text.
  static func commands(in document: String) throws -> [[String]] {
    try Repository.text(document).matches(of: /swift run willcall([^`\n]*)/).map { match in
      match.output.1.split(separator: " ").prefix { !$0.hasPrefix("#") && $0 != "&" }.map(String.init)
    }
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md", "docs/running.md", "docs/test-data.md"])
  func theyAllRun(document: String) throws {
    let commands = try Self.commands(in: document)
    if document == "README.md" {
      #expect(commands.contains([]) && commands.contains(["walkthrough"]), "the README says how to start")
    }
    // The documented port may be taken on the machine that tests.
    let environment = ["WILLCALL_PORT": "0"]
    for command in commands {
      let first = command.first ?? "serve"
      if !command.contains("--help"), first == "serve" || first.hasPrefix("-") {
        let server = try RunningServer(command, takesAnyPort: false, environment: environment)
        #expect(try server.partner().get("/partners/v1/events").status == 200)
        #expect(try server.stop() == 0)
      } else {
        let result = try Command.run(command, environment: environment)
        #expect(result.status == 0, "willcall \(command): \(result.errors)")
      }
    }
  }

  @Test func thePageOfTheCommandLineHasEveryCommandAndNoOptionThatIsNot() throws {
    let page = try Repository.text("docs/command-line.md")
    var known: Set<String> = []
    for command in HelpTests.commands {
      known.formUnion(HelpText.options(try Command.run(command + ["--help"]).output))
      let isNamed = page.contains("`\(command.joined(separator: " "))`") || page.contains("`\(command.first ?? "") -- ")
      #expect(isNamed || command.isEmpty || ["token", "scenario", "fixture"].contains(command), "\(command)")
    }
    #expect(HelpText.options(page).subtracting(known) == [])
    #expect(try Repository.text("README.md").contains("](docs/command-line.md)"))
  }

  /// A filter that matches nothing runs nothing, and `swift test` says nothing about it.
  @Test(arguments: [("docs/testing.md", 20), ("docs/security.md", 10)])
  func theSuitesThatAreNamedExist(document: String, atLeast count: Int) throws {
    let folder = URL(fileURLWithPath: "\(Repository.path)/Tests")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    let names = Set(files.compactMap { ($0 as? URL)?.deletingPathExtension().lastPathComponent })
    let named = try Repository.text(document).matches(of: /[A-Za-z0-9]+Tests\b/).map { String($0.output) }
    #expect(named.count > count)
    #expect(Set(named).subtracting(names) == [])
  }

  @Test func theDefaultPortIsTheDocumentedOne() throws {
    let readme = try Repository.text("README.md")
    #expect(readme.contains("listening on http://127.0.0.1:8490"))
    let help = HelpText.entries(try Command.run(["serve", "--help"]).output)
    #expect(help.contains { $0.name.hasPrefix("--port") && $0.explanation.contains("8490") })
  }
}
