/// How many calls a key may make.
public struct Quota: Sendable, Hashable {
  /// Availability calls per hour, 1 to 1,000,000; the documents say 3,600.
  public var perHour: Int

  /// Makes a quota.
  public init(perHour: Int) {
    self.perHour = perHour
  }

  /// Whether an operation's calls count: only those of `availability` do, because the limit is documented for it.
  public static func applies(to operation: String) -> Bool { operation == "availability" }
}
