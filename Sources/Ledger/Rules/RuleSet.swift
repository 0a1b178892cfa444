/// Some of the rules.
public struct RuleSet: Sendable, Hashable {
  private var bits: UInt64 = 0

  /// None.
  public init() {}

  /// The rules that a text names, separated by commas or blanks, as `X-Willcall-Waive` does; unknown names are left out.
  public init(names: String) {
    for name in names.split(whereSeparator: { $0 == "," || $0 == " " }) {
      if let place = Rule.place(of: String(name)) { insert(place) }
    }
  }

  /// Whether there is none.
  public var isEmpty: Bool { bits == 0 }

  /// Whether a rule is one of them, by its place in ``Rule/all``.
  func contains(_ place: Int) -> Bool { bits & (1 << UInt64(place)) != 0 }

  mutating func insert(_ place: Int) { bits |= 1 << UInt64(place) }

  /// The rules in either.
  mutating func formUnion(_ other: RuleSet) { bits |= other.bits }
}
