import Testing

@testable import Symbology

/// What the standard prints, and what every symbol has; that other people's readers read them is for `.ci/symbols`.
@Suite struct QRCodeTests {
  /// The standard's example (ISO/IEC 18004, annex I).
  @Test func writesTheStandardsExample() throws {
    let (version, codewords) = try QRCode.message(of: Array("01234567".utf8), level: .medium)
    #expect(version.number == 1)
    #expect(
      codewords == [
        0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
      ])
    let generator = QRErrorCorrection.generator(degree: 10)
    #expect(
      QRErrorCorrection.remainder(of: codewords[...], generator: generator) == [
        0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55,
      ])
  }

  /// The examples of annexes C and D.
  @Test func protectsFormatAndVersionAsTheStandardDoes() {
    #expect(QRMatrix.formatBits(level: .medium, mask: .crosses) == 0b100_0000_1100_1110)
    #expect(QRMatrix.versionBits(QRVersion(number: 7)) == 0b00_0111_1100_1001_0100)
  }

  /// Rows of the standard's tables 1, 7 and E.1.
  @Test(
    arguments: [
      (1, 26, 16, []), (2, 44, 28, [6, 18]), (7, 196, 124, [6, 22, 38]), (14, 581, 365, [6, 26, 46, 66]),
      (32, 2465, 1541, [6, 34, 60, 86, 112, 138]), (36, 3034, 1914, [6, 24, 50, 76, 102, 128, 154]),
      (40, 3706, 2334, [6, 30, 58, 86, 114, 142, 170]),
    ] as [(Int, Int, Int, [Int])])
  func versionsAreTheStandards(number: Int, codewords: Int, data: Int, lines: [Int]) {
    let version = QRVersion(number: number)
    #expect(version.codewordCount == codewords)
    #expect(version.dataCount(.medium) == data)
    #expect(version.alignmentLines == lines)
  }

  @Test(arguments: QRVersion.all)
  func alignmentLinesAreEvenlyApart(number: Int) {
    let lines = QRVersion(number: number).alignmentLines
    let distances = zip(lines.dropFirst(2), lines.dropFirst()).map { $0 - $1 }
    #expect(Set(distances).count <= 1)
    #expect(lines.count == (number == 1 ? 0 : number / 7 + 2))
    #expect(lines.count < 3 || (14...28).contains(lines[1] - lines[0]))
  }

  /// The largest that fits in each kind of characters, and one more.
  @Test(
    arguments: [
      ("7", 34, 1), ("7", 35, 2), ("A", 20, 1), ("A", 21, 2), ("a", 14, 1), ("a", 15, 2), ("a", 180, 9), ("a", 181, 10),
      ("7", 5596, 40), ("A", 3391, 40), ("a", 2331, 40),
    ])
  func takesTheSmallestVersion(character: String, count: Int, number: Int) throws {
    let bytes = Array(String(repeating: character, count: count).utf8)
    #expect(try QRCode.message(of: bytes, level: .medium).0.number == number)
  }

  @Test func changesModesWhereThatIsShorter() throws {
    let text = "TICKET " + String(repeating: "7", count: 40) + " for you"
    let segments = QRSegment.cheapest(for: Array(text.utf8), version: QRVersion(number: 1))
    #expect(segments.map(\.mode) == [.alphanumeric, .numeric, .byte])
    #expect(segments.flatMap(\.bytes) == Array(text.utf8))
  }

  @Test func tellsWhatIsTooLong() throws {
    #expect(throws: SymbologyError.tooLong(needed: 18_676, limit: 18_672, unit: "bits")) {
      try QRCode.symbol(of: String(repeating: "a", count: 2_332))
    }
    #expect(throws: SymbologyError.self) { try QRCode.symbol(of: String(repeating: "a", count: 70_000)) }
  }

  /// Finders, timing, the dark module, and the same format twice.
  @Test(arguments: ["", "0118856698865396", String(repeating: "WillCall ", count: 30)])
  func isWhatAReaderLooksFor(text: String) throws {
    let symbol = try QRCode.symbol(of: text)
    let size = symbol.width
    #expect(symbol.rowCount == size)
    for (top, left) in [(0, 0), (0, size - 7), (size - 7, 0)] {
      let row = (0..<7).map { symbol[top + 3, left + $0] }
      let column = (0..<7).map { symbol[top + $0, left + 3] }
      #expect(row == [true, false, true, true, true, false, true])
      #expect(column == row)
    }
    let timing = (8..<size - 8).allSatisfy { symbol[6, $0] == ($0 % 2 == 0) && symbol[$0, 6] == ($0 % 2 == 0) }
    #expect(timing)
    #expect(symbol[size - 8, 8])
    let beside = [0, 1, 2, 3, 4, 5, 7, 8].map { symbol[8, $0] }
    let below = (0..<7).map { symbol[size - 1 - $0, 8] }
    #expect(below == Array(beside.prefix(7)))
    let format = beside.prefix(8) + (size - 7..<size).map { symbol[8, $0] }
    let bits = format.reduce(UInt32(0)) { $0 << 1 | ($1 ? 1 : 0) }
    let known = QRMask.allCases.map { QRMatrix.formatBits(level: .medium, mask: $0) }
    #expect(known.contains(bits))
  }

  /// A line of light modules is one long run; what looks like a finder costs 40 for each side that is light.
  @Test(
    arguments: [
      ("0000", 0), ("00000", 3), ("0000000", 5), ("010101", 0), ("1011101", 80), ("110000110000110", 0),
      ("10111010111", 40), ("110011111100110", 84),
    ])
  func countsWhatReadsBadly(line: String, penalty: Int) {
    #expect(QRPenalty.ofLine(line.map { $0 == "1" }) == penalty)
  }
}
