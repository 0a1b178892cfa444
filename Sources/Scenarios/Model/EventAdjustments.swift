/// How a scenario changes events: all of them, and some in particular.
public struct EventAdjustments: Sendable, Hashable {
  /// What holds for every event (`"*"`).
  public var every: EventAdjustment?
  /// What holds for one event, by any of its ids.
  public var byID: [String: EventAdjustment]

  /// Makes adjustments.
  public init(every: EventAdjustment? = nil, byID: [String: EventAdjustment] = [:]) {
    self.every = every
    self.byID = byID
  }

  /// Whether nothing is changed.
  public var isEmpty: Bool { every == nil && byID.isEmpty }

  /// What holds for the event with these ids; what is said of it in particular comes before what is said of all.
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
