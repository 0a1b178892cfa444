/// Unusual behaviour of the service, as described by a scenario file.
///
/// The format is described in `docs/scenarios.md` and by `scenarios/schema.json`.
public struct Scenario: Sendable, Hashable {
  /// The name that selects it: at most 64 lower-case letters, digits and hyphens.
  public var name: String
  /// The story that it tells.
  public var description: String?
  /// How a sandbox's clock starts.
  public var clock: ScenarioClock?
  /// How events differ from their fixtures.
  public var events: EventAdjustments
  /// What to do with requests; the first rule that fires decides.
  public var rules: [Rule]
  /// Which card numbers are always refused.
  public var cards: CardPolicy?
  /// How many calls a key may make.
  public var quota: Quota?
  /// The JSON it was read from, without whitespace; reading it again gives the same scenario.
  public var source: [UInt8]

  /// Makes a scenario from its parts.
  public init(
    name: String, description: String? = nil, clock: ScenarioClock? = nil, events: EventAdjustments = .init(),
    rules: [Rule] = [], cards: CardPolicy? = nil, quota: Quota? = nil, source: [UInt8] = []
  ) {
    self.name = name
    self.description = description
    self.clock = clock
    self.events = events
    self.rules = rules
    self.cards = cards
    self.quota = quota
    self.source = source
  }
}
