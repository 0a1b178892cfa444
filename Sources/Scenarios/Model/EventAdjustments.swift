/// How a scenario changes events: all of them, and specific ones.
public struct EventAdjustments: Sendable, Hashable {
  /// The changes to every event (`"*"`).
  public var every: EventAdjustment?
  /// The changes to single events, by any of their ids.
  public var byID: [String: EventAdjustment]

  /// Makes adjustments.
  public init(every: EventAdjustment? = nil, byID: [String: EventAdjustment] = [:]) {
    self.every = every
    self.byID = byID
  }

  /// Whether nothing is changed.
  public var isEmpty: Bool { every == nil && byID.isEmpty }

  /// The changes to the event with these ids; those for the event itself take precedence over those for every event.
  func adjustment(forEvent id: String, aliases: [String]) -> EventAdjustment? {
    var result = byID[id]
    for alias in aliases {
      guard let other = byID[alias] else { continue }
      result = result?.filled(from: other) ?? other
    }
    guard let every else { return result }
    return result?.filled(from: every) ?? every
  }
}
