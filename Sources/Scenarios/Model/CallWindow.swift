/// Which calls a rule is for, counted in the order in which they come.
public struct CallWindow: Sendable, Hashable {
  /// How many are let pass first.
  public var after: UInt64
  /// How many it is then for; `nil`: all that follow.
  public var first: UInt64?

  /// Makes a window.
  public init(after: UInt64 = 0, first: UInt64? = nil) {
    self.after = after
    self.first = first
  }

  /// Whether the call with a number, from 1, is inside.
  func contains(_ call: UInt64) -> Bool { call > after && call - after <= first ?? .max }

  /// Whether no call is inside any more once so many have come.
  func isOver(after calls: UInt64) -> Bool {
    guard let first else { return false }
    return calls >= after && calls - after >= first
  }
}
