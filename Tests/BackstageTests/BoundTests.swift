import BoxOffice
import Determinism
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Scenarios
import Testing

@testable import Backstage
@testable import Sandboxes

/// What the control API brings into a sandbox is bounded in bytes.
@Suite struct BoundTests {
  private static let long = String(repeating: "k", count: 201)

  @Test func aLongKeyMakesNoSandbox() throws {
    let stage = try Stage()
    for path in ["orders", "state", "clock", "requests"] {
      let answer = try stage.control(.get, path, key: Self.long)
      answer.expectError(400, path: "?apikey")
      #expect(try answer.string("/error/expected") == "1 to 200 characters")
      #expect(try answer.string("/error/found") == "201")
    }
    let byHeader = try stage.control(
      .get, "orders", key: .some(nil), headers: ["Host": "localhost:8490", "x-api-key": Self.long])
    byHeader.expectError(400, path: "?apikey")
    let listening = Listening()
    stage.backstage.stream(
      try Stage.request(.get, "/__willcall/stream?apikey=\(Self.long)", "", ["Host": "localhost:8490"]), on: listening)
    #expect(listening.response?.status == .badRequest)
    #expect(stage.directory.all.isEmpty)
  }

  @Test func aLongAddressArrangesNoOrder() throws {
    let stage = try Stage()
    func body(_ email: String) -> String {
      #"{"event":"\#(EventID.phoenix)","account":"1","email":"\#(email)"}"#
    }
    try stage.control(.post, "orders", body(Self.long)).expectError(422, path: "/email")
    #expect(try stage.control(.post, "orders", body(String(Self.long.dropFirst()))).status == 201)
  }

  /// Members of a state that are as long as what requests can bring, and no longer.
  @Test(arguments: [
    "email", "customerEmail", "thirdPartySource", "sourceAccount", "firstName", "lastName", "homePhone", "postalCode",
    "city", "line1",
    "account", "carrier", "serviceLevel", "deliveryDescription", "seatId", "portal", "issuer",
  ])
  func aStateHoldsNoLongTexts(name: String) throws {
    let good = try StateTests.livedIn().control(.get, "state").text
    // What is polled for comes before, and is a text of the service.
    let office = try #require(good.firstRange(of: "\"boxOffice\"")).lowerBound
    let found = try #require(good[office...].firstRange(of: try Regex("\"\(name)\":\"[^\"]*\"")), "\(name) in \(good)")
    let stage = try Stage()
    for (count, status) in [(200, 204), (201, 422)] {
      let text = "\"\(name)\":\"\(String(repeating: "7", count: count))\""
      let answer = try stage.control(.put, "state", good[..<found.lowerBound] + text + good[found.upperBound...])
      #expect(answer.status == status, "\(answer.text)")
      if status == 422 { #expect(try answer.string("/error/path").hasSuffix("/\(name)")) }
    }
  }

  @Test func aSeatHasNoLongName() throws {
    let good = try StateTests.livedIn().control(.get, "state").text
    let orders = try #require(good.firstRange(of: "\"orders\":[{")).upperBound
    let found = try #require(good[orders...].firstRange(of: "\"seat\":\"")).upperBound
    let zeros = String(repeating: "0", count: 201)
    try Stage().control(.put, "state", good[..<found] + zeros + good[found...])
      .expectError(422, path: "/boxOffice/orders/0/tickets/0/seat")
  }

  @Test func faultsAreBoundedInBytes() throws {
    let stage = try Stage()
    let text = String(repeating: "x", count: ScenarioEngine.faultByteLimit / 4)
    let fault =
      #"{"when":{"operation":"availability"},"then":{"respond":{"status":200,"body":"\#(text)"}}}"#
    var statuses: [Int] = []
    for _ in 1...4 { statuses.append(try stage.control(.post, "faults", fault).status) }
    #expect(statuses == [201, 201, 201, 409])
    let small = #"{"when":{"operation":"availability"},"then":{"error":"no-funds"}}"#
    #expect(try stage.control(.post, "faults", small).status == 201)
    // What is used up makes room, and is forgotten when that is too much in its turn.
    for round in 1...4 {
      while try stage.ask(.get, "/partners/v1/events/\(EventID.phoenix)/availability").text.contains("xxxx") {}
      #expect(try stage.control(.post, "faults", fault).status == 201, "round \(round)")
    }
    let weight = stage.sandbox.withState { $0.engine.faults.reduce(0) { $0 + $1.weight } }
    #expect(weight <= 2 * ScenarioEngine.faultByteLimit)
  }

  @Test func eventsThatWerePutAreBoundedInBytes() throws {
    let stage = try Stage()
    let half = JSONValue.parsed("\"\(String(repeating: "x", count: Sandbox.putEventByteLimit / 2))\"")
    func event(_ number: Int) throws -> Event {
      try Event.read(
        JSONValue.parsed(BundledCatalogue.event(id: "3F0000000000000\(number)", code: "E\(number)"))
      ) { _ in "MST7" }
    }
    let small = JSONValue.parsed("{}")
    _ = try stage.sandbox.put(event(1), from: half)
    #expect(throws: Sandbox.PutRefusal.tooLarge) { try stage.sandbox.put(event(2), from: half) }
    _ = try stage.sandbox.put(event(2), from: small)
    _ = try stage.sandbox.put(event(1), from: small)
    _ = try stage.sandbox.put(event(3), from: half)
  }

  @Test func answersToPollForAreBoundedInBytes() throws {
    func poll(_ size: Int) -> Poll {
      Poll(
        answer: HeldAnswer(status: .ok, contentType: HeldAnswer.json, body: [UInt8](repeating: 0x31, count: size)),
        cartID: nil, rounds: 1, wait: 0, readyAt: Stage.start, readyInRealTime: .now)
    }
    var table = PollTable()
    for _ in 1...100 { _ = table.add(poll(100_000), seed: 1) }
    #expect(table.weight <= PollTable.weightLimit)
    #expect(table.polls.count == PollTable.weightLimit / 100_300)
    #expect(table.order.count == table.polls.count)
    let large = table.add(poll(PollTable.weightLimit), seed: 1)
    #expect(table.order == [large], "the newest is there whatever its size")
    let next = table.add(poll(10), seed: 1)
    #expect(table.order == [next])
    #expect(table.weight == poll(10).weight)
    var writer = JSONWriter()
    table.export(into: &writer)
    let restored = try PollTable(restoring: JSONValue.parse(writer.bytes))
    #expect(restored.order == table.order && restored.weight == table.weight)
  }
}

extension JSONValue {
  /// A text that is known to be JSON.
  fileprivate static func parsed(_ text: String) -> JSONValue {
    guard let value = try? parse(Array(text.utf8)) else { preconditionFailure("no JSON") }
    return value
  }
}
