package import PartnerVocabulary
import PartnerWire

/// The contract of a route: stated alongside its handler, published as OpenAPI and in `docs/fidelity.md`.
///
/// What applies to every route of a kind is not repeated here: the key, a body that is not JSON, an unknown event in
/// the path, and the 202 of a call that may poll. It is a class so that passing a route around copies one reference.
package final class RouteContract: Sendable {
  /// Whether a call needs a member's access token.
  package enum Membership: Sendable {
    case none, optional, required
  }

  /// A one-line summary.
  package let summary: String
  /// Anything else that a client must know; `nil` if nothing.
  package let detail: String?
  /// How well the call as a whole is founded.
  package let fidelity: Fidelity
  /// The section of the documents that describes it.
  package let source: String
  /// What distinguishes an additional route of the same operation; `nil` for the route that the documents list.
  package let variant: String?
  /// Whether clients should use another route instead.
  package let isDeprecated: Bool
  /// Whether it is a member's call.
  package let membership: Membership
  /// Parameters in the path, the query and the header.
  package let parameters: [ContractParameter]
  /// The body; `nil` if none is read.
  package let body: ContractBody?
  /// The successful answers, and failures that have bodies of their own.
  package let answers: [ContractAnswer]
  /// The errors that the call itself can run into.
  package let errors: [ErrorEntry]
  /// Requirements that the schema cannot express.
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

  /// The same contract under a path from older documents.
  package func older(path: String, presentForm: String) -> RouteContract {
    RouteContract(
      summary: "The path in older documents for \(presentForm).", detail: detail, fidelity: fidelity,
      source: "Partner API, 2015 and 2016", variant: "older", isDeprecated: true, membership: membership,
      parameters: parameters.filter { $0.place != .path || path.contains("{\($0.field.name)}") }, body: body,
      answers: answers, errors: errors, rules: rules)
  }
}
