import Determinism
import Testing

@Suite struct SeededSourceTests {
  private static let seed = SeededSource.seed(42, key: "demo-key")

  private func source() -> SeededSource {
    SeededSource(seed: Self.seed, purpose: SeededSource.Purpose("cart"), 1, 2, 3)
  }

  /// Computed once by an implementation in another language: a change here changes every id that users have noted.
  @Test func goldenValuesNeverChange() {
    #expect(SeededSource.fold("") == 0xF52A_15E9_A9B5_E89B)
    #expect(SeededSource.fold("a") == 0x02C0_BDBF_4814_20F8)
    #expect(SeededSource.fold("demo-key") == 0x757D_4654_28F9_3C7D)
    #expect(Self.seed == 0xFA02_B381_DA2C_E9F3)
    #expect(SeededSource.Purpose("cart").rawValue == SeededSource.fold("cart"))
    #expect(SeededSource.fold(utf8: Array("demo-key".utf8)) == SeededSource.fold("demo-key"))
    var words = SeededSource(seed: 42, purpose: .init(rawValue: 7))
    #expect(
      [words.next(), words.next(), words.next()] == [
        0xF995_D965_4BFB_DD85, 0xA329_2C98_C2C1_3363, 0x3EAD_2A3D_D65C_37C2,
      ])
  }

  @Test func goldenTextsNeverChange() {
    var (uuid, digits, letters, hex, fraction) = (source(), source(), source(), source(), source())
    #expect(uuid.uuid() == "41437e91-0c58-41dd-b6c7-7dba04efa93c")
    #expect(digits.digits(16) == "2549361396398149")
    #expect(letters.alphanumerics(16) == "FnyPxLHWxlXmR6Bj")
    #expect(hex.lowerHex(16) == "41437e910c5801ddf6c77dba04efa93c")
    #expect(fraction.uniform() == 0.2549361328240991)
    var bytes = [UInt8](repeating: 0, count: 10)
    var filler = source()
    filler.fill(&bytes)
    #expect(bytes == [0xDD, 0x01, 0x58, 0x0C, 0x91, 0x7E, 0x43, 0x41, 0x3C, 0xA9])
  }

  @Test func neverRepeatsOverCounters() {
    let count = 100_000
    var words: Set<UInt64> = []
    var uuids: Set<String> = []
    for counter in 0..<UInt64(count) {
      var first = SeededSource(seed: Self.seed, purpose: .init("cart"), counter)
      var second = SeededSource(seed: Self.seed, purpose: .init("cart"), 0, counter + 1)
      var third = SeededSource(seed: Self.seed, purpose: .init("cart"), 0, 0, counter + 1)
      words.formUnion([first.next(), second.next(), third.next()])
      uuids.insert(first.uuid())
    }
    #expect(words.count == 3 * count)
    #expect(uuids.count == count)
  }

  @Test func everyInputMatters() {
    let purpose = SeededSource.Purpose("cart")
    var sources = [
      SeededSource(seed: 1, purpose: purpose, 1, 2, 3), SeededSource(seed: 2, purpose: purpose, 1, 2, 3),
      SeededSource(seed: 1, purpose: .init("order"), 1, 2, 3), SeededSource(seed: 1, purpose: purpose, 2, 1, 3),
      SeededSource(seed: 1, purpose: purpose, 3, 2, 1), SeededSource(seed: 1, purpose: purpose, 1, 3, 2),
      SeededSource(seed: 1, purpose: purpose, 1, 2), SeededSource(seed: 1, purpose: purpose, 1),
      SeededSource(seed: 1, purpose: purpose),
    ]
    #expect(Set(sources.indices.map { sources[$0].next() }).count == sources.count)
    let keys = ["a", "b", "A", "a ", "", "demo-key", "demo-kez"]
    #expect(Set(keys.map { SeededSource.seed(7, key: $0) }).count == keys.count)
    #expect(SeededSource.seed(7, key: "a") != SeededSource.seed(8, key: "a"))
  }

  @Test func neighboursDifferInHalfOfTheirBits() {
    var differing = 0
    for counter in 0..<UInt64(10_000) {
      var first = SeededSource(seed: 1, purpose: .init("cart"), counter)
      var second = SeededSource(seed: 1, purpose: .init("cart"), counter ^ 1)
      differing += (first.next() ^ second.next()).nonzeroBitCount
    }
    // 32 on average; over 640,000 bits, ten standard deviations are 0.4.
    #expect(abs(Double(differing) / 10_000 - 32) < 0.4)
  }

  @Test func textsHaveTheirShape() {
    var source = source()
    for _ in 0..<1_000 {
      let uuid = Array(source.uuid().utf8)
      #expect(uuid.count == 36)
      #expect(uuid[14] == UInt8(ascii: "4"))
      #expect("89ab".utf8.contains(uuid[19]))
      #expect([8, 13, 18, 23].allSatisfy { uuid[$0] == UInt8(ascii: "-") })
      #expect(source.digits(17).allSatisfy { $0.isASCII && $0.isNumber })
      #expect(source.alphanumerics(33).utf8.count == 33)
      #expect((0..<1).contains(source.uniform()))
    }
    #expect(source.digits(0) == "")
    #expect(source.digits(-1) == "")
    #expect(source.lowerHex(-1) == "")
  }

  @Test func charactersAreEvenlySpread() {
    var source = source()
    var counts: [Character: Int] = [:]
    for character in source.alphanumerics(620_000) { counts[character, default: 0] += 1 }
    #expect(counts.count == 62)
    // 10,000 each; ten standard deviations are about 1,000.
    #expect(counts.values.allSatisfy { abs($0 - 10_000) < 1_000 })
  }

  @Test func drivesTheStandardLibrary() {
    var (first, second) = (source(), source())
    #expect((0..<50).shuffled(using: &first) == (0..<50).shuffled(using: &second))
  }
}
