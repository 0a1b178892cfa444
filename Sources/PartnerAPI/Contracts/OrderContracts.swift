/// What Order Management and Secure Render promise.
enum OrderContracts {
  private static let source = "Partner API, Order"

  /// One of order_token, order_number, or cart_id with event_id must be there; the schema of a query cannot say so.
  private static let selectors = [
    ContractParameter(
      .query,
      WireField(
        "order_token", .string, source: source, example: "\"d2999e02-4936-41d2-zhNgdH2B7xGuuv50sAJsrJZCMY\""),
      "The token that commit answered. It, order_number, or cart_id with event_id must be there."),
    ContractParameter(
      .query, WireField("order_number", .string, source: source, example: "\"39-20804/PHX\""),
      "The number that commit answered."),
    ContractParameter(
      .query,
      WireField(
        "cart_id", .string, aliases: ["cartId"], source: source,
        example: "\"beec42c9-f456-4270-bba9-4c62528bef00\""),
      "The cart that the order was made from; with event_id."),
    ContractParameter(
      .query, WireField("event_id", .string, source: source, example: "\"3F005105D843DFA3\""), "Goes with cart_id."),
  ]

  static let get = RouteContract(
    summary: "Read an order without tokens.", fidelity: .inferred, source: source, parameters: selectors,
    answers: [.ok("The order.", OrderWire.readTable)],
    errors: [ErrorCatalogue.invalidInput, ErrorCatalogue.orderNotFound])

  static let open = RouteContract(
    summary: "Read an order with an entry token for each ticket, made for a device.", fidelity: .documented,
    source: "SafeTix, Order Management", parameters: selectors, body: ContractBody(DeviceWire.table),
    answers: [.ok("The order with tokens, unless delivery is delayed.", OrderWire.table)],
    errors: [ErrorCatalogue.accountMismatch, ErrorCatalogue.orderNotFound])

  static let render = RouteContract(
    summary: "Refresh the entry tokens of tickets.", fidelity: .documented, source: "SafeTix, Secure Render",
    parameters: [
      ContractParameter(
        .header, WireField("x-user-id", .string, source: "SafeTix, Secure Render", example: "\"783412345\""),
        "The third_party_account_id of the billing; without it every ticket is answered with an error.")
    ],
    body: ContractBody(SecureRenderWire.requestTable),
    answers: [
      .ok("Every ticket with a new token.", SecureRenderWire.table),
      ContractAnswer(
        400, 403, 404,
        note: "Every ticket with its token or with what is wrong; the status is the failures' common one.",
        .json(SecureRenderWire.failureTable)),
    ])
}
