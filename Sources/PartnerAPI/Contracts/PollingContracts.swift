import PartnerVocabulary
import PartnerWire

/// The contracts of the calls that a client is redirected to.
enum PollingContracts {
  static let status = contract(.query, variant: nil)
  static let olderStatus = contract(.path, variant: "older")

  /// The segments that name the call, before the token, in older polling URLs.
  private static let olderParts = ["resource", "part", "verb"].map { name in
    ContractParameter(
      .path,
      WireField(
        name, .string, required: true, about: "A part of the deferred call; ignored.",
        source: "Partner API, Polling", example: "\"cart\""))
  }

  private static func contract(_ place: ContractParameter.Place, variant: String?) -> RouteContract {
    RouteContract(
      summary: variant == nil
        ? "Get the answer to a deferred call." : "The same, under the path in older documents.",
      fidelity: .documented, source: "Partner API, Polling", variant: variant, isDeprecated: variant != nil,
      parameters: (variant == nil ? [] : olderParts) + [
        ContractParameter(place, PollingWire.token, "The token of the polling URL."),
        ContractParameter(.query, PollingWire.cartIDOfCall, "The cart of the call; ignored."),
      ],
      answers: [
        ContractAnswer(
          200, note: "The answer of the call itself.", .json(CartWire.table), .json(CommitWire.answerTable),
          .json(OrderWire.readTable)),
        ContractAnswer(202, note: "Not yet: ask again after the wait.", .json(PollingWire.table)),
        ContractAnswer(204, note: "The answer of a call that deleted a cart."),
      ],
      errors: [ErrorCatalogue.pollNotFound])
  }
}
