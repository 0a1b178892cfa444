import HTTPTypes
import Testing

@testable import HTTPWire

/// Requests that a connection sends again: read once, and answered as if they had been read each time.
@Suite struct KnownRequestTests {
  private static let post = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n"

  private static func requests(
    _ texts: [String], pieces size: Int = .max, known: KnownRequests = KnownRequests()
  ) -> [Request] {
    var parser = RequestParser(known: known)
    var found: [Request] = []
    for text in texts {
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        parser.received(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
        while case .request(let request, _)? = parser.next() { found.append(request) }
      }
    }
    return found
  }

  /// In pieces of a byte no head is kept, so that is how it comes out without knowing it.
  @Test(arguments: ValidInput.all)
  func sameAgainIsTheSame(input: ValidInput) {
    let again = input.text + input.text + input.text
    #expect(parse(again) == parse(again, pieces: 1))
    #expect(parse(again, pieces: input.text.utf8.count) == parse(again, pieces: 1))
    #expect(parse(again).count == 3 * parse(input.text).count)
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: b\r\n\r\n"),
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n"),
    ("GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    (post + "abc", post + "abd"), (post + "abc", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\0\r\n"),
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"),
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    (
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nb\r\n0\r\nT: u\r\n\r\n"
    ),
  ])
  func anythingElseIsReadAnew(first: String, second: String) {
    let texts = [first, second, first, first, second].joined()
    #expect(parse(texts) == parse(texts, pieces: 1))
  }

  @Test func limitsOfTrailersCountTheFieldsOfAKnownHead() {
    var limits = Limits()
    limits.headers = 3
    let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    let text = head + "0\r\n\r\n" + head + "0\r\nT: u\r\nV: w\r\n\r\n"
    #expect(parse(text, limits: limits).last?.fault == .tooManyFields(limit: 3))
    #expect(parse(text, limits: limits) == parse(text, pieces: 1, limits: limits))
  }

  @Test func whatWasMadeOfARequestIsFoundByTheNextThatIsTheSame() throws {
    let bodies = ["abc", "abc", "abc", "abd", "abd", "abd", "abc"]
    let found = Self.requests(bodies.map { Self.post + $0 })
    try #require(found.count == 7)
    #expect(found[0].headRecollection == nil && found[0].contentRecollection == nil, "it may never come again")
    let heads = try found.dropFirst().map { try #require($0.headRecollection) }
    #expect(heads.allSatisfy { $0 === heads[0] })
    let contents = found.map(\.contentRecollection)
    #expect(contents[1] != nil && contents[1] === contents[2] && contents[1] === contents[6])
    #expect(contents[3] == nil && contents[4] != nil && contents[4] === contents[5] && contents[4] !== contents[1])
    #expect(found.map(\.body) == bodies.map { Array($0.utf8) })
  }

  /// Connections that share their memory read what another has read.
  @Test func otherConnectionsKnowIt() throws {
    let shared = KnownRequests()
    let found = [0, 1, 2].map { _ in
      Self.requests([Self.post + "abc", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"], known: shared)
    }
    #expect(found[0].allSatisfy { $0.headRecollection == nil })
    for place in 0..<2 {
      #expect(found[1][place].headRecollection != nil)
      #expect(found[1][place].headRecollection === found[2][place].headRecollection)
    }
    let contents = found.map { $0[0].contentRecollection }
    #expect(contents[0] == nil && contents[1] != nil && contents[1] === contents[2])
    #expect(Self.requests([Self.post + "abc"])[0].headRecollection == nil)
  }

  @Test func otherHeadsHaveOtherRecollections() throws {
    let found = Self.requests(["a", "b", "a", "b", "b", "a"].map { "GET / HTTP/1.1\r\nHost: \($0)\r\n\r\n" })
    let heads = try found.dropFirst(2).map { try #require($0.headRecollection) }
    #expect(heads[0] === heads[3] && heads[1] === heads[2] && heads[0] !== heads[1])
    #expect(found.allSatisfy { $0.contentRecollection == nil })
  }

  /// A client that never sends the same again is not made to pay for it; one that does so later is noticed.
  @Test func whatNeverComesAgainIsNotKept() {
    let texts = (0..<100).map { "POST / HTTP/1.1\r\nHost: a\r\nX: \($0)\r\nContent-Length: 4\r\n\r\n\(1000 + $0)" }
    let found = Self.requests(texts)
    #expect(found.allSatisfy { $0.headRecollection == nil && $0.contentRecollection == nil })
    let again = Self.requests(texts + Array(repeating: texts[7], count: 40))
    #expect(again.count == 140 && again.last?.headRecollection != nil && again.last?.contentRecollection != nil)
  }

  @Test func whatIsLongIsNotKept() throws {
    let long = String(repeating: "x", count: KnownHead.longest)
    let head = "POST / HTTP/1.1\r\nHost: a\r\nX: \(long)\r\nContent-Length: \(KnownContent.longest + 1)\r\n\r\n"
    let text = head + String(repeating: "y", count: KnownContent.longest + 1)
    let found = Self.requests([text, text, text])
    try #require(found.count == 3)
    #expect(found.allSatisfy { $0.headRecollection == nil && $0.contentRecollection == nil })
  }
}
