import Foundation
import HTTPTypes
import LoopbackClient
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What can go wrong around a server, each thing made to happen.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct FailureDrillTests {
  // MARK: At the start

  @Test(arguments: ["no/such/ready", "folder", "file/ready"])
  func readyFileThatCannotBeWrittenLeavesNothingListening(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "file")
    try folder.write("mine", to: "folder/file")
    let names = try folder.names()
    let result = try Command.run(["--port", "0", "--unix", folder.file("s"), "--ready-file", folder.file(name)])
    #expect(result.status == 1)
    #expect(result.output.isEmpty, "nobody is told that it listens")
    let complaints = result.errorLines.filter { $0.contains("cannot write the ready file \(folder.file(name))") }
    #expect(complaints.count == 1 && result.errorLines.last == complaints.first, "\(result.errors)")
    #expect(try folder.names() == names, "neither a socket file nor a draft stays")
  }

  @Test func portThatIsTakenEndsExecBeforeItsCommand() throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer()
    let result = try Command.run(["exec", "--port", "\(server.port)", "--", "touch", folder.file("ran")])
    #expect(result.status == 1)
    #expect(result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.contains("\(server.port)") && result.errors.contains("in use"))
    #expect(try folder.names().isEmpty)
    #expect(try server.partner().get("/partners/v1/events").status == 200, "the first is not disturbed")
  }

  // MARK: While it runs

  #if os(Linux)
    /// The processor time of a process in clock ticks, a hundred of them a second.
    private static func ticks(_ process: Int32) throws -> Int {
      let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      // The name, in parentheses, may hold anything.
      let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
      guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else {
        throw TestFailure("cannot read \(text)")
      }
      return user + system
    }

    /// How many sockets a process has open.
    private static func sockets(_ process: Int32) throws -> Int {
      let folder = "/proc/\(process)/fd"
      let targets = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
      }
      return targets.count { $0.hasPrefix("socket:") }
    }

    @Test func serverThatRunsOutOfDescriptorsWaitsAndRecovers() throws {
      let server = try RunningServer(descriptorLimit: 48)
      #expect(server.waitForErrors { $0.contains("fewer file descriptors than the server allows connections") })
      let own = try Self.sockets(server.processID)
      let connections = try (0..<64).map { _ in try server.connect() }
      for connection in connections { try connection.sendRequest(.get, "/partners/v1/events?apikey=k") }
      func attempts(_ text: String) -> Int { text.ranges(of: "cannot accept connections for now").count }
      #expect(server.waitForErrors { attempts($0) >= 1 })
      // In the order in which they came. Their answers are work, and none of what is measured.
      let served = try Self.sockets(server.processID) - own
      #expect((1..<48).contains(served))
      for connection in connections.prefix(served) { #expect(try connection.readResponse().status == 200) }
      let before = try Self.ticks(server.processID)
      // Told once, however long it lasts; and a server that spins would have used as much of this time as it was given.
      #expect(!server.waitForErrors(1.5) { attempts($0) > 1 })
      #expect(try Self.ticks(server.processID) - before < 15)

      // Those who were served make room for those who wait.
      for connection in connections.prefix(served) { connection.close() }
      for connection in connections.dropFirst(served) {
        #expect(try connection.readResponse().status == 200)
        connection.close()
      }
      #expect(server.waitForErrors { $0.contains("can accept connections again") })
      #expect(attempts(server.errors) == 1)
      // Each try is a tenth of a second after the one before.
      let end = try #require(server.errors.firstMatch(of: #/again failures=(\d+) seconds=(\d+)/#))
      let (failures, seconds) = (try #require(Int(end.output.1)), try #require(Int(end.output.2)))
      #expect(failures >= 10 && failures <= (seconds + 1) * 10 + 2)
      #expect(try server.partner().get("/partners/v1/events").status == 200)
      #expect(try server.stop() == 0)
    }

    @Test(arguments: [4, 8, 16])
    func serverThatHasNoDescriptorsToBeginWithSaysSo(limit: Int) throws {
      let script = "ulimit -n \(limit) && exec \"$0\" \"$@\""
      for command in ["serve", "walkthrough", "exec"] {
        let arguments = command == "exec" ? [command, "true"] : [command]
        let result = try Command.run("/bin/sh", ["-c", script, Binary.path] + arguments)
        #expect(result.status == 1)
        #expect(result.output.isEmpty && result.errorLines.count == 1)
        #expect(result.errors.contains("file descriptors") && result.errors.contains("ulimit -n"))
      }
    }
  #endif

  @Test func folderOfScenariosThatDisappearsChangesNothingUntilItIsBack() throws {
    let folder = try TemporaryFolder()
    func scenario(_ error: String) -> String {
      """
      {"name": "mine", "rules": [{"name": "r", "when": {"operation": "availability"}, "then": {"error": "\(error)"}}]}
      """
    }
    try folder.write(scenario("niterun"), to: "scenarios/mine.json")
    let server = try RunningServer(["--scenarios-dir", folder.file("scenarios"), "--scenario", "mine"])
    let path = "/partners/v1/events/\(SampleEvent.documented)/availability"
    let partner = try server.partner()
    #expect(try partner.get(path).errorCode == "20001")
    try FileManager.default.removeItem(atPath: folder.file("scenarios"))
    #expect(server.waitForErrors { $0.contains("a scenario folder is gone") })
    #expect(try partner.get(path).errorCode == "20001")
    #expect(try server.partner("another").get(path).errorCode == "20001", "new sandboxes too")
    #expect(try partner.put("/__willcall/scenarios", body: #"{"active":["mine"]}"#).status == 200, "it can be named")

    try folder.write(scenario("no-inventory"), to: "scenarios/mine.json")
    #expect(server.waitForErrors { $0.contains("a scenario folder is back") })
    #expect(server.waitForErrors { $0.contains("reloaded a changed scenario") })
    #expect(try server.partner("third").get(path).errorCode == "20052")
    #expect(try server.stop() == 0)
  }

  @Test(arguments: [false, true])
  func stateThatIsCutOffOnTheWayChangesNothing(byReset: Bool) throws {
    let server = try RunningServer(["--seed", "7", "--clock-rate", "0"])
    let partner = try server.partner()
    _ = try partner.buy(SampleEvent.documented, SampleEvent.documentedSeat)
    let document = try partner.get("/__willcall/state").text
    let other = try server.partner("other")
    _ = try other.get("/partners/v1/events/\(SampleEvent.documented)/availability")
    let before = try other.get("/__willcall/state").text
    for part in [1, document.utf8.count / 2, document.utf8.count - 1] {
      let connection = try server.connect()
      try connection.send(
        "PUT /__willcall/state?apikey=other HTTP/1.1\r\nHost: localhost\r\n"
          + "Content-Length: \(document.utf8.count)\r\n\r\n")
      try connection.send(Array(document.utf8.prefix(part)))
      if byReset {
        connection.reset()
      } else {
        connection.shutdownWriting()
        #expect(try connection.readResponse().status == 400)
      }
      #expect(try other.get("/__willcall/state").text == before, "\(part) bytes")
    }
    #expect(try other.put("/__willcall/state", body: document).status == 204)
    #expect(try other.get("/__willcall/state").text == document)
  }

  // MARK: At the end

  @Test func underLoadEveryAnswerIsWholeAtTheEnd() throws {
    let server = try RunningServer()
    let served = Atomic(0)
    let hasStopped = Atomic(false)
    let keys = (0..<6).map { "k\($0)" }
    let (endpoint, process) = (server.endpoint, server.processID)
    let statuses = try Crowd.run(keys.count + 1) { number -> [Int: Int] in
      guard number < keys.count else {
        while served.load(ordering: .relaxed) < 200 { _ = try? HTTPConnection(to: endpoint) }
        hasStopped.store(true, ordering: .relaxed)
        kill(process, SIGTERM)
        return [:]
      }
      var statuses: [Int: Int] = [:]
      do throws(ClientError) {
        let connection = try HTTPConnection(to: endpoint, timeout: .seconds(30))
        let path = "/partners/v1/events/\(SampleEvent.documented)/cart?apikey=\(keys[number])"
        while true {
          let answer = try connection.request(
            .post, path, body: Array(#"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#.utf8))
          statuses[answer.status, default: 0] += 1
          served.add(1, ordering: .relaxed)
          if answer.status == 200, answer.text.suffix(1) != "}" { throw .badResponse("cut short: \(answer.text)") }
        }
      } catch {
        // Between two answers the connection may end: that is what stopping means. Within one it may not.
        if case .closedEarly(let count) = error, count > 0 { throw error }
        if case .badResponse = error { throw error }
        guard hasStopped.load(ordering: .relaxed) else { throw error }
      }
      return statuses
    }
    #expect(try server.wait() == 0)
    let all = statuses.reduce(into: [:]) { sum, some in sum.merge(some) { $0 + $1 } }
    #expect(all.keys.allSatisfy { [200, 400, 503].contains($0) }, "\(all)")
    #expect(all[200, default: 0] > 0)
  }
}
