import Determinism
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import Testing

@testable import Sandboxes

/// Requests that come again are referred to, not copied; what comes out is the same.
@Suite struct RequestSamplesTests {
  /// A parser that has read each of the texts before, and so knows it.
  private static func requests(_ texts: [String]) -> [Request] {
    var parser = RequestParser()
    var found: [Request] = []
    for text in texts + texts + texts {
      var bytes = Array(text.utf8)
      bytes.withUnsafeMutableBufferPointer { parser.received(UnsafeBufferPointer($0)) }
      while case .request(let request, _)? = parser.next() { found.append(request) }
    }
    return found.suffix(texts.count)
  }

  private static func post(_ body: String, to target: String = "/") -> String {
    "POST \(target) HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  private static func facts(_ number: Int, length: Int? = nil) -> JournalFacts {
    JournalFacts(
      number: UInt64(number), time: Instant(millisecondsSinceEpoch: 0), operation: nil, outcome: .answered,
      statusCode: 200, longRequest: length, longResponse: nil, nanoseconds: 0, fidelity: .documented, event: nil,
      account: nil, scenario: nil, diagnosis: nil)
  }

  private static func record(_ request: Request, _ number: Int, in journal: Journal, length: Int? = nil) {
    var (request, response, facts) = (request, Response(text: "\(number)"), facts(number, length: length))
    journal.record(&facts, &request, &response)
  }

  private static func shown(_ journal: Journal) -> [String] {
    journal.entries.map { entry in
      let request = entry.shownRequest
      return "\(request.method) \(request.target.raw) \(String(decoding: request.body, as: UTF8.self)) "
        + "\(request.fields.map { "\($0.name): \($0.value)" }) \(String(decoding: entry.shownResponse.body, as: UTF8.self))"
    }
  }

  @Test func entriesAreThoseOfCopies() throws {
    let texts = (0..<12).map { Self.post("body \($0 % 5)", to: "/\($0 % 3)") } + ["GET / HTTP/1.1\r\nHost: a\r\n\r\n"]
    let known = Self.requests(texts)
    try #require(known.allSatisfy { $0.headRecollection != nil })
    let (referring, copying) = (Journal(), Journal())
    for number in 1...200 {
      let request = known[number * 7 % known.count]
      Self.record(request, number, in: referring)
      var copy = request
      (copy.headRecollection, copy.contentRecollection) = (nil, nil)
      Self.record(copy, number, in: copying)
    }
    #expect(Self.shown(referring) == Self.shown(copying))
    #expect(Self.shown(referring).count == 200)
    for journal in [referring, copying] { journal.shrink(to: 3_000) }
    #expect(!referring.entries.isEmpty && referring.weight <= 3_000)
    #expect(Self.shown(referring) == Self.shown(copying).suffix(Self.shown(referring).count))
    referring.shrink(to: 0)
    #expect(referring.weight == 0 && referring.entries.isEmpty)
  }

  @Test func whatComesAgainTakesLittle() {
    let request = Self.requests([Self.post(String(repeating: "x", count: 1_500))])[0]
    let (referring, copying) = (Journal(), Journal())
    var copy = request
    copy.contentRecollection = nil
    for number in 1...500 {
      Self.record(request, number, in: referring)
      Self.record(copy, number, in: copying)
    }
    #expect(referring.weight * 4 < copying.weight, "\(referring.weight), \(copying.weight)")
  }

  /// What the samples of a page take is given back with the page, however it goes.
  @Test(arguments: [.max, 0]) func weightDoesNotDrift(spare: Int) {
    let texts = (0..<5).map { Self.post(String(repeating: "x", count: 1_000), to: "/\($0)") }
    let known = Self.requests(texts)
    var ring = JournalRing(entryLimit: 400, weightLimit: 4_000_000)
    /// The largest weight and the smallest number of exchanges among so many states.
    func bounds(of count: Int) -> [Int] {
      let states = (1...count).map { number in
        var (request, response) = (known[number % known.count], Response(text: String(repeating: "y", count: 900)))
        var facts = Self.facts(number)
        ring.append(spare: spare) { PackedExchange.pack(&facts, &request, &response, into: &$0) }
        return (weight: ring.weight, count: ring.numbers.count)
      }
      return [states.map(\.weight).max() ?? 0, states.map(\.count).min() ?? 0]
    }
    _ = bounds(of: 1_000)
    let before = bounds(of: 1_000)
    _ = bounds(of: 10_000)
    #expect(bounds(of: 1_000) == before && before[1] > 10, "\(before)")
    ring.shrink(to: 0)
    #expect(ring.weight == 0)
  }

  /// Of a request that was changed after it was read, the change is stored.
  @Test func changedRequestIsStoredAsChanged() {
    let request = Self.requests([Self.post("card 1")])[0]
    let journal = Journal()
    Self.record(request, 1, in: journal)
    var changed = request
    changed.body = Array("card *".utf8)
    Self.record(changed, 2, in: journal)
    changed = request
    changed.fields[.accept] = "x"
    Self.record(changed, 3, in: journal)
    Self.record(request, 4, in: journal)
    let entries = journal.entries
    let bodies = entries.map { String(decoding: $0.shownRequest.body, as: UTF8.self) }
    #expect(bodies == ["card 1", "card *", "card 1", "card 1"])
    #expect(entries.map { $0.shownRequest.fields[.accept] } == [nil, nil, "x", nil])
  }

  @Test func contentThatIsTooLongIsNotStored() {
    let request = Self.requests([Self.post("long")])[0]
    let journal = Journal()
    Self.record(request, 1, in: journal)
    Self.record(request, 2, in: journal, length: 4)
    #expect(journal.entries.map(\.shownRequest.body.count) == [4, 0])
    #expect(journal.entries.map(\.longRequest) == [nil, 4])
  }
}
