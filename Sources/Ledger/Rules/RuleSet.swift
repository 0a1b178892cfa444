/// A set of rules.
public struct RuleSet: Sendable, Hashable {
  private var bits: UInt64 = 0

  /// Makes an empty set.
  public init() {}

  /// Reads rule names separated by commas or spaces, as in `X-Willcall-Waive`; unknown names are ignored.
  public init(names: String) {
    for name in names.split(whereSeparator: { $0 == "," || $0 == " " }) {
      if let place = Rule.place(of: String(name)) { insert(place) }
    }
  }

  /// Whether the set is empty.
  public var isEmpty: Bool { bits == 0 }

  /// Whether the set has the rule at an index of ``Rule/all``.
  func contains(_ place: Int) -> Bool { bits & Self.bit(place) != 0 }

  mutating func insert(_ place: Int) { bits |= Self.bit(place) }

  // There are fewer than 64 rules.
  private static func bit(_ place: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: place) }

  /// Adds the rules of another set.
  mutating func formUnion(_ other: RuleSet) { bits |= other.bits }
}
