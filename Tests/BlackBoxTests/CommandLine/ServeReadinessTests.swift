import Foundation
import HTTPTypes
import JSONText
import LoopbackClient
import Testing

/// How `serve` says that it listens, and where.
@Suite(.timeLimit(.minutes(5)))
struct ServeReadinessTests {
  /// Where it listens, and where its page is.
  private static func lines(_ server: RunningServer, _ listening: [String], page: String = "localhost") -> String {
    (listening.map { "listening on \($0)\n" } + ["page: http://\(page):\(server.port)/\n"]).joined()
  }

  @Test func theReadyLinesAreAllThatStandardOutputHolds() throws {
    let server = try RunningServer()
    #expect(server.output == Self.lines(server, [server.url]))
    #expect(server.url == "http://127.0.0.1:\(server.port)")
    #expect(server.port != 0)
    #expect(try server.partner().get("/partners/v1/events").status == 200)
    #expect(try server.stop() == 0)
    #expect(server.output == Self.lines(server, [server.url]))
  }

  @Test(.enabled(if: LoopbackSix.isAvailable), arguments: [[], ["--host", "localhost"], ["--host", "127.0.0.1"]])
  func localhostIsBothOfItsAddressesUnlessOneIsNamed(options: [String]) throws {
    let server = try RunningServer(options)
    #expect(server.output == Self.lines(server, [server.url], page: options.last ?? "localhost"))
    let answer = { try HTTPConnection(host: "::1", port: server.port).request(.get, "/__willcall/health").status }
    if options.last == "127.0.0.1" {
      #expect(throws: ClientError.self) { try answer() }
    } else {
      #expect(try answer() == 200)
      let second = try Command.run(["--host", "::1", "--port", "\(server.port)"])
      #expect(second.status == 1 && second.errors.contains("[::1]:\(server.port)"))
    }
    #expect(try server.stop() == 0)
  }

