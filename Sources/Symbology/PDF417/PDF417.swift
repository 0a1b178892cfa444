/// PDF417 symbols (ISO/IEC 15438).
public enum PDF417 {
  /// How tall a row is, in modules: what the Secure Entry SDK for the web draws.
  static let rowHeight = 4
  /// How many codewords a symbol can have.
  static let codewordLimit = 928
  /// How many rows a symbol can have.
  private static let rowRange = 3...90

  /// Draws a text.
  ///
  /// Error correction is what the standard recommends for the length (its annex E), as the SDKs have it, or less where a
  /// long text leaves no room. What is not ASCII is written as UTF-8 and announced as such.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - aspectRatio: How many times as wide as tall the symbol is to be, nearly; the SDKs ask for 2.
  /// - Throws: ``SymbologyError/tooLong(needed:limit:unit:)`` beyond 925 codewords, about 1,850 letters or 2,710 digits.
  public static func symbol(of text: String, aspectRatio: Double = 2) throws(SymbologyError) -> Symbol {
    let content = PDF417Compaction.codewords(of: text)
    let room = codewordLimit - 1 - PDF417ErrorCorrection.count(level: 0)
    guard content.count <= room else { throw .tooLong(needed: content.count, limit: room, unit: "codewords") }
    var level = PDF417ErrorCorrection.recommendedLevel(for: content.count + 1)
    while true {
      let needed = content.count + 1 + PDF417ErrorCorrection.count(level: level)
      if let (columns, rows) = shape(for: needed, aspectRatio: aspectRatio) {
        return draw(content, level: level, columns: columns, rows: rows)
      }
      guard level > 0 else { throw .tooLong(needed: content.count, limit: room, unit: "codewords") }
      level -= 1
    }
  }

  /// The shape with room for so many codewords whose aspect ratio is nearest; `nil` if none has.
  private static func shape(for count: Int, aspectRatio: Double) -> (columns: Int, rows: Int)? {
    var best: (columns: Int, rows: Int)?
    var leastError = Double.infinity
    for columns in 1...30 {
      let rows = max((count + columns - 1) / columns, rowRange.lowerBound)
      guard rows <= rowRange.upperBound, columns * rows <= codewordLimit else { continue }
      let ratio = Double(width(columns: columns)) / Double(rows * rowHeight)
      let error = max(ratio / aspectRatio, aspectRatio / ratio)
      if error < leastError {
        leastError = error
        best = (columns, rows)
      }
    }
    return best
  }

  /// Start, left indicator, the columns, right indicator, and stop with its last bar.
  private static func width(columns: Int) -> Int { 17 * (columns + 4) + 1 }

  private static func draw(_ content: [Int], level: Int, columns: Int, rows: Int) -> Symbol {
    let dataCount = columns * rows - PDF417ErrorCorrection.count(level: level)
    var codewords = [dataCount] + content
    codewords += Array(repeating: 900, count: dataCount - codewords.count)
    codewords += PDF417ErrorCorrection.codewords(for: codewords, level: level)
    var modules: [Bool] = []
    modules.reserveCapacity(rows * width(columns: columns))
    func append(_ bits: UInt32, _ count: Int) {
      for bit in (0..<count).reversed() { modules.append(bits >> bit & 1 == 1) }
    }
    for row in 0..<rows {
      // Three rows together say how many rows and columns there are, and the level; left and right in another order.
      let facts = [(rows - 1) / 3, level * 3 + (rows - 1) % 3, columns - 1]
      append(PDF417Patterns.start, 17)
      append(PDF417Patterns.pattern(row / 3 * 30 + facts[row % 3], row: row), 17)
      for codeword in codewords[row * columns..<(row + 1) * columns] {
        append(PDF417Patterns.pattern(codeword, row: row), 17)
      }
      append(PDF417Patterns.pattern(row / 3 * 30 + facts[(row + 2) % 3], row: row), 17)
      append(PDF417Patterns.stop, 18)
    }
    return Symbol(.pdf417, width: width(columns: columns), rowHeight: rowHeight, modules: modules)
  }
}
