import Determinism

extension Delay {
  /// The standard normal distribution's 99th percentile.
  static let p99Deviate = 2.326_347_874_040_840_8

  /// One length, to the microsecond, from 0 to ``longest``.
  func sampled(using source: inout SeededSource) -> Duration {
    let milliseconds =
      switch length {
      case .fixed(let milliseconds): milliseconds
      case .uniform(let min, let max): min + source.uniform() * (max - min)
      case .lognormal(let median, let p99):
        median * ElementaryFunctions.exp(ElementaryFunctions.log(p99 / median) * source.normal() / Self.p99Deviate)
      }
    return Self.duration(milliseconds: milliseconds)
  }

  /// The length, if it is always the same.
  var fixedDuration: Duration? {
    if case .fixed(let milliseconds) = length { Self.duration(milliseconds: milliseconds) } else { nil }
  }

  private static func duration(milliseconds: Double) -> Duration {
    guard milliseconds < 600_000 else { return longest }
    return milliseconds > 0 ? .microseconds(Int64(milliseconds * 1_000)) : .zero
  }
}

extension SeededSource {
  /// A random number from the standard normal distribution.
  ///
  /// Marsaglia's polar method ("A convenient method for generating normal variables", 1964), which needs only a
  /// logarithm and a square root.
  mutating func normal() -> Double {
    while true {
      let first = uniform() * 2 - 1
      let second = uniform() * 2 - 1
      let square = first * first + second * second
      guard square > 0, square < 1 else { continue }
      return first * (-2 * ElementaryFunctions.log(square) / square).squareRoot()
    }
  }
}
