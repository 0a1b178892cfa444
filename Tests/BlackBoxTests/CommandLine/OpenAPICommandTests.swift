import Testing

/// `willcall openapi`, and the command that makes `docs/fidelity.md`.
@Suite(.timeLimit(.minutes(5)))
struct OpenAPICommandTests {
  @Test func itPrintsWhatTheServerServes() throws {
    let server = try RunningServer()
    let served = try server.partner().get("/__willcall/openapi.json")
    let printed = try Command.run(["openapi", "--url", server.url])
    #expect(printed.status == 0)
    #expect(printed.errors.isEmpty)
    #expect(printed.output == served.text + "\n")
    #expect(printed.output.hasPrefix(#"{"openapi":"3.1.0","#))
  }

  @Test func itPrintsTheControlAPIsDocumentThatTheServerServes() throws {
    let server = try RunningServer()
    let served = try server.partner().get("/__willcall/control-openapi.json")
    let printed = try Command.run(["openapi", "--control", "--url", server.url])
    #expect(printed.status == 0)
    #expect(printed.output == served.text + "\n")
    #expect(printed.output.contains(#""/__willcall/clock""#))
  }

  @Test func withoutAServerItNamesTheUsualOne() throws {
    #expect(try Command.run(["openapi"]).output.contains(#""servers":[{"url":"http://localhost:8490"}]"#))
  }

  @Test func fidelityTableIsTheRepositorys() throws {
    #expect(try Command.run(["fidelity"]).output == Repository.text("docs/fidelity.md"))
  }
}
