/// One of the forty sizes of a QR code (ISO/IEC 18004, tables 1 and 9, annex E).
struct QRVersion: Hashable {
  static let all = 1...40

  /// 1 to 40.
  let number: Int

  /// How many modules wide and tall it is.
  var size: Int { 17 + 4 * number }

  /// How many codewords of error correction each block has.
  func correctionPerBlock(_ level: QRLevel) -> Int { Self.correction[level.rawValue][number - 1] }

  /// Into how many blocks the data are divided.
  func blockCount(_ level: QRLevel) -> Int { Self.blocks[level.rawValue][number - 1] }

  /// How many codewords it has, of data and error correction.
  var codewordCount: Int {
    // The area without finders, separators, format information and timing.
    var modules = size * size - 3 * 64 - 31 - 2 * (size - 16)
    let lines = alignmentLines.count
    if lines > 0 {
      // Alignment patterns, of which those between two finders share five modules with the timing.
      modules -= (lines * lines - 3) * 25 - (lines - 2) * 2 * 5
    }
    if number >= 7 { modules -= 2 * 18 }
    return modules / 8
  }

  /// How many codewords of data it has.
  func dataCount(_ level: QRLevel) -> Int { codewordCount - correctionPerBlock(level) * blockCount(level) }

  /// The rows and columns in which alignment patterns are centred.
  var alignmentLines: [Int] {
    guard number > 1 else { return [] }
    let last = size - 7
    let intervals = number / 7 + 1
    // The shortest even distance that reaches, counted from the last line; the standard has one exception.
    let distance = number == 32 ? 26 : ((last - 6 + intervals - 1) / intervals + 1) / 2 * 2
    return [6] + (0..<intervals).reversed().map { last - $0 * distance }
  }

  private static let correction: [[Int]] = [
    [
      7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
      28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    [
      10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
      26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ],
    [
      13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
      28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    [
      17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
      30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
  ]

  private static let blocks: [[Int]] = [
    [
      1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
      8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
    ],
    [
      1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
      17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
    ],
    [
      1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
      23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
    ],
    [
      1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
      25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
    ],
  ]
}
