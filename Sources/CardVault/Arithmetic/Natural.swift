/// A whole number of a fixed width, in words of 64 bits, the least significant first.
///
/// It makes no attempt to run in constant time: the keys that it is used with are public.
struct Natural: Sendable, Hashable {
  var words: [UInt64]

  /// A number from its words, the least significant first.
  init(words: [UInt64]) {
    self.words = words
  }

  /// A number from its bytes, the most significant first; they determine its width.
  init(bigEndian bytes: some Collection<UInt8>) {
    words = Array(repeating: 0, count: (bytes.count + 7) / 8)
    for (place, byte) in bytes.reversed().enumerated() { words[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8) }
  }

  /// The bytes, the most significant first, eight for each word.
  var bigEndian: [UInt8] {
    words.reversed().flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) } }
  }

  /// The width in bits.
  var width: Int { words.count * 64 }

  /// Whether the most significant bit is set, so that the value would not fit a narrower number.
  var fillsItsWidth: Bool { (words.last ?? 0) >> 63 == 1 }

  /// The bit at a position; 0 is the least significant.
  func bit(_ place: Int) -> Bool { words[place / 64] >> UInt64(place % 64) & 1 == 1 }

  /// Whether it is less than another of the same width.
  func isLess(than other: Natural) -> Bool {
    for place in words.indices.reversed() where words[place] != other.words[place] {
      return words[place] < other.words[place]
    }
    return false
  }

  /// Adds another of the same width; returns whether a bit was carried out at the top.
  @discardableResult
  mutating func add(_ other: Natural) -> Bool {
    var carry: UInt64 = 0
    for place in words.indices {
      let (sum, first) = words[place].addingReportingOverflow(other.words[place])
      let (total, second) = sum.addingReportingOverflow(carry)
      words[place] = total
      carry = first || second ? 1 : 0
    }
    return carry == 1
  }

  /// Subtracts another of the same width; the result wraps around below zero.
  mutating func subtract(_ other: Natural) {
    var borrow: UInt64 = 0
    for place in words.indices {
      let (difference, first) = words[place].subtractingReportingOverflow(other.words[place])
      let (total, second) = difference.subtractingReportingOverflow(borrow)
      words[place] = total
      borrow = first || second ? 1 : 0
    }
  }

  /// The product, as wide as both together.
  func times(_ other: Natural) -> Natural {
    var product = [UInt64](repeating: 0, count: words.count + other.words.count)
    for (place, word) in words.enumerated() {
      var carry: UInt64 = 0
      for (offset, factor) in other.words.enumerated() {
        carry = product[place + offset].addProduct(word, factor, carry)
      }
      product[place + other.words.count] = carry
    }
    return Natural(words: product)
  }
}

extension UInt64 {
  /// Adds a product and a carry to the word; returns the next carry.
  ///
  /// It never overflows: the sum is at most two words plus the square of the largest word.
  @inline(__always)
  mutating func addProduct(_ left: UInt64, _ right: UInt64, _ carry: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    let sum = low &+ self
    let total = sum &+ carry
    // Carries are derived from the highest bits: they are unpredictable, so a branch would cost more than all the rest.
    let first = (low & self | (low | self) & ~sum) &>> 63
    let second = (sum & carry | (sum | carry) & ~total) &>> 63
    self = total
    return high &+ first &+ second
  }
}
