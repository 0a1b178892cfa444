/// An odd modulus that fills its width, for arithmetic by Montgomery's method.
///
/// With *R* the power of two above the modulus, the method reduces a product without a division, but introduces a
/// factor of 1/R. To make up for it, numbers are multiplied by R first, and that factor is removed at the end.
struct Modulus: Sendable, Hashable {
  let value: Natural
  /// The negative inverse of the lowest word, modulo 2^64.
  private let inverse: UInt64
  /// R modulo the modulus: 1 in Montgomery form.
  private let unit: Natural
  /// R² modulo the modulus: the factor that converts a number to Montgomery form.
  private let square: Natural

  /// Prepares a modulus.
  ///
  /// - Returns: `nil` if the number is even or does not fill its width.
  init?(_ value: Natural) {
    guard value.fillsItsWidth, value.bit(0) else { return nil }
    self.value = value
    // Newton's iteration doubles the number of correct bits; an odd number is its own inverse modulo 8.
    let lowest = value.words[0]
    var inverse = lowest
    for _ in 0..<5 { inverse = inverse &* (2 &- lowest &* inverse) }
    self.inverse = 0 &- inverse
    var remainder = Natural(words: Array(repeating: 0, count: value.words.count))
    remainder.subtract(value)
    unit = remainder
    for _ in 0..<value.width {
      let carried = remainder.add(remainder)
      if carried || !remainder.isLess(than: value) { remainder.subtract(value) }
    }
    square = remainder
  }

  /// 1, as wide as the modulus.
  var one: Natural { Natural(words: [1] + Array(repeating: 0, count: value.words.count - 1)) }

  /// The remainder of a number of up to twice the width.
  func remainder(of number: Natural) -> Natural {
    let count = value.words.count
    let padded = number.words + [UInt64](repeating: 0, count: max(0, 2 * count - number.words.count))
    var low = Natural(words: Array(padded[..<count]))
    if !low.isLess(than: value) { low.subtract(value) }
    let high = product(Natural(words: Array(padded[count..<(2 * count)])), square)
    return sum(low, high)
  }

  /// The sum of two numbers below the modulus.
  func sum(_ left: Natural, _ right: Natural) -> Natural {
    var sum = left
    let carried = sum.add(right)
    if carried || !sum.isLess(than: value) { sum.subtract(value) }
    return sum
  }

  /// The difference of two numbers below the modulus.
  func difference(_ left: Natural, _ right: Natural) -> Natural {
    var difference = left
    if left.isLess(than: right) { difference.add(value) }
    difference.subtract(right)
    return difference
  }

  /// The product of two numbers below the modulus.
  func times(_ left: Natural, _ right: Natural) -> Natural { product(product(left, square), right) }

  /// A power of a number below the modulus.
  func power(_ base: Natural, _ exponent: Natural) -> Natural {
    let factor = product(base, square)
    var power = unit
    for place in (0..<exponent.width).reversed() {
      power = product(power, power)
      if exponent.bit(place) { power = product(power, factor) }
    }
    return product(power, one)
  }

  /// The product divided by R, modulo the modulus; the second factor must be below R.
  private func product(_ left: Natural, _ right: Natural) -> Natural {
    let count = value.words.count
    var sum = [UInt64](repeating: 0, count: count + 2)
    sum.withUnsafeMutableBufferPointer { sum in
      left.words.withUnsafeBufferPointer { left in
        right.words.withUnsafeBufferPointer { right in
          value.words.withUnsafeBufferPointer { modulus in
            for word in left {
              Self.add(right, times: word, to: sum)
              // Adds the multiple of the modulus that makes the lowest word 0; that word is then dropped.
              Self.add(modulus, times: sum[0] &* inverse, to: sum)
              for place in 0...count { sum[place] = sum[place + 1] }
              sum[count + 1] = 0
            }
          }
        }
      }
    }
    let carried = sum[count] == 1
    var product = Natural(words: Array(sum[..<count]))
    if carried || !product.isLess(than: value) { product.subtract(value) }
    return product
  }

  /// Adds a multiple of a number to a sum that is two words wider.
  @inline(__always)
  private static func add(
    _ number: UnsafeBufferPointer<UInt64>, times factor: UInt64, to sum: UnsafeMutableBufferPointer<UInt64>
  ) {
    var carry: UInt64 = 0
    var place = 0
    // Not a range: signing spends nearly all its time here, and in unoptimized builds a range would take most of that.
    while place < number.count {
      carry = sum[place].addProduct(factor, number[place], carry)
      place &+= 1
    }
    let (total, overflows) = sum[place].addingReportingOverflow(carry)
    sum[place] = total
    if overflows { sum[place + 1] &+= 1 }
  }
}
