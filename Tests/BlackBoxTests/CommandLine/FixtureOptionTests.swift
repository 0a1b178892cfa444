import JSONText
import Testing

/// `--fixtures` and `--no-built-in-fixtures`, with the examples of docs/fixtures.md.
@Suite(.timeLimit(.minutes(5)))
struct FixtureOptionTests {
  static let exampleID = "3F00EA0000000001"

  /// The event and the order that docs/fixtures.md prints.
  static func examples() throws -> (event: String, order: String) {
    let blocks = try Repository.blocks(of: "json", in: "docs/fixtures.md")
    guard let event = blocks.first(where: { $0.contains("\"seating\"") }),
      let order = blocks.first(where: { $0.contains("\"orderNumber\"") })
    else { throw TestFailure("docs/fixtures.md has no examples") }
    return (event, order)
  }

  static func eventIDs(_ server: RunningServer) throws -> [String] {
    let answer = try server.partner().get("/partners/v1/events").expecting(200)
    return answer.json?["events"]?.elements.compactMap { $0["eventId"]?.string } ?? []
  }

  @Test func theDocumentedExamplesAreServedBesidesTheBuiltInOnes() throws {
    let (event, order) = try Self.examples()
    let folder = try TemporaryFolder()
    try folder.write(event, to: "events/example.json")
    try folder.write(order, to: "orders/example.json")
    let server = try RunningServer(["--fixtures", folder.path])
    let ids = try Self.eventIDs(server)
    #expect(ids.contains(Self.exampleID) && ids.contains(SampleEvent.documented))
    let sold = try server.partner().get("/partners/v1/orders", "order_number=39-20999/PHX").expecting(200)
    #expect(try sold.value("/tickets/0/barcode_id") == "121212121212")
  }

  @Test func withoutTheBuiltInOnesOnlyTheFolderIsServed() throws {
    let folder = try TemporaryFolder()
    try folder.write(try Self.examples().event, to: "example.json")
    let server = try RunningServer(["--fixtures", folder.path, "--no-built-in-fixtures"])
    #expect(try Self.eventIDs(server) == [Self.exampleID])
    let empty = try RunningServer(["--no-built-in-fixtures"])
    #expect(try Self.eventIDs(empty).isEmpty)
  }

  @Test func aLaterFolderReplacesAnEventOfTheSameID() throws {
    let event = try Self.examples().event
    let first = try TemporaryFolder()
    try first.write(event, to: "a.json")
    let second = try TemporaryFolder()
    try second.write(event.replacing("America/Phoenix", with: "America/Chicago"), to: "b.json")
    let server = try RunningServer(
      ["--no-built-in-fixtures", "--fixtures", first.path, "--fixtures", second.path])
    let answer = try server.partner().get("/partners/v1/events").expecting(200)
    #expect(answer.json?["events"]?.elements.count == 1)
    #expect(try answer.value("/events/0/timeZone") == "America/Chicago")
  }

  @Test func aMistakeIsShownWithFileLinePathExpectedAndFound() throws {
    let good = try Self.examples().event
    let marker = "\"first\": 1, \"last\": 27, \"step\": 2, \"sold\""
    #expect(good.contains(marker))
    let broken = good.replacing(marker, with: "\"first\": 1, \"last\": 27, \"step\": 3, \"sold\"")
    let line =
      1 + broken.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.contains("\"step\": 3") }.count
    let folder = try TemporaryFolder()
    try folder.write(broken, to: "x.json")
    let result = try Command.run(["--port", "0", "--fixtures", folder.path])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errorLines == [
        "willcall: \(folder.file("x.json")):\(line): /seating/0/rows/0/step: expected 1 or 2, found 3"
      ])
  }

  @Test func aMisspelledKeyIsShownWithTheOneThatWasMeant() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.examples().event.replacing("\"ticketLimit\"", with: "\"ticketLimt\""), to: "x.json")
    let result = try Command.run(["--port", "0", "--fixtures", folder.path])
    #expect(result.status == 2)
    #expect(result.errors.contains(": /ticketLimt: expected one of "))
    #expect(result.errors.hasSuffix("found unknown key \"ticketLimt\" (did you mean \"ticketLimit\"?)\n"))
  }

  @Test(arguments: [
    ("{", ":1: "), ("[]", "expected"), ("{\"id\": \"A\", \"id\": \"B\"}", "id"), ("", ":1: "),
    ("{\"id\": \"A\"}", "/code: expected an event code, found nothing"),
  ])
  func whatIsNoEventIsRefusedWithItsFile(text: String, says: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "broken.json")
    let result = try Command.run(["--port", "0", "--fixtures", folder.path])
    #expect(result.status == 2)
    let file = folder.file("broken.json")
    #expect(result.errors.hasPrefix("willcall: \(file):"))
    #expect(result.errorLines.dropFirst().allSatisfy { $0.hasPrefix("\(file):") }, "every line names the file")
    #expect(result.errorLines.first?.contains(says) == true)
  }
}
