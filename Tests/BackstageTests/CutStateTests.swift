import HTTPTypes
import JSONText
import Testing

/// A document of `PUT state` that is cut in the middle, or comes apart.
@Suite struct CutStateTests {
  private static let steps = 400

  @Test func documentThatIsCutAnywhereChangesNothing() throws {
    let good = Array(try StateTests.livedIn().control(.get, "state").text.utf8)
    let stage = try Stage(seed: 7)
    try stage.hold(EventID.phoenix)
    #expect(try stage.buy(EventID.limitFour).status == 200)
    let before = try stage.control(.get, "state").text
    // Its whole length in steps, and both ends byte by byte.
    let lengths = Set(stride(from: 0, to: good.count, by: max(1, good.count / Self.steps)))
      .union(0..<64).union((good.count - 64)..<good.count)
    var allowed: [Int] = []
    for length in lengths.sorted() {
      let text = String(decoding: good.prefix(length), as: UTF8.self)
      let answer = try stage.control(.put, "state", text)
      if answer.status != 400 { allowed.append(length) }
      if length % 16 == 0 { #expect(try stage.control(.get, "state").text == before, "after \(length) bytes") }
    }
    #expect(allowed == [], "lengths of \(good.count) that were not refused")
    #expect(lengths.count > Self.steps)
    #expect(try stage.control(.get, "state").text == before)
    #expect(try stage.control(.put, "state", String(decoding: good, as: UTF8.self)).status == 204, "the whole of it")
    #expect(try stage.control(.get, "state").text != before)
  }

  /// What older versions did not export.
  private static let younger = ["admissions", "ledger"]

  /// A document of which a whole member is missing is JSON, and still refused; unless older versions had no such member.
  @Test func documentThatLacksAMemberChangesNothing() throws {
    let good = try StateTests.livedIn().control(.get, "state").text
    let root = try JSONValue.parse(Array(good.utf8))
    let stage = try Stage(seed: 7)
    try stage.hold(EventID.phoenix)
    let before = try stage.control(.get, "state").text
    for (pointer, container) in [("", root), ("/boxOffice", try #require(root["boxOffice"]))] {
      for (key, _) in container.members where !Self.younger.contains(key) {
        let members = container.members.filter { $0.key != key }
        let cut = "{" + members.map { "\"\($0.key)\":\($0.value.text)" }.joined(separator: ",") + "}"
        let document = pointer.isEmpty ? cut : good.replacing(container.text, with: cut)
        let answer = try stage.control(.put, "state", document)
        answer.expectError(422, path: "\(pointer)/\(key)")
        #expect(try stage.control(.get, "state").text == before, "without \(pointer)/\(key)")
      }
    }
  }

  /// Exports of versions before the gate and the ledger are taken: nobody has entered, and no rule was broken.
  @Test func documentOfAnOlderVersionIsTaken() throws {
    let stage = try StateTests.livedIn()
    let scan = #"{"payload": "0118856698865396", "at": "2026-12-01T18:00:00Z"}"#
    _ = try stage.control(.post, "gate/scan", scan)
    let good = try stage.control(.get, "state").text
    let root = try JSONValue.parse(Array(good.utf8))
    let members = root.members.filter { !Self.younger.contains($0.key) }
    let older = ("{" + members.map { "\"\($0.key)\":\($0.value.text)" }.joined(separator: ",") + "}")
      .replacing(/,"issued":\[[^\]]*\]/, with: "")
    #expect(older.count < good.count - 100)
    let copy = try Stage()
    let answer = try copy.control(.put, "state", older)
    #expect(answer.status == 204, "\(answer.text)")
    let taken = try copy.control(.get, "state")
    #expect(try taken.elements("/admissions").isEmpty)
    #expect(try taken.integer("/ledger/calls") == 0)
    #expect(
      try taken.integer("/issues/pairs/0/count")
        == JSONValue.parse(Array(good.utf8)).value(at: "/issues/pairs/0/count")?.integer.map(Int.init))
    #expect(try Stage().control(.put, "state", taken.text).status == 204, "its own export is taken")
    let token = try stage.control(.get, "orders").elements("/orders").last?["order_token"]?.string
    #expect(try copy.open(#require(token), device: "one").status == 200)
    #expect(try Stage().control(.put, "state", copy.control(.get, "state").text).status == 204, "and after a token too")
  }

  @Test func ledgerOfOtherRulesIsRefusedWithWords() throws {
    let good = try StateTests.livedIn().control(.get, "state").text
    let other = good.replacing(/"ledger":\{"version":[0-9]+/, with: #""ledger":{"version":0"#)
    let answer = try Stage().control(.put, "state", other)
    answer.expectError(422, path: "/ledger/version", found: "0")
    #expect(try answer.string("/error/expected").hasSuffix("of the rules; without \"ledger\", a new ledger begins"))
  }
}
