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

  /// A document of which a whole member is missing is JSON, and still refused.
  @Test func documentThatLacksAMemberChangesNothing() throws {
    let good = try StateTests.livedIn().control(.get, "state").text
    let root = try JSONValue.parse(Array(good.utf8))
    let stage = try Stage(seed: 7)
    try stage.hold(EventID.phoenix)
    let before = try stage.control(.get, "state").text
    for (pointer, container) in [("", root), ("/boxOffice", try #require(root["boxOffice"]))] {
      for (key, _) in container.members {
        let members = container.members.filter { $0.key != key }
        let cut = "{" + members.map { "\"\($0.key)\":\($0.value.text)" }.joined(separator: ",") + "}"
        let document = pointer.isEmpty ? cut : good.replacing(container.text, with: cut)
        let answer = try stage.control(.put, "state", document)
        #expect(answer.status == 422, "without \(pointer)/\(key): \(answer.text)")
        #expect(try stage.control(.get, "state").text == before, "without \(pointer)/\(key)")
      }
    }
  }
}
