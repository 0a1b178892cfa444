import Foundation
import HTTPTypes
import LoopbackClient
import Testing

/// What the image sets, and deploy/compose.yaml, without containers.
@Suite(.timeLimit(.minutes(5)))
struct ContainerTests {
  /// The variables of the image; the port and the ready file are the test's, so that tests do not meet.
  private static func environment(_ folder: TemporaryFolder) throws -> [String: String] {
    let lines = try Repository.text("Dockerfile").matches(of: /^ENV ([A-Z_]+)=(.+)$/.anchorsMatchLineEndings())
    var variables = Dictionary(uniqueKeysWithValues: lines.map { (String($0.output.1), String($0.output.2)) })
    #expect(variables["WILLCALL_PORT"] == "8490")
    #expect(variables["WILLCALL_READY_FILE"] == "/run/willcall/ready")
    variables["WILLCALL_PORT"] = "0"
    variables["WILLCALL_READY_FILE"] = folder.file("ready")
    return variables
  }

  /// Options take the place of `CMD`, so nothing that makes the server reachable may stand there.
  @Test(arguments: [["serve"], ["--seed", "7"], ["serve", "--quiet"]])
  func optionsBehindTheImageLeaveItReachableAndHealthy(options: [String]) throws {
    let folder = try TemporaryFolder()
    let environment = try Self.environment(folder)
    #expect(try Repository.text("Dockerfile").contains("\nCMD [\"serve\"]\n"))
    let server = try RunningServer(options, takesAnyPort: false, environment: environment)
    #expect(server.output.hasPrefix("listening on http://0.0.0.0:\(server.port)\n"))
    let health = try Command.run(["health"], environment: environment)
    #expect(health.status == 0, "\(health.errors)")
    #expect(try server.stop() == 0)
  }

  @Test(arguments: [("willcall", 200), ("willcall.test", 403)])
  func theControlAPIIsCalledByTheNameOfTheService(host: String, status: Int) throws {
    let server = try RunningServer(
      ["serve"], takesAnyPort: false, environment: Self.environment(TemporaryFolder()))
    let fields = [("Host", "\(host):8490")]
    let target = "/__willcall/clock?apikey=k"
    #expect(try server.connect().request(.get, target, fields: fields).status == status)
    let outside = try RunningServer()
    #expect(try outside.connect().request(.get, target, fields: fields).status == 403)
    #expect(try outside.stop() == 0 && server.stop() == 0)
  }

  @Test func theCallsOfTheComposeFileWork() throws {
    let file = try Repository.text("deploy/compose.yaml")
    let options = try #require(file.firstMatch(of: /\.\.\n    command: (.+)/)).output.1
    let script = file.split(separator: "\n").filter { $0.hasPrefix("        curl ") }.joined(separator: "\n")
    let server = try RunningServer(
      options.split(separator: " ").map(String.init), takesAnyPort: false,
      environment: Self.environment(TemporaryFolder()))
    let curl = "curl() { command curl --connect-to willcall:8490:127.0.0.1:\(server.port) \"$@\"; }\n"
    let result = try Command.run("/usr/bin/env", ["bash", "-ec", curl + script])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("\"now\":\"2026-12-04T18:00:0"))
    #expect(script.split(separator: "\n").count == 3)
    #expect(try server.stop() == 0)
  }
}
