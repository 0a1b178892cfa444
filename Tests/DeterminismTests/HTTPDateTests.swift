import Determinism
import Testing

@Suite struct HTTPDateTests {
  @Test(
    arguments: [
      (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),  // the example of RFC 9110 section 5.6.7
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
      (1_796_148_000, "Tue, 01 Dec 2026 18:00:00 GMT"),
      (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
    ] as [(Int64, String)])
  func writesImfFixdate(seconds: Int64, text: String) {
    let instant = Instant(secondsSinceEpoch: seconds)
    #expect(HTTPDate.string(for: instant) == text)
    var passed = ""
    HTTPDate.withBytes(of: instant) { passed = String(decoding: $0, as: UTF8.self) }
    #expect(passed == text)
  }

  @Test func cutsMilliseconds() {
    #expect(HTTPDate.string(for: Instant(millisecondsSinceEpoch: 784_111_777_999)) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.string(for: Instant(millisecondsSinceEpoch: -1)) == "Wed, 31 Dec 1969 23:59:59 GMT")
  }
}
