/// How long an answer is delayed, in real time; never longer than ``longest``.
public struct Delay: Sendable, Hashable {
  /// How the length is determined; all figures are in milliseconds, from 0 to 600,000.
  public enum Length: Sendable, Hashable {
    /// Always the same.
    case fixed(milliseconds: Double)
    /// Uniformly distributed between two bounds.
    case uniform(min: Double, max: Double)
    /// Like real services: half of the calls take less than the median, one in a hundred more than `p99`.
    case lognormal(median: Double, p99: Double)
  }

  /// When the delay takes place.
  public enum Moment: String, Sendable, Hashable, CaseIterable {
    /// Before the work: the request is judged as of the time after the delay.
    case before
    /// After the work.
    case after
  }

  /// The longest delay: ten minutes.
  public static let longest: Duration = .seconds(600)

  /// The length.
  public var length: Length
  /// The moment.
  public var moment: Moment

  /// Makes a delay.
  public init(length: Length, moment: Moment = .before) {
    self.length = length
    self.moment = moment
  }

  /// Whether the length differs from call to call.
  var isRandom: Bool {
    if case .fixed = length { false } else { true }
  }
}
