/// How many calls a key has.
public struct Quota: Sendable, Hashable {
  /// Availability calls in an hour, 1 to 1,000,000; the documents say 3,600.
  public var perHour: Int

  /// Makes a quota.
  public init(perHour: Int) {
    self.perHour = perHour
  }

  /// Whether calls of an operation count: those of `availability` do, for which the limit is documented.
  public static func applies(to operation: String) -> Bool { operation == "availability" }
}
