package import PartnerVocabulary
import PartnerWire

/// What a route promises: stated beside its handler, published as OpenAPI and in `docs/fidelity.md`.
///
/// What holds for every route of a kind is not repeated here: the key, the body that is not JSON, the event in the path
/// that is unknown, and the 202 of a call that may poll. A class, so that a route on its way copies one reference.
package final class RouteContract: Sendable {
  /// Whether a call needs a member's access token.
  package enum Membership: Sendable {
    case none, optional, required
  }

  /// One line.
  package let summary: String
  /// What else a client must know; `nil` if nothing.
  package let detail: String?
  /// How well the call as a whole is founded.
  package let fidelity: Fidelity
  /// The section of the documents that has it.
  package let source: String
  /// What sets a further route of the same operation apart; `nil` for the one that the documents list.
  package let variant: String?
  /// Whether clients should use another route.
  package let isDeprecated: Bool
  /// Whether it is a member's call.
  package let membership: Membership
  /// Parameters of the path, the query and the header.
  package let parameters: [ContractParameter]
  /// The body; `nil` if none is read.
  package let body: ContractBody?
  /// What is answered if nothing is wrong, and failures with bodies of their own.
  package let answers: [ContractAnswer]
  /// The errors that the call itself can run into.
  package let errors: [ErrorEntry]
  /// What a request needs that its schema cannot say.
  package let rules: [ContractRule]

  init(
    summary: String, detail: String? = nil, fidelity: Fidelity, source: String, variant: String? = nil,
    isDeprecated: Bool = false,
    membership: Membership = .none, parameters: [ContractParameter] = [], body: ContractBody? = nil,
    answers: [ContractAnswer],
    errors: [ErrorEntry] = [], rules: [ContractRule] = []
  ) {
    self.summary = summary
    self.detail = detail
    self.fidelity = fidelity
    self.source = source
    self.variant = variant
    self.isDeprecated = isDeprecated
    self.membership = membership
    self.parameters = parameters
    self.body = body
    self.answers = answers
    self.errors = errors
    self.rules = rules
  }

  /// The same under a path of older documents.
  package func older(path: String, presentForm: String) -> RouteContract {
    RouteContract(
      summary: "The path in older documents for \(presentForm).", detail: detail, fidelity: fidelity,
      source: "Partner API, 2015 and 2016", variant: "older", isDeprecated: true, membership: membership,
      parameters: parameters.filter { $0.place != .path || path.contains("{\($0.field.name)}") }, body: body,
      answers: answers, errors: errors, rules: rules)
  }
}
