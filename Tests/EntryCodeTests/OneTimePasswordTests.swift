import Determinism
import EntryCode
import Testing

@Suite struct OneTimePasswordTests {
  /// The key of both RFCs' test vectors.
  private static let key = Array("12345678901234567890".utf8)

  /// RFC 4226 appendix D.
  @Test(
    arguments: zip(
      0...9 as ClosedRange<UInt64>,
      ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]))
  func matchesRFC4226(counter: UInt64, password: String) {
    #expect(OneTimePassword(key: Self.key).password(counter: counter) == password)
  }

  /// RFC 6238 appendix B, SHA-1: eight digits, thirty seconds.
  @Test(
    arguments: [
      (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
      (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ] as [(Int64, String)])
  func matchesRFC6238(seconds: Int64, password: String) {
    let generator = OneTimePassword(key: Self.key, digits: 8, step: 30)
    #expect(generator.password(at: Instant(secondsSinceEpoch: seconds)) == password)
  }

  @Test func changesAtEachStep() {
    let generator = OneTimePassword(key: Self.key)
    #expect(generator.password(at: Instant(millisecondsSinceEpoch: 14_999)) == "755224")
    #expect(generator.password(at: Instant(secondsSinceEpoch: 15)) == "287082")
    #expect(generator.password(at: Instant(millisecondsSinceEpoch: 29_999)) == "287082")
    #expect(generator.password(at: Instant(secondsSinceEpoch: -1)) == "755224")
  }

  @Test(arguments: [(0, 1), (1, 1), (6, 6), (9, 9), (20, 9)]) func boundsItsDigits(asked: Int, given: Int) {
    for counter in 0..<20 as Range<UInt64> {
      #expect(OneTimePassword(key: Self.key, digits: asked, step: 0).password(counter: counter).utf8.count == given)
    }
  }

  @Test func copesWithAnyKey() {
    #expect(OneTimePassword(key: []).password(counter: 0).utf8.count == 6)
    #expect(OneTimePassword(key: [UInt8](repeating: 7, count: 500)).password(counter: .max).utf8.count == 6)
  }
}
