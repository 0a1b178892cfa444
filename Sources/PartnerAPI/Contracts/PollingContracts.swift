/// What the calls promise that a client is sent to.
enum PollingContracts {
  private static let token = WireField(
    "token", .string, required: true, source: "Partner API, Polling",
    example: "\"0ee566f7-cbfe-43f4-93b9-117c8d69f3d0\"")
  private static let cartID = WireField(
    "cart_id", .string, source: "Partner API, Polling", example: "\"eb6d42b7-cb95-48a5-acba-56514cf0d6ef\"")

  static let status = contract(.query, variant: nil)
  static let olderStatus = contract(.path, variant: "older")

  private static func contract(_ place: ContractParameter.Place, variant: String?) -> RouteContract {
    RouteContract(
      summary: variant == nil
        ? "Ask for the answer of a call that was put off." : "The same under the path of older documents.",
      fidelity: .documented, source: "Partner API, Polling", variant: variant, isDeprecated: variant != nil,
      parameters: [
        ContractParameter(place, token, "The token of the polling URL."),
        ContractParameter(.query, cartID, "The cart that the call was about; not looked at."),
      ],
      answers: [
        ContractAnswer(
          200, note: "The answer of the call itself.", .json(CartWire.table), .json(CommitWire.answerTable),
          .json(OrderWire.table), .json(OrderWire.readTable)),
        ContractAnswer(202, note: "Not yet: ask again after the wait.", .json(PollingWire.table)),
        ContractAnswer(204, note: "The answer of a call that deleted a cart."),
      ],
      errors: [ErrorCatalogue.pollNotFound])
  }

  static let redemption = RouteContract(
    summary: "Open the page that redemption_url leads to.", fidelity: .invented, source: "WillCall",
    parameters: [
      ContractParameter(
        .query,
        WireField(
          "token", .string, required: true, source: "WillCall",
          example: "\"28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D\""),
        "The order_token of an order.")
    ],
    answers: [ContractAnswer(200, note: "A small page that lists the tickets.", .html)],
    errors: [ErrorCatalogue.orderNotFound])
}
