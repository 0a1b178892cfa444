/// The exponential and the logarithm to about fifteen digits, in plain Swift.
///
/// The C library may not be used here, and its last digits differ between platforms; these functions give the same
/// delays for a seed on every machine.
enum ElementaryFunctions {
  private static let ln2 = 0.693_147_180_559_945_3

  /// The natural logarithm of a positive, finite number; NaN for any other.
  static func log(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return .nan }
    var exponent = Double(value.exponent)
    var fraction = value.significand
    if fraction > 1.414_213_562_373_095 {
      fraction /= 2
      exponent += 1
    }
    // ln f = 2 artanh((f − 1) / (f + 1)); the quotient is below 0.172, so twelve terms are more than enough.
    let quotient = (fraction - 1) / (fraction + 1)
    let square = quotient * quotient
    var sum = 0.0
    for term in (0..<12).reversed() { sum = sum * square + 1 / Double(2 * term + 1) }
    return exponent * ln2 + 2 * quotient * sum
  }

  /// e to the power of a number; infinity if the result is too large for a `Double`.
  static func exp(_ power: Double) -> Double {
    guard power > -708 else { return power.isNaN ? power : 0 }
    guard power < 709 else { return .infinity }
    let exponent = (power / ln2).rounded()
    let rest = power - exponent * ln2
    // The remainder is below 0.35: after fifteen, the terms are below the last digit.
    var sum = 1.0
    for term in (1..<16).reversed() { sum = 1 + sum * rest / Double(term) }
    return Double(sign: .plus, exponent: Int(exponent), significand: sum)
  }
}
