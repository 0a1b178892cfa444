import JSONText
import Scenarios

/// Scenarios and requests for tests.
enum Sample {
  /// The names of the design.
  static let vocabulary = Vocabulary(
    operations: [
      "events.list", "events.id", "event.details", "tracking", "captcha", "certificate", "wallet.token",
      "availability", "cart.reserve", "cart.shipping.list", "cart.shipping.set", "cart.payment", "cart.commit",
      "cart.delete", "polling", "member.billing.list", "member.billing.add", "orders.open", "orders.get",
      "orders.unredeemed", "orders.status", "claim-link", "refund", "refund.batch", "refund.status",
      "safetix.config", "securerender",
    ],
    errorNames: [
      "invalid-input", "unauthorized", "invalid-captcha", "invalid-delivery", "ticket-limit", "niterun",
      "no-ticket-types", "no-inventory", "payment-not-accepted", "no-funds", "invalid-cvv", "not-transactable",
      "invalid-cart", "upstream-connection", "upstream-timeout", "invalid-reserve-structure", "event-not-found",
      "order-not-found", "invalid-api-key", "quota-exceeded",
    ],
    ticketErrors: [
      "missing.row.attribute", "missing.x-user-id.header", "ticket.not.found", "user.not.authorized", "ticket.voided",
      "ticket.not.secure", "delivery.delayed",
    ])

  static func scenario(_ text: String) throws -> Scenario {
    try ScenarioReader.read(Array(text.utf8), file: "sample.json", vocabulary: vocabulary)
  }

  /// A scenario with one rule.
  static func scenario(_ name: String, rule: String = "rule", when: String, then: String) throws -> Scenario {
    try scenario(
      #"{"name": "\#(name)", "rules": [{"name": "\#(rule)", "when": {\#(when)}, "then": {\#(then)}}]}"#)
  }

  static func fault(when: String, then: String, times: Int = 1) throws -> OneOffRule {
    try ScenarioReader.oneOffRule(
      try json(#"{"when": {\#(when)}, "then": {\#(then)}, "times": \#(times)}"#), file: "body", vocabulary: vocabulary)
  }

  static func json(_ text: String) throws -> JSONValue { try JSONValue.parse(Array(text.utf8)) }
}

/// A request as rules see it.
struct SampleRequest: RequestFacts {
  var operation: String
  var account: String?
  var body: JSONValue?
  var events: Set<String> = []
  var host: String?
  var headers: [String: String] = [:]

  init(_ operation: String) {
    self.operation = operation
  }

  func concerns(event id: String) -> Bool { events.contains(id) }
  func concerns(host: String) -> Bool { self.host == host }
  func header(_ name: String) -> String? { headers[name.lowercased()] }
}

extension ScenarioEngine {
  /// Which rule fires for a plain request of an operation.
  mutating func label(_ operation: String, header: Scenario? = nil, seed: UInt64 = 1) -> String? {
    select(SampleRequest(operation), seed: seed, header: header)?.label
  }
}
