/// By how long an answer is delayed, in real time and never longer than ``longest``.
public struct Delay: Sendable, Hashable {
  /// How the length is found; all figures in milliseconds from 0 to 600,000.
  public enum Length: Sendable, Hashable {
    /// Always the same.
    case fixed(milliseconds: Double)
    /// Anything between two bounds, all equally likely.
    case uniform(min: Double, max: Double)
    /// As services are: half of the calls take less than the median, one in a hundred more than `p99`.
    case lognormal(median: Double, p99: Double)
  }

  /// When the delay comes.
  public enum Moment: String, Sendable, Hashable, CaseIterable {
    /// Before the work: the request is judged at the instant at which it is done.
    case before
    /// After the work.
    case after
  }

  /// The longest delay: ten minutes.
  public static let longest: Duration = .seconds(600)

  /// How long.
  public var length: Length
  /// When.
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
