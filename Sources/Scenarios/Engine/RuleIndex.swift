/// The rules of scenarios by operation, in order of evaluation.
struct RuleIndex: Sendable {
  struct Entry: Sendable {
    let key: RuleKey
    let rule: Rule
  }

  /// The rules that may fire for an operation's requests.
  struct Lane: Sendable {
    var entries: [Entry] = []
    var needsBody = false

    fileprivate mutating func append(_ entry: Entry) {
      entries.append(entry)
      needsBody = needsBody || !entry.rule.condition.body.isEmpty
    }
  }

  private var lanes: [String: Lane] = [:]
  /// The rules for operations that no rule names.
  private var wildcard = Lane()

  init() {}

  /// Indexes scenarios given in ascending precedence.
  init(server: [Scenario], sandbox: [Scenario]) {
    let tiers = [(RuleOrigin.sandbox, sandbox), (.server, server)]
    for (origin, scenarios) in tiers {
      for scenario in scenarios.reversed() {
        for rule in scenario.rules {
          let key = RuleKey(origin: origin, scenario: scenario.name, rule: rule.name)
          append(Entry(key: key, rule: rule))
        }
      }
    }
  }

  func lane(for operation: String) -> Lane { lanes[operation] ?? wildcard }

  private mutating func append(_ entry: Entry) {
    switch entry.rule.condition.operations {
    case .any:
      wildcard.append(entry)
      for operation in lanes.keys { lanes[operation]?.append(entry) }
    case .named(let names):
      for name in Set(names) { lanes[name, default: wildcard].append(entry) }
    }
  }
}
