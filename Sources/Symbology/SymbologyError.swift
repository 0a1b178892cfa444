/// Why a text cannot be drawn.
public enum SymbologyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text needs more room than the largest symbol has, both counted in `unit`.
  case tooLong(needed: Int, limit: Int, unit: String)

  /// The reason for people.
  public var description: String {
    switch self {
    case .tooLong(let needed, let limit, let unit):
      "the text is too long: it needs \(needed) \(unit), and the largest symbol has room for \(limit)"
    }
  }
}
