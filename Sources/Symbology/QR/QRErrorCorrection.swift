/// The Reed–Solomon codes of QR codes, over the field of 256 elements with x⁸+x⁴+x³+x²+1 (ISO/IEC 18004, 7.5).
enum QRErrorCorrection {
  /// All codewords in the order in which they are placed: those of the blocks in turn, data first.
  static func interleaved(_ data: [UInt8], version: QRVersion, level: QRLevel) -> [UInt8] {
    let blockCount = version.blockCount(level)
    let correctionCount = version.correctionPerBlock(level)
    let shortLength = data.count / blockCount
    let generator = generator(degree: correctionCount)
    var blocks: [ArraySlice<UInt8>] = []
    var rest = data[...]
    for block in 0..<blockCount {
      // The last ones are one longer, where it does not come out even.
      let length = block < blockCount - data.count % blockCount ? shortLength : shortLength + 1
      blocks.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    let corrections = blocks.map { remainder(of: $0, generator: generator) }
    var codewords: [UInt8] = []
    for place in 0...shortLength {
      for block in blocks where place < block.count { codewords.append(block[block.startIndex + place]) }
    }
    for place in 0..<correctionCount {
      for correction in corrections { codewords.append(correction[place]) }
    }
    return codewords
  }

  /// The codewords that follow those of a block.
  static func remainder(of data: ArraySlice<UInt8>, generator: [UInt8]) -> [UInt8] {
    var remainder = [UInt8](repeating: 0, count: generator.count)
    for codeword in data {
      let factor = codeword ^ remainder[0]
      for place in remainder.indices {
        let next = place + 1 < remainder.count ? remainder[place + 1] : 0
        remainder[place] = next ^ product(factor, generator[place])
      }
    }
    return remainder
  }

  /// The polynomial whose roots are 1, 2, 2², … of so many; the highest power first, whose coefficient of 1 is left out.
  static func generator(degree: Int) -> [UInt8] {
    var coefficients: [UInt8] = [1]
    for power in 0..<degree {
      let root = powers[power]
      coefficients.append(0)
      for place in (1..<coefficients.count).reversed() {
        coefficients[place] ^= product(root, coefficients[place - 1])
      }
    }
    return Array(coefficients.dropFirst())
  }

  private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    guard left != 0, right != 0 else { return 0 }
    return powers[(logarithms[Int(left)] + logarithms[Int(right)]) % 255]
  }

  private static let powers: [UInt8] = {
    var powers: [UInt8] = []
    var power = 1
    for _ in 0..<255 {
      powers.append(UInt8(power))
      power <<= 1
      if power > 0xFF { power ^= 0x11D }
    }
    return powers
  }()

  private static let logarithms: [Int] = {
    var logarithms = [Int](repeating: 0, count: 256)
    for (exponent, power) in powers.enumerated() { logarithms[Int(power)] = exponent }
    return logarithms
  }()
}
