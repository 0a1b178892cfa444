/// The modules of a QR code while it is made.
struct QRMatrix {
  let version: QRVersion
  /// Row by row; `true` is dark.
  private(set) var modules: [Bool]
  /// Whether a module belongs to a pattern, and so to no data.
  private var isFixed: [Bool]

  /// Makes a matrix with the patterns that each of a version has, and room for the format.
  init(version: QRVersion) {
    self.version = version
    modules = [Bool](repeating: false, count: version.size * version.size)
    isFixed = modules
    drawTiming()
    drawFinders()
    drawAlignment()
    drawFormat(bits: 0)
    drawVersion()
  }

  // MARK: Data

  /// Places codewords from the lower right, in pairs of columns up and down in turn.
  mutating func place(_ codewords: [UInt8]) {
    var bit = 0
    var isUpward = true
    // The column of the timing is skipped.
    for right in stride(from: version.size - 1, through: 7, by: -2) + [5, 3, 1] {
      for step in 0..<version.size {
        let row = isUpward ? version.size - 1 - step : step
        for column in [right, right - 1] where !isFixed[row * version.size + column] && bit < codewords.count * 8 {
          modules[row * version.size + column] = codewords[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
          bit += 1
        }
      }
      isUpward.toggle()
    }
  }

  /// Lays a mask over the data, and says which and what level in the format.
  mutating func apply(_ mask: QRMask, level: QRLevel) {
    for row in 0..<version.size {
      for column in 0..<version.size where !isFixed[row * version.size + column] {
        if mask.inverts(row: row, column: column) { modules[row * version.size + column].toggle() }
      }
    }
    drawFormat(bits: Self.formatBits(level: level, mask: mask))
  }

  /// Level and mask with the ten bits of their BCH code, masked (ISO/IEC 18004, annex C).
  static func formatBits(level: QRLevel, mask: QRMask) -> UInt32 {
    let data = level.formatBits << 3 | UInt32(mask.rawValue)
    return (data << 10 | remainder(of: data << 10, divisor: 0b101_0011_0111)) ^ 0b101_0100_0001_0010
  }

  /// The number of a version with the twelve bits of its BCH code (ISO/IEC 18004, annex D).
  static func versionBits(_ version: QRVersion) -> UInt32 {
    let data = UInt32(version.number) << 12
    return data | remainder(of: data, divisor: 0b1_1111_0010_0101)
  }

  private static func remainder(of number: UInt32, divisor: UInt32) -> UInt32 {
    var rest = number
    while rest.leadingZeroBitCount <= divisor.leadingZeroBitCount {
      rest ^= divisor << UInt32(divisor.leadingZeroBitCount - rest.leadingZeroBitCount)
    }
    return rest
  }

  // MARK: Patterns

  private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard (0..<version.size).contains(row), (0..<version.size).contains(column) else { return }
    modules[row * version.size + column] = isDark
    isFixed[row * version.size + column] = true
  }

  private mutating func drawTiming() {
    for place in 0..<version.size {
      fix(6, place, place % 2 == 0)
      fix(place, 6, place % 2 == 0)
    }
  }

  /// Squares about a centre, as far as they are inside: `isDark` says which rings are dark, from the centre out.
  private mutating func drawRings(_ row: Int, _ column: Int, _ isDark: [Bool]) {
    let radius = isDark.count - 1
    for down in -radius...radius {
      for right in -radius...radius { fix(row + down, column + right, isDark[max(abs(down), abs(right))]) }
    }
  }

  private mutating func drawFinders() {
    // With its separator.
    let rings = [true, true, false, true, false]
    drawRings(3, 3, rings)
    drawRings(3, version.size - 4, rings)
    drawRings(version.size - 4, 3, rings)
  }

  private mutating func drawAlignment() {
    let lines = version.alignmentLines
    for row in lines {
      for column in lines {
        // Not where the finders are.
        let last = version.size - 7
        if [[6, 6], [6, last], [last, 6]].contains([row, column]) { continue }
        drawRings(row, column, [true, false, true])
      }
    }
  }

  /// Twice: about the upper left finder, and divided between the other two.
  private mutating func drawFormat(bits: UInt32) {
    let size = version.size
    for bit in 0..<15 {
      let isDark = bits >> UInt32(bit) & 1 == 1
      switch bit {
      case 0...5: fix(bit, 8, isDark)
      case 6, 7: fix(bit + 1, 8, isDark)
      case 8: fix(8, 7, isDark)
      default: fix(8, 14 - bit, isDark)
      }
      if bit < 8 { fix(8, size - 1 - bit, isDark) } else { fix(size - 15 + bit, 8, isDark) }
    }
    fix(size - 8, 8, true)
  }

  /// Twice: at the upper right, and at the lower left.
  private mutating func drawVersion() {
    guard version.number >= 7 else { return }
    let bits = Self.versionBits(version)
    for bit in 0..<18 {
      let isDark = bits >> UInt32(bit) & 1 == 1
      fix(bit / 3, version.size - 11 + bit % 3, isDark)
      fix(version.size - 11 + bit % 3, bit / 3, isDark)
    }
  }
}
