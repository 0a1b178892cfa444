/// Which requests a rule applies to; everything that is stated must be met.
public struct Condition: Sendable, Hashable {
  /// The operations.
  public var operations: OperationPattern
  /// The event, by any of its ids.
  public var event: String?
  /// The account: `third_party_account_id`, or the header `x-user-id`.
  public var account: String?
  /// The host of the event, such as `PHX`.
  public var host: String?
  /// Exact values of request headers; the case of names does not matter.
  public var headers: [String: String]
  /// What the body must contain.
  public var body: [BodyTest]
  /// Which of the calls that meet everything else.
  public var calls: CallWindow?
  /// The probability that the rule then applies, 0 to 1.
  public var probability: Double

  /// Makes a condition.
  public init(
    operations: OperationPattern, event: String? = nil, account: String? = nil, host: String? = nil,
    headers: [String: String] = [:], body: [BodyTest] = [], calls: CallWindow? = nil, probability: Double = 1
  ) {
    self.operations = operations
    self.event = event
    self.account = account
    self.host = host
    self.headers = headers
    self.body = body
    self.calls = calls
    self.probability = probability
  }

  /// Whether a request meets everything except the call window and the probability.
  func holds(for facts: some RequestFacts) -> Bool {
    guard operations.contains(facts.operation) else { return false }
    if let event, !facts.concerns(event: event) { return false }
    if let host, !facts.concerns(host: host) { return false }
    if let account, facts.account != account { return false }
    for (name, value) in headers where facts.header(name) != value { return false }
    guard !body.isEmpty else { return true }
    guard let root = facts.body else { return false }
    return body.allSatisfy { $0.holds(in: root) }
  }
}
