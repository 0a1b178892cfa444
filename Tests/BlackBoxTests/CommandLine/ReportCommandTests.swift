import JSONText
import Testing

/// `willcall report`: what a running server says of its clients.
@Suite(.timeLimit(.minutes(5)))
struct ReportCommandTests {
  /// A server at which `good` did nothing wrong and `bad` broke `user-id-matches`.
  private func server(_ arguments: [String] = []) throws -> RunningServer {
    let server = try RunningServer(arguments)
    _ = try server.partner("good").availability(SampleEvent.documented).expecting(200)
    _ = try server.partner("bad").post(
      "/marketplace/v1/securerender",
      body: """
        {"deviceId":"d-1","deviceType":"WEB","deviceOs":"OTHER","tickets":[{"eventId":"3F005237E5CB39EA","section":"G",
        "row":"17","seat":"1","barcode":"964537283421"}]}
        """)
    return server
  }

  @Test func theReportIsPrintedInEveryForm() throws {
    let url = try server()
    let starts = [
      ("text", "Not ready\n"), ("json", "{\"version\":1,"), ("junit", "<?xml"), ("html", "<!doctype html>"),
      ("github", "::error title=violation user-id-matches::"), ("markdown", "## WillCall: not ready"),
    ]
    for (format, start) in starts {
      let result = try Command.run(["report", "--url", url.url, "--format", format])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.isEmpty)
      #expect(result.output.lowercased().hasPrefix(start.lowercased()), "\(result.output.prefix(80))")
      #expect(result.output.hasSuffix("\n") && !result.output.hasSuffix("\n\n"))
      #expect(!result.output.contains("\u{1B}"))
    }
    let plain = try Command.run(["report"], environment: ["WILLCALL_URL": url.url + "/"])
    #expect(plain.output.hasPrefix("Not ready\n"))
    #expect(plain.output.contains("'\(url.url)/marketplace/v1/securerender?apikey="))
  }

  @Test(
    arguments: [
      (["--strict"], 88), (["--strict=warnings"], 88), ([], 0), (["--strict", "--key", "good"], 0),
      (["--strict", "--key", "bad"], 88), (["--strict", "--format", "junit"], 88),
    ] as [([String], Int32)])
  func theVerdictIsTheStatus(options: [String], status: Int32) throws {
    let server = try server()
    #expect(try Command.run(["report", "--url", server.url] + options).status == status)
  }

  @Test func itIsWrittenToAFile() throws {
    let server = try server()
    let folder = try TemporaryFolder()
    let written = try Command.run(
      ["report", "--url", server.url, "--strict", "--output", folder.file("willcall.xml")])
    #expect(written.status == 88)
    #expect(written.output.isEmpty)
    #expect(try folder.text("willcall.xml").contains("<failure"))
    let named = try Command.run(
      ["report", "--url", server.url, "--format", "json", "--output", folder.file("report")])
    #expect(named.status == 0)
    let json = try JSONValue.parse(Array(folder.text("report").utf8))
    #expect(json["verdict"]?.string == "not ready")
    let failed = try Command.run(["report", "--url", server.url, "--output", "/no/such/folder/r.txt"])
    #expect(failed.status == 1)
  }

  @Test func theControlTokenIsSent() throws {
    let server = try server(["--control-token", "secret"])
    let refused = try Command.run(["report", "--url", server.url])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--control-token"))
    let options = ["report", "--url", server.url]
    #expect(try Command.run(options + ["--control-token", "secret"]).status == 0)
    #expect(try Command.run(options, environment: ["WILLCALL_CONTROL_TOKEN": "secret"]).status == 0)
  }

  @Test(
    arguments: [
      (["--url", "http://127.0.0.1:1"], 1, "127.0.0.1:1"), (["--url", "ftp://here"], 2, "ftp://here"),
      (["--format", "pdf"], 2, "json, text, junit, html, github or markdown"), (["--output", "r.pdf"], 2, "r.pdf"),
      (["--strict=all"], 2, "all"), (["now"], 2, "now"),
    ] as [([String], Int32, String)])
  func otherwiseOneLineSaysWhatIsWrong(arguments: [String], status: Int32, named: String) throws {
    let result = try Command.run(["report"] + arguments)
    #expect(result.status == status)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(named), "\(result.errors)")
  }
}
