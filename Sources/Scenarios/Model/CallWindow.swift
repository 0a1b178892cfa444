/// Which calls a rule applies to, in order of arrival.
public struct CallWindow: Sendable, Hashable {
  /// How many calls to skip first.
  public var after: UInt64
  /// How many calls after those it applies to; `nil`: all of them.
  public var first: UInt64?

  /// Makes a window.
  public init(after: UInt64 = 0, first: UInt64? = nil) {
    self.after = after
    self.first = first
  }

  /// Whether a call, numbered from 1, is in the window.
  func contains(_ call: UInt64) -> Bool { call > after && call - after <= first ?? .max }

  /// Whether the window has closed after this many calls.
  func isOver(after calls: UInt64) -> Bool {
    guard let first else { return false }
    return calls >= after && calls - after >= first
  }
}