  @Test func aServerOnEveryInterfaceSaysSoAndNamesAURLThatClientsCanUse() throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer(["--host", "0.0.0.0", "--ready-file", folder.file("ready")])
    #expect(server.output == Self.lines(server, ["http://0.0.0.0:\(server.port)"], page: "127.0.0.1"))
    let text = try String(contentsOfFile: folder.file("ready"), encoding: .utf8)
    #expect(text.hasPrefix("{\"url\":\"http://127.0.0.1:\(server.port)\","))
    #expect(try server.stop() == 0)
  }

  @Test func theSeedAndTheVersionAreLoggedOnStandardError() throws {
    let server = try RunningServer(["--seed", "7"])
    #expect(try server.stop() == 0)
    #expect(server.errors.hasPrefix("willcall: notice: started seed=7 version="))
    let quiet = try RunningServer(["--seed", "7", "--log-level", "error"])
    #expect(try quiet.stop() == 0)
    #expect(quiet.errors.isEmpty)
  }

  @Test func serveIsTheDefaultCommand() throws {
    let server = try RunningServer(["--port", "0"], takesAnyPort: false)
    #expect(try server.partner().get("/partners/v1/events").status == 200)
    #expect(try server.stop() == 0)
  }

  @Test func aUnixSocketHasAReadyLineOfItsOwnAndGoesAtTheStop() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s")
    let server = try RunningServer(["--unix", path], listeners: 2)
    #expect(server.output == Self.lines(server, [server.url, "http+unix:\(path)"]))
    let overUnix = Partner(try HTTPConnection(unixPath: path), key: "k")
    #expect(try overUnix.get("/partners/v1/events").status == 200)
    #expect(try server.stop() == 0)
    #expect(!folder.has("s"))
  }

  @Test func aSocketFileOfADeadServerIsReplacedButNoOtherFile() throws {
    let folder = try TemporaryFolder()
    do {
      let killed = try RunningServer(["--unix", folder.file("s")], listeners: 2)
      #expect(try killed.stop(SIGKILL) == -SIGKILL)
      #expect(folder.has("s"))
    }
    let server = try RunningServer(["--unix", folder.file("s")], listeners: 2)
    #expect(try server.stop() == 0)

    try folder.write("mine", to: "file")
    let refused = try Command.run(["--port", "0", "--unix", folder.file("file")])
    #expect(refused.status == 1)
    #expect(try String(contentsOfFile: folder.file("file"), encoding: .utf8) == "mine")
  }

  @Test func theReadyFileNamesTheServerAndGoesAtTheStop() throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer(["--ready-file", folder.file("ready")])
    let text = try String(contentsOfFile: folder.file("ready"), encoding: .utf8)
    #expect(text == "{\"url\":\"\(server.url)\",\"port\":\(server.port),\"pid\":\(server.processID)}\n")
    #expect(try folder.names() == ["ready"])
    #expect(try server.stop() == 0)
    #expect(try folder.names().isEmpty)
  }

  @Test func aReadyFileThatIsNoRegularFileIsWrittenToAndStays() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.file("ready")
    try #require(mkfifo(pipe, 0o600) == 0)
    // Nobody waits to read, for the server does not wait to write.
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    try #require(reader >= 0)
    defer { close(reader) }
    let server = try RunningServer(["--ready-file", pipe])
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(reader, &bytes, bytes.count)
    let text = String(decoding: bytes[..<max(0, count)], as: UTF8.self)
    #expect(text == "{\"url\":\"\(server.url)\",\"port\":\(server.port),\"pid\":\(server.processID)}\n")
    #expect(try server.stop() == 0)
    #expect(try folder.names() == ["ready"])
  }

  @Test func aFIFOThatNobodyReadsIsAFailure() throws {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder.file("ready"), 0o600) == 0)
    let result = try Command.run(["--port", "0", "--ready-file", folder.file("ready")])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(try folder.names() == ["ready"])
  }

  @Test func aLinkUnderTheNameOfTheReadyFileIsReplacedAndNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "target")
    try #require(symlink(folder.file("target"), folder.file("ready")) == 0)
    let server = try RunningServer(["--ready-file", folder.file("ready")])
    #expect(try String(contentsOfFile: folder.file("target"), encoding: .utf8) == "mine")
    #expect(try server.stop() == 0)
    #expect(try folder.names() == ["target"])
  }

  @Test func aFileThatTookThePlaceOfTheReadyFileStays() throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer(["--ready-file", folder.file("ready")])
    try folder.write("another's", to: "other")
    try #require(rename(folder.file("other"), folder.file("ready")) == 0)
    #expect(try server.stop() == 0)
    #expect(try String(contentsOfFile: folder.file("ready"), encoding: .utf8) == "another's")
  }

  /// Nobody writes to the FIFO: whoever opened it to read would wait for ever.
  @Test(arguments: ["--scenario", "--fixtures", "--scenarios-dir"])
  func aFIFOIsNoFileToRead(option: String) throws {
    let folder = try TemporaryFolder()
    let pipe = folder.file("pipe.json")
    try #require(mkfifo(pipe, 0o600) == 0)
    let result = try Command.run(["--port", "0", option, option == "--scenario" ? pipe : folder.path])
    #expect(result.status == 2)
    #expect(result.errors.contains("pipe.json") && result.errors.contains("not a regular file"), "\(result.errors)")
  }

  #if os(Linux)
    /// `/dev/full` is a disk without room.
    @Test(arguments: ["--help", "--version", "openapi", "fidelity", "scenario list", "scenario schema", "serve --help"])
    func whatCannotBePrintedIsAFailure(words: String) throws {
      let result = try Command.run("/usr/bin/env", ["sh", "-c", "exec \(Binary.path) \(words) >/dev/full"])
      #expect(result.status == 1)
      #expect(result.errors.contains("cannot write to standard output"), "\(result.errors)")
    }
  #endif

  @Test func aReadyFileThatCannotBeWrittenIsAFailure() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(["--port", "0", "--ready-file", folder.file("no/such/ready")])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.last?.contains("cannot write the ready file \(folder.file("no/such/ready"))") == true)
  }

  @Test func aPortInUseIsAFailureInOneLine() throws {
    let server = try RunningServer()
    let second = try Command.run(["--port", "\(server.port)"])
    #expect(second.status == 1)
    #expect(second.output.isEmpty)
    #expect(second.errorLines.count == 1)
    #expect(second.errors.contains("\(server.port)") && second.errors.contains("in use"))
    #expect(second.errors.contains("another WillCall (0.1.0) is listening there"))
    #expect(second.errors.contains("--port 0 picks a free port"))
  }

  @Test func aScenarioAboutAnEventThatIsNotThereIsWarnedOf() throws {
    let folder = try TemporaryFolder()
    let rule = #"{"name":"r","when":{"operation":"cart.reserve","event":"3F00NONE"},"then":{"error":"niterun"}}"#
    try folder.write(#"{"name":"warned","rules":[\#(rule)]}"#, to: "warned.json")
    let server = try RunningServer(["--scenario", folder.file("warned.json")])
    let isWarned = server.waitForErrors(10) {
      $0.contains("the scenario warned names event 3F00NONE, which does not exist")
    }
    #expect(isWarned)
  }

  /// One that is only there to be chosen later is looked at too; the bundled ones are not.
  @Test func aScenarioOfAFolderIsWarnedOfToo() throws {
    let folder = try TemporaryFolder()
    let rule = #"{"name":"r","when":{"operation":"cart.reserve","event":"3F00NONE"},"then":{"error":"niterun"}}"#
    try folder.write(#"{"name":"shelved","rules":[\#(rule)]}"#, to: "shelved.json")
    let warned = try Command.run(["exec", "--scenarios-dir", folder.path, "--", "true"])
    #expect(warned.status == 0)
    #expect(warned.errors.contains("the scenario shelved names event 3F00NONE, which does not exist"))
    // The bundled scenarios name bundled events, and these are not there.
    let silent = try Command.run(["exec", "--no-built-in-fixtures", "--", "true"])
    #expect(silent.status == 0 && !silent.errors.contains("names event"), "\(silent.errors)")
  }

  @Test func theEnvironmentNamesThePortUnlessAnOptionDoes() throws {
    let server = try RunningServer(["serve"], takesAnyPort: false, environment: ["WILLCALL_PORT": "0"])
    let taken = ["WILLCALL_PORT": "\(server.port)"]
    let second = try Command.run([], environment: taken)
    #expect(second.status == 1)
    #expect(second.errors.contains("\(server.port)"))
    #expect(try Command.run(["health"], environment: taken).status == 0)
    let third = try RunningServer(environment: taken)
    #expect(third.port != server.port)
  }

  @Test func aPublicURLReplacesTheBaseOfLinks() throws {
    let server = try RunningServer(["--public-url", "https://tickets.example/"])
    let bought = try server.partner().buy(SampleEvent.documented, SampleEvent.documentedSeat)
    #expect(try bought[3].value("/redemption_url").hasPrefix("https://tickets.example/redeem?"))

    let plain = try RunningServer()
    let other = try plain.partner().buy(SampleEvent.documented, SampleEvent.documentedSeat)
    #expect(try other[3].value("/redemption_url").hasPrefix("\(plain.url)/redeem?"))
  }

  @Test func withoutHintsOnlyTheHintsAreMissing() throws {
    let names = ["X-Willcall-Diagnosis", "X-Willcall-Fidelity"]
    let with = try RunningServer().partner().get("/partners/v1/events/nope/availability")
    #expect(with.status == 404)
    for name in names { #expect(with.response[name]?.isEmpty == false) }
    let without = try RunningServer(["--no-hints"]).partner().get("/partners/v1/events/nope/availability")
    #expect(without.text == with.text)
    #expect(without.response.fields.map(\.name) == with.response.fields.map(\.name).filter { !names.contains($0) })
  }

  @Test func onlyListedKeysAreServed() throws {
    let server = try RunningServer(["--api-key", "one", "--api-key", "two"])
    for key in ["one", "two"] {
      #expect(try server.partner(key).get("/partners/v1/events").status == 200)
    }
    let refused = try server.partner("three").get("/partners/v1/events")
    #expect(refused.status == 401)
    #expect(try refused.value("/fault/detail/errorcode") == "oauth.v2.InvalidApiKey")
  }
}
