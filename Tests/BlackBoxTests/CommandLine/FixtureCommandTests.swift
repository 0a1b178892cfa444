import Foundation
import Testing

/// `willcall fixture`.
@Suite(.timeLimit(.minutes(5)))
struct FixtureCommandTests {
  private static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(Repository.path)/\(folder)").sorted()
      .map { "\(Repository.path)/\(folder)/\($0)" }
  }

  @Test func theBundledFilesAreValid() throws {
    let files = try Self.files(in: "Fixtures/events") + Self.files(in: "Fixtures/orders")
    let result = try Command.run(["fixture", "validate"] + files)
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.outputLines.count == files.count)
    #expect(result.outputLines.first == "\(files[0]): event 000051048D991EE7 is valid")
    #expect(result.outputLines.last?.hasSuffix("39-21316-PHX.json: order 39-21316/PHX is valid") == true)
  }

  @Test func eachFaultIsALineWithItsPlace() throws {
    let folder = try TemporaryFolder()
    let good = try Repository.text("Fixtures/events/3F005105D843DFA3.json")
    try folder.write(good, to: "good.json")
    try folder.write(good.replacing("\"ticketLimit\": 8", with: "\"ticketLimit\": -8"), to: "bad.json")
    try folder.write("{\n", to: "orders/worse.json")
    let files = ["bad.json", "good.json", "orders/worse.json"].map(folder.file)
    let result = try Command.run(["fixture", "validate"] + files)
    #expect(result.status == 2)
    #expect(result.outputLines == ["\(files[1]): event 3F005105D843DFA3 is valid"])
    let line =
      good.prefix(upTo: try #require(good.range(of: "\"ticketLimit\"")).lowerBound).filter { $0 == "\n" }.count + 1
    let expected = "\(files[0]):\(line): /ticketLimit: expected a whole number from 0 to 200000, found -8"
    #expect(result.errorLines.first == expected)
    #expect(result.errorLines.last?.hasPrefix("\(files[2]):2: expected ") == true)
    #expect(result.errorLines.count == 2)
  }

  /// All faults of all files are told, at most twenty of each.
  @Test func everyFaultOfAFileIsALine() throws {
    let folder = try TemporaryFolder()
    let good = try Repository.text("Fixtures/events/3F005105D843DFA3.json")
    let bad = good.replacing("\"ticketLimit\": 8", with: "\"ticketLimit\": -8, \"captcha\": 1")
      .replacing("\"rows\": [\"", with: "\"rows\": [1, \"")
    try folder.write(bad, to: "bad.json")
    try folder.write(#"{"orderNumber": "1", "tickets": [{}]}"#, to: "orders/worse.json")
    let result = try Command.run(["fixture", "validate", folder.file("bad.json"), folder.file("orders/worse.json")])
    #expect(result.status == 2)
    let lines = result.errorLines
    let words = [
      ": /ticketLimit: ", ": /captcha: ", ": /seating/0/rows/0/rows/0: ", ": /tickets/0/barcode: ", ": /orderToken: ",
    ]
    for word in words { #expect(lines.count { $0.contains(word) } == 1, "\(word) in \(lines)") }
    #expect(lines.count { $0.contains("bad.json:") } <= 21)
  }

  /// What a file is, its folder says, from wherever it is looked at.
  @Test func anOrderIsWhatLiesInAFolderOfOrders() throws {
    let folder = "\(Repository.path)/Fixtures/orders"
    let line = "cd \"$1\" && \"$0\" fixture validate 39-20804-PHX.json"
    let result = try Command.run("/bin/sh", ["-c", line, Binary.path, folder])
    #expect(result.output == "39-20804-PHX.json: order 39-20804/PHX is valid\n")
  }

  @Test func theSchemaIsTheFile() throws {
    #expect(try Command.run(["fixture", "schema"]).output == Repository.text("Fixtures/schema.json"))
  }

  /// A file may name the schema, and the schema may lie beside it.
  @Test func theSchemaMayLieAmongFixtures() throws {
    let folder = try TemporaryFolder()
    let event = try Repository.text("Fixtures/events/3F005105D843DFA3.json")
    try folder.write("{ \"$schema\": \"./schema.json\"," + event.dropFirst(), to: "event.json")
    try folder.write(try Repository.text("Fixtures/schema.json"), to: "schema.json")
    #expect(try Command.run(["fixture", "validate", folder.file("event.json")]).status == 0)
    let server = try RunningServer(["--no-built-in-fixtures", "--fixtures", folder.path])
    #expect(try FixtureOptionTests.eventIDs(server) == ["3F005105D843DFA3"])
  }
}
