import Testing

@testable import Symbology

/// What the standard prints, and what every symbol has; that other people's readers read them is for `.ci/symbols`.
@Suite struct PDF417Tests {
  /// The standard's example of text compaction (ISO/IEC 15438, 5.4.2), with its error correction of level 1.
  @Test func writesTheStandardsExample() {
    #expect(PDF417Compaction.codewords(of: "PDF417") == [453, 178, 121, 239])
    #expect(PDF417ErrorCorrection.codewords(for: [5, 453, 178, 121, 239], level: 1) == [452, 327, 657, 619])
  }

  /// Its examples of byte and numeric compaction.
  @Test func writesTheStandardsGroups() {
    #expect(PDF417Compaction.byteCodewords(of: Array("alcool".utf8)[...]) == [924, 163, 238, 432, 766, 244])
    let digits = PDF417Compaction.digitCodewords(of: Array("000213298174000".utf8)[...])
    #expect(digits == [902, 1, 624, 434, 632, 282, 200])
    #expect(PDF417Compaction.byteCodewords(of: [1, 2, 3]) == [901, 1, 2, 3])
  }

  /// The coefficients of annex F, which it prints from the lowest power up.
  @Test(
    arguments: [(2, [27, 917]), (4, [522, 568, 723, 809]), (8, [237, 308, 436, 284, 646, 653, 428, 379])]
      as [(Int, [Int])])
  func hasTheStandardsGenerators(degree: Int, coefficients: [Int]) {
    #expect(PDF417ErrorCorrection.generator(degree: degree).reversed() == coefficients)
  }

  /// Four bars and four spaces of one to six modules, in the row's cluster, each codeword another.
  @Test(arguments: 0..<3)
  func patternsAreWhatTheClusterAsksFor(row: Int) {
    var patterns: Set<UInt32> = []
    for codeword in 0..<929 {
      let pattern = PDF417Patterns.pattern(codeword, row: row)
      let widths = Self.widths(pattern, count: 17)
      let isRegular = widths.count == 8 && widths.allSatisfy { (1...6).contains($0) } && pattern >> 16 == 1
      #expect(isRegular, "\(codeword)")
      guard isRegular else { continue }
      #expect((widths[0] - widths[2] + widths[4] - widths[6] + 9) % 9 == row * 3, "\(codeword)")
      patterns.insert(pattern)
    }
    #expect(patterns.count == 929)
    #expect(Self.widths(PDF417Patterns.start, count: 17) == [8, 1, 1, 1, 1, 1, 1, 3])
    #expect(Self.widths(PDF417Patterns.stop, count: 18) == [7, 1, 1, 3, 1, 1, 1, 2, 1])
  }

  /// Each text, how many codewords it takes at most, and how much a poorer choice of modes would take.
  @Test(
    arguments: [
      ("", 0), ("A", 1), ("AB", 1), ("abcdef", 4), ("A1", 2), ("::", 2), ("0118856698865396", 7),
      ("BAUAL4zltyH2EQIAAAAAAQAAAAB+hpXM8lBzpAloTGJVWYd0vjlRvjmkaLNn++Qb", 52),
      ("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}", 6),
    ])
  func staysSmall(text: String, limit: Int) {
    #expect(PDF417Compaction.codewords(of: text).count <= limit)
  }

  /// Read back from its modules: start, stop, indicators, and codewords that divide by the generator.
  @Test(arguments: ["", "A", "0118856698865396", String(repeating: "WillCall ", count: 30), "TM::03::abc9::796155"])
  func isWhatAReaderLooksFor(text: String) throws {
    let symbol = try PDF417.symbol(of: text)
    let columns = (symbol.width - 69) / 17
    #expect(symbol.width == 17 * (columns + 4) + 1)
    #expect((3...90).contains(symbol.rowCount))
    var codewords: [Int] = []
    var facts: [Int] = []
    for row in 0..<symbol.rowCount {
      let bits = (0..<columns + 4).map { place in
        (0..<17).reduce(UInt32(0)) { $0 << 1 | (symbol[row, place * 17 + $1] ? 1 : 0) }
      }
      #expect(bits[0] == PDF417Patterns.start)
      #expect(bits[columns + 3] << 1 | 1 == PDF417Patterns.stop)
      #expect(symbol[row, symbol.width - 1])
      let read = bits[1...columns + 2].map { pattern in
        (0..<929).first { PDF417Patterns.pattern($0, row: row) == pattern } ?? -1
      }
      #expect(read[0] / 30 == row / 3)
      #expect(read[columns + 1] / 30 == row / 3)
      if row < 3 { facts += [read[0] % 30, read[columns + 1] % 30] }
      codewords += read[1...columns]
    }
    let (rows, level, last) = (facts[0], facts[2], facts[4])
    #expect(facts == [rows, last, level, rows, last, level])
    #expect(rows == (symbol.rowCount - 1) / 3)
    #expect(last == columns - 1)
    #expect(level % 3 == (symbol.rowCount - 1) % 3)
    let count = PDF417ErrorCorrection.count(level: level / 3)
    #expect(codewords[0] == codewords.count - count)
    #expect(level / 3 == PDF417ErrorCorrection.recommendedLevel(for: codewords[0]))
    var root = 1
    for _ in 0..<count {
      root = root * 3 % 929
      let sum = codewords.reduce(0) { ($0 * root + $1) % 929 }
      #expect(sum == 0)
    }
  }

  /// At two modules a column.
  @Test func rotatingCodeFitsATerminal() throws {
    let raw = "BAUAL4zltyH2EQIAAAAAAQAAAAB+hpXM8lBzpAloTGJVWYd0vjlRvjmkaLNn++Qb"
    let symbol = try PDF417.symbol(of: "\(raw)::942564::796155::1575000000")
    #expect(symbol.width == 17 * 8 + 1)
    #expect(SymbolText.lines(of: symbol, on: .dark).map(\.count).max() == 71)
  }

  @Test func tellsWhatIsTooLong() throws {
    let limit = 925 / 15 * 44
    #expect(try PDF417.symbol(of: String(repeating: "7", count: limit)).rowCount <= 90)
    #expect(throws: SymbologyError.tooLong(needed: 931, limit: 925, unit: "codewords")) {
      try PDF417.symbol(of: String(repeating: "7", count: 62 * 44))
    }
  }

  private static func widths(_ pattern: UInt32, count: Int) -> [Int] {
    var widths: [Int] = []
    var last: UInt32?
    for bit in (0..<count).reversed() {
      let module = pattern >> UInt32(bit) & 1
      if module == last { widths[widths.count - 1] += 1 } else { widths.append(1) }
      last = module
    }
    return widths
  }
}
