import Determinism
import Testing

@testable import CardVault

/// Arithmetic of one word against the processor's own division, and of many against what must hold.
@Suite struct ModulusTests {
  private static func random(_ source: inout SeededSource, words: Int) -> Natural {
    Natural(words: (0..<words).map { _ in source.next() })
  }

  private static func modulus(_ source: inout SeededSource, words: Int) throws -> Modulus {
    var value = random(&source, words: words)
    value.words[0] |= 1
    value.words[words - 1] |= 1 << 63
    return try #require(Modulus(value))
  }

  @Test func oneWordIsAsTheProcessorHasIt() throws {
    var source = SeededSource(seed: 1, purpose: SeededSource.Purpose(rawValue: 0))
    for _ in 0..<300 {
      let modulus = try Self.modulus(&source, words: 1)
      let value = modulus.value.words[0]
      let (left, right) = (source.next() % value, source.next() % value)
      func number(_ word: UInt64) -> Natural { Natural(words: [word]) }
      let product = left.multipliedFullWidth(by: right)
      #expect(modulus.times(number(left), number(right)) == number(value.dividingFullWidth(product).remainder))
      let wide = Natural(words: [product.low, product.high])
      #expect(modulus.remainder(of: wide) == number(value.dividingFullWidth(product).remainder))
      #expect(modulus.sum(number(left), number(right)).words[0] == Self.sum(left, right, value))
      #expect(modulus.sum(modulus.difference(number(left), number(right)), number(right)) == number(left))
      var power: UInt64 = 1
      for _ in 0..<5 { power = value.dividingFullWidth(power.multipliedFullWidth(by: left)).remainder }
      #expect(modulus.power(number(left), number(5)) == number(power))
    }
  }

  private static func sum(_ left: UInt64, _ right: UInt64, _ modulus: UInt64) -> UInt64 {
    modulus.dividingFullWidth(left.addingReportingOverflow(right).overflow ? (1, left &+ right) : (0, left &+ right))
      .remainder
  }

  @Test(arguments: [2, 3, 16, 32])
  func manyWordsKeepTheLaws(words: Int) throws {
    var source = SeededSource(seed: UInt64(words), purpose: SeededSource.Purpose(rawValue: 0))
    for _ in 0..<20 {
      let modulus = try Self.modulus(&source, words: words)
      let (a, b, c) = (
        modulus.remainder(of: Self.random(&source, words: 2 * words)),
        modulus.remainder(of: Self.random(&source, words: words)), modulus.remainder(of: Self.random(&source, words: 1))
      )
      for number in [a, b, c] { #expect(number.isLess(than: modulus.value)) }
      #expect(modulus.times(a, b) == modulus.remainder(of: a.times(b)))
      #expect(modulus.times(a, modulus.sum(b, c)) == modulus.sum(modulus.times(a, b), modulus.times(a, c)))
      #expect(modulus.times(a, modulus.one) == a)
      #expect(modulus.power(a, Natural(words: [3])) == modulus.times(a, modulus.times(a, a)))
      #expect(modulus.power(a, Natural(words: [0])) == modulus.one)
    }
  }

  @Test(arguments: [[0, 1 << 63], [1, 1 << 62], [UInt64.max - 1]] as [[UInt64]])
  func evenOrShortNumbersAreNoModulus(words: [UInt64]) {
    #expect(Modulus(Natural(words: words)) == nil)
  }

  @Test func bytesComeBackAsTheyWere() {
    let bytes = (1...24).map { UInt8($0) }
    #expect(Natural(bigEndian: bytes).bigEndian == bytes)
    #expect(Natural(bigEndian: [1, 0, 0]).words == [65_536])
  }
}
