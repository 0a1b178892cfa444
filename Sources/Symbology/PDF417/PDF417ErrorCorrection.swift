/// PDF417's Reed–Solomon codes over the prime field of 929 elements (ISO/IEC 15438, 5.10).
enum PDF417ErrorCorrection {
  private static let modulus = 929

  /// How many codewords a level adds: 2 at level 0, 512 at level 8.
  static func count(level: Int) -> Int { 2 << level }

  /// The least level that the standard recommends for so many codewords of data (annex E).
  static func recommendedLevel(for count: Int) -> Int {
    switch count {
    case ...40: 2
    case ...160: 3
    case ...320: 4
    default: 5
    }
  }

  /// The codewords that follow those of the data, which begin with their own number.
  static func codewords(for data: [Int], level: Int) -> [Int] {
    let generator = generator(degree: count(level: level))
    // The remainder of the division of the data by the generator, the highest power first.
    var remainder = [Int](repeating: 0, count: generator.count)
    for codeword in data {
      let factor = (codeword + remainder[0]) % modulus
      for place in remainder.indices {
        let next = place + 1 < remainder.count ? remainder[place + 1] : 0
        remainder[place] = (next + (modulus - factor) * generator[place]) % modulus
      }
    }
    return remainder.map { (modulus - $0) % modulus }
  }

  /// The polynomial whose roots are 3, 3², … of so many; the highest power first, whose coefficient of 1 is left out.
  static func generator(degree: Int) -> [Int] {
    var coefficients = [1]
    var root = 1
    for _ in 0..<degree {
      root = root * 3 % modulus
      coefficients.append(0)
      for place in (1..<coefficients.count).reversed() {
        coefficients[place] = (coefficients[place] + (modulus - root) * coefficients[place - 1]) % modulus
      }
    }
    return Array(coefficients.dropFirst())
  }
}
