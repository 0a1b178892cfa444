import PartnerVocabulary
import PartnerWire

/// The contracts of Order Management and Secure Render.
enum OrderContracts {
  private static let source = "Partner API, Order"

  private static let selectors = ContractParameter.query(QueryWire.ordersTable)
  private static let rules = [
    ContractRule("order_token, order_number, or cart_id with event_id", text: "The query needs order_token")
  ]
  private static let detail = "The order is named by order_token, by order_number, or by cart_id with event_id."

  static let get = RouteContract(
    summary: "Read an order without tokens.", detail: detail, fidelity: .inferred, source: source,
    parameters: selectors,
    answers: [.ok("The order.", OrderWire.readTable)],
    errors: [ErrorCatalogue.invalidInput, ErrorCatalogue.orderNotFound], rules: rules)

  static let open = RouteContract(
    summary: "Read an order with an entry token for each ticket, made for a device.", detail: detail,
    fidelity: .documented,
    source: "SafeTix, Order Management", parameters: selectors, body: ContractBody(DeviceWire.table),
    answers: [.ok("The order with tokens, unless delivery is delayed.", OrderWire.table)],
    errors: [ErrorCatalogue.accountMismatch, ErrorCatalogue.orderNotFound], rules: rules)

  static let render = RouteContract(
    summary: "Refresh the entry tokens of tickets.", fidelity: .documented, source: "SafeTix, Secure Render",
    parameters: [
      ContractParameter(
        .header,
        WireField(
          "x-user-id", .filled, required: true, about: "The third_party_account_id of the billing.",
          source: "SafeTix, Secure Render", example: "\"783412345\""),
        "Without it every ticket is answered with an error.")
    ],
    body: ContractBody(SecureRenderWire.requestTable),
    answers: [
      .ok("Every ticket with a new token.", SecureRenderWire.table),
      ContractAnswer(
        400, 403, 404,
        note: "Every ticket with its token or its error; the status is the one that all failed tickets share.",
        .json(SecureRenderWire.failureTable)),
    ],
    rules: [
      ContractRule("tickets of the sandbox", text: SecureRenderWire.Failure.notFound.text),
      ContractRule("tickets of the account", text: SecureRenderWire.Failure.notAuthorized.text),
      ContractRule("tickets that are not voided", text: SecureRenderWire.Failure.voided.text),
      ContractRule("tickets of SafeTix events", text: SecureRenderWire.Failure.notSecure.text),
      ContractRule("tickets whose delivery is not delayed", text: SecureRenderWire.Failure.delayed.text),
    ])
}
