/// How often something is expected.
public enum ExpectedCount: Sendable, Hashable, CustomStringConvertible {
  /// So often, neither more nor less.
  case exactly(Int)
  /// So often or more.
  case atLeast(Int)
  /// So often or less.
  case atMost(Int)
  /// Not once.
  public static let never = ExpectedCount.exactly(0)

  /// In words, such as "at least once".
  public var description: String {
    let (relation, count) =
      switch self {
      case .exactly(let count): ("exactly", count)
      case .atLeast(let count): ("at least", count)
      case .atMost(let count): ("at most", count)
      }
    return "\(relation) \(count == 1 ? "once" : "\(count) times")"
  }

  /// How the control API says it.
  var member: (name: String, count: Int) {
    switch self {
    case .exactly(let count): ("exactly", count)
    case .atLeast(let count): ("atLeast", count)
    case .atMost(let count): ("atMost", count)
    }
  }
}
