import HTTPTypes
import HTTPWire
import Testing

@testable import Console

/// Compressed files, unpacked by a reader that is written from RFC 1951 for the fixed codes.
@Suite struct GzipTests {
  /// Reads bits from the lowest of each byte on.
  private struct Reader {
    let bytes: [UInt8]
    var place = 80

    mutating func bits(_ count: Int) -> Int {
      defer { place += count }
      return (0..<count).reduce(0) { $0 | Int(bytes[(place + $1) / 8] >> ((place + $1) % 8) & 1) << $1 }
    }

    mutating func code(_ count: Int) -> Int { (0..<count).reduce(0) { code, _ in code << 1 | bits(1) } }

    mutating func symbol() -> Int {
      let seven = code(7)
      if seven < 24 { return seven + 256 }
      let eight = seven << 1 | bits(1)
      if eight < 192 { return eight - 48 }
      if eight < 200 { return eight - 192 + 280 }
      return (eight << 1 | bits(1)) - 400 + 144
    }
  }

  private static func unpacked(_ packed: [UInt8]) -> [UInt8] {
    let lengths = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
    ]
    var reader = Reader(bytes: packed)
    guard reader.bits(3) == 3 else { return [] }
    var text: [UInt8] = []
    while true {
      let symbol = reader.symbol()
      if symbol == 256 { return text }
      if symbol < 256 {
        text.append(UInt8(symbol))
        continue
      }
      let place = symbol - 257
      let length = lengths[place] + reader.bits(place < 8 || place == 28 ? 0 : place / 4 - 1)
      let code = reader.code(5)
      let extra = max(0, code / 2 - 1)
      let base = code < 4 ? code + 1 : (2 + code % 2) << extra + 1
      let distance = base + reader.bits(extra)
      for _ in 0..<length { text.append(text[text.count - distance]) }
    }
  }

  private static let texts: [[UInt8]] = [
    [], [7], Array("ab".utf8), Array("abcabcabcabd".utf8), [UInt8](repeating: 9, count: 1_000),
    Array(0...255) + Array(0...255), (0..<70_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 977) },
    Array("one two one two three".utf8) + [UInt8](repeating: 200, count: 40_000) + Array("one two three".utf8),
  ]

  @Test(arguments: texts) func isUnpackedToWhatItWas(text: [UInt8]) {
    let packed = Gzip.compressed(text)
    #expect(packed.prefix(4) == [0x1F, 0x8B, 8, 0])
    #expect(Self.unpacked(packed) == text)
    let length: [UInt8] = (0..<4).map { UInt8(truncatingIfNeeded: text.count >> ($0 * 8)) }
    #expect(Array(packed.suffix(4)) == length)
  }

  @Test func hasTheChecksumOfTheStandardsExample() {
    // The check value of CRC-32 in every catalogue of such sums.
    let packed = Gzip.compressed(Array("123456789".utf8))
    #expect(packed.dropLast(4).suffix(4) == [0x26, 0x39, 0xF4, 0xCB])
  }

  @Test(
    arguments: [
      (["gzip"], true), (["br, GZIP ;q=1"], true), (["deflate", "gzip;q=0.1"], true), (["gzip;q=0"], false),
      (["gzip; q=0.000"], false), (["identity"], false), (["x-gzip"], false), ([], false),
    ] as [([String], Bool)])
  func onlyWhoAcceptsItGetsIt(values: [String], isPacked: Bool) throws {
    let text = Array(String(repeating: "export {}\n", count: 9).utf8)
    let file = ConsoleFile(name: "a.js", bytes: text, isPacked: true)
    let fields = values.map { (HTTPField.Name.acceptEncoding, $0) }
    let answer = file.response(to: try .get("/", fields))
    #expect(answer.fields[.contentEncoding] == (isPacked ? "gzip" : nil))
    #expect(answer.fields[.vary] == "Accept-Encoding")
    #expect((isPacked ? Self.unpacked(answer.body) : answer.body) == text)
    let tag = try #require(answer.fields[.eTag])
    #expect((tag == file.entityTag) != isPacked)
    let again = file.response(to: try .get("/", fields + [(.ifNoneMatch, tag)]))
    #expect(again.status == .notModified)
    #expect(again.fields[.eTag] == tag)
  }
}
